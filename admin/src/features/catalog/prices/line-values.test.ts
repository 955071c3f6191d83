import { lineInputOf, lineValuesOf } from './line-values';
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
