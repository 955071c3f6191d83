import { freshnessOf } from './freshness';

const aLot = (remainingDays: number) => ({
  producedOn: '2026-01-01',
  expiresOn: '2026-12-27',
  remainingDays,
});

it.each([
  [360, 'fresh'],
  [120, 'fresh'],
  [119, 'ageing'],
  [60, 'ageing'],
  [59, 'urgent'],
  [1, 'urgent'],
  [0, 'expired'],
  [-5, 'expired'],
])('with %i of 360 days left a lot is %s', (remainingDays, freshness) => {
  expect(freshnessOf(aLot(remainingDays))).toBe(freshness);
});
