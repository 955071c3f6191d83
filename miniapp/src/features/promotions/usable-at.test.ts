import { usableAt } from './usable-at';

it('takes from the wallet what can be used, and at this supplier', () => {
  const mine = { state: 'open', supplierId: 'HQ' } as const;

  expect(
    usableAt([mine, { state: 'used', supplierId: 'HQ' }, { state: 'open', supplierId: 'D1' }], 'HQ'),
  ).toEqual([mine]);
  expect(usableAt([mine], undefined)).toEqual([]);
});
