import { lineInputOf, lineValuesOf, withKept } from './line-values';
import type { PriceLine } from './model';

it('writes a price back as it was read', () => {
  const line: PriceLine = {
    skuId: 'WATER',
    skuName: '天然水',
    unitPriceE4: 18_125,
    floorPriceE4: 17_000,
    unitPrices: [{ unit: '箱', factor: 24, priceE4: 420_000 }],
    breaks: [
      { fromQuantity: 240, unitPriceE4: 17_550, offBp: null },
      { fromQuantity: 480, unitPriceE4: null, offBp: 525 },
    ],
    breakMode: 'slices',
  };
  const { skuName: _, ...rest } = line;

  expect(lineInputOf(lineValuesOf(line))).toEqual({
    ...rest,
    unitPrices: [{ unit: '箱', priceE4: 420_000 }],
  });
});

it('takes an empty floor for none', () => {
  const input = lineInputOf({ skuId: 'A', unitYuan: 1.1, breaks: [], breakMode: 'allUnits' });

  expect(input).toMatchObject({ unitPriceE4: 11_000, floorPriceE4: null, unitPrices: [], breaks: [] });
});

it('loses no price of a case that was not on the screen, and takes an emptied one away', () => {
  const read = {
    skuId: 'A',
    unitYuan: 1,
    breaks: [],
    breakMode: 'allUnits',
    wholeYuan: { 箱: 24, 托: 960 },
  } as const;
  const typed = { ...read, wholeYuan: { 箱: null } };

  expect(lineInputOf(withKept(typed, read)).unitPrices).toEqual([{ unit: '托', priceE4: 9_600_000 }]);
});
