import { linesOf, unitsOf } from './basket';

const cola = {
  baseUnit: '瓶',
  units: [
    { unit: '提', factor: 6, sellable: true },
    { unit: '箱', factor: 24, sellable: true },
    { unit: '板', factor: 480, sellable: false },
  ],
};
const goodsOf = (skuId: string) => (skuId === 'cola' ? cola : undefined);

it('offers what may be ordered, the largest first', () => {
  expect(unitsOf(cola)).toEqual(['箱', '提', '瓶']);
  expect(unitsOf({ baseUnit: '瓶', units: [{ unit: '瓶', factor: 1, sellable: true }] })).toEqual(['瓶']);
});

it('counts base units, in the largest unit unless another is chosen', () => {
  const rows = [
    { key: 1, skuId: 'cola', count: 10 },
    { key: 2, skuId: 'cola', count: 5, unit: '瓶' },
  ];

  expect(linesOf(rows, goodsOf)).toEqual([
    { skuId: 'cola', quantity: 240, unit: '箱' },
    { skuId: 'cola', quantity: 5, unit: '瓶' },
  ]);
});

it('leaves out rows that are not filled in or whose goods are not known yet', () => {
  expect(
    linesOf([{ key: 1 }, { key: 2, skuId: 'cola' }, { key: 3, skuId: 'tea', count: 1 }], goodsOf),
  ).toEqual([]);
});
