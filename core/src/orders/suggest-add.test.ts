import { aSku } from '../catalog/testing';
import type { Near } from '../promotions';
import { suggestAdd } from './suggest-add';

type Line = Parameters<typeof suggestAdd>[2][number];

const boxed = [
  { unit: '箱', factor: 12, sellable: true, priceable: true, barcode: '', weightGrams: 0, volumeMl: 0 },
];
const aLine = (id: string, quantity: number, amountFen: number, given: Partial<Line> = {}): Line => ({
  sku: aSku({ id, baseUnit: '瓶', units: boxed, multipleQuantity: 1, maximumQuantity: null }),
  quantity,
  amountFen,
  price: { unitPriceE4: 1, priceListId: 'L', floorPriceE4: null, steps: [] } as unknown as Line['price'],
  giftOf: null,
  substituteFor: null,
  caseFactor: 12,
  ...given,
});
const everything = { covers: () => true, named: new Set<string>() };
const missingFen = (fen: number): Near => ({
  missing: { fen },
  skuId: null,
  gain: { kind: 'off', fen: 500 },
});
const missingOf = (quantity: number, unit: string, skuId: string | null): Near => ({
  missing: { quantity, unit },
  skuId,
  gain: { kind: 'off', fen: 500 },
});

it('adds whole cases of what costs least to come to an amount', () => {
  const lines = [aLine('DEAR', 12, 12_000), aLine('CHEAP', 12, 2_400)];

  expect(suggestAdd(missingFen(3_000), everything, lines)).toEqual({ skuId: 'CHEAP', quantity: 24 });
});

it('adds units of the goods a rule counts, and of no others', () => {
  const lines = [aLine('COLA', 12, 2_400), aLine('WATER', 12, 1_200)];
  const colaOnly = { covers: ({ skuId }: { skuId: string }) => skuId === 'COLA', named: new Set<string>() };

  expect(suggestAdd(missingOf(2, '箱', null), colaOnly, lines)).toEqual({ skuId: 'COLA', quantity: 24 });
  expect(suggestAdd(missingOf(5, '', 'WATER'), everything, lines)).toEqual({ skuId: 'WATER', quantity: 5 });
});

it('lands on what may be ordered', () => {
  const base = aLine('COLA', 12, 2_400);
  const inDozens: Line = { ...base, sku: { ...base.sku, multipleQuantity: 12 } };
  const capped: Line = { ...base, sku: { ...base.sku, maximumQuantity: 14 } };

  expect(suggestAdd(missingOf(5, '', 'COLA'), everything, [inDozens])).toEqual({
    skuId: 'COLA',
    quantity: 12,
  });
  expect(suggestAdd(missingOf(2, '箱', 'COLA'), everything, [capped])).toBeNull();
});

it('names goods that are not in the basket where the rule names them', () => {
  expect(suggestAdd(missingOf(6, '', 'OTHER'), everything, [])).toEqual({ skuId: 'OTHER', quantity: 6 });
});

it('has nothing to say where nothing in the basket counts', () => {
  const none = { covers: () => false, named: new Set<string>() };

  expect(suggestAdd(missingFen(3_000), none, [aLine('COLA', 12, 2_400)])).toBeNull();
  expect(suggestAdd(missingFen(3_000), everything, [aLine('COLA', 12, 2_400, { giftOf: 'P' })])).toBeNull();
});
