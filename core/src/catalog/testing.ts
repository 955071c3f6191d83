import fc from 'fast-check';
import { type ListedPrice, type PriceBuyer, priceKey } from './choose-price';
import type { PriceListKind, Sku } from './model';

export function aSku(given: Partial<Sku> = {}): Sku {
  return {
    id: 'sku',
    name: '清谷乌龙茶',
    spec: '500ml×15',
    brand: '清谷',
    category: '茶饮料',
    productLine: '饮品',
    barcode: '2910000000373',
    baseUnit: '瓶',
    units: [{ unit: '箱', factor: 15, sellable: true }],
    shelfLifeDays: 365,
    taxRateBp: 1_300,
    minimumQuantity: 0,
    multipleQuantity: 1,
    maximumQuantity: null,
    status: 'active',
    searchText: '',
    ...given,
  };
}

let made = 0;

export function aListedPrice(given: Partial<ListedPrice> = {}): ListedPrice {
  made += 1;
  const id = given.id ?? `list-${made}`;
  return {
    id,
    priceListId: id,
    sellerId: 'seller',
    name: '标准价',
    kind: 'standard',
    buyerId: null,
    level: null,
    regionPrefix: null,
    channel: null,
    priority: 0,
    startsOn: '2025-01-01',
    endsOn: null,
    skuId: 'sku',
    unitPriceE4: 30_000,
    floorPriceE4: null,
    ...given,
  };
}

export function aPriceBuyer(given: Partial<PriceBuyer> = {}): PriceBuyer {
  return { id: 'buyer', level: 2, regionCode: '330106', channel: 'traditional', ...given };
}

/** The prices as an order finds them. */
export function pricesByKey(prices: readonly ListedPrice[]): ReadonlyMap<string, readonly ListedPrice[]> {
  return new Map(
    prices.map(({ sellerId, skuId }) => [
      priceKey(sellerId, skuId),
      prices.filter((price) => price.sellerId === sellerId && price.skuId === skuId),
    ]),
  );
}

const orNull = <Value>(...values: Value[]) => fc.constantFrom(null, ...values);

/** Prices that agree in much, so that ties are common. */
export const anyListedPrice: fc.Arbitrary<ListedPrice> = fc
  .record({
    kind: fc.constantFrom<PriceListKind>('customer', 'levelRegionChannel', 'region', 'level', 'standard'),
    buyerId: orNull('buyer', 'other'),
    level: orNull(1, 2),
    regionPrefix: orNull('33', '3301', '31'),
    channel: orNull('traditional', 'modern'),
    priority: fc.nat(2),
    startsOn: fc.constantFrom('2025-01-01', '2025-06-01', '2026-02-01'),
    endsOn: orNull('2026-01-01', '2026-01-02', '2027-01-01'),
  })
  .map((given) => aListedPrice(given));

/** Limits of which some leave no valid quantity. */
export const anyLimits = fc.record({
  minimumQuantity: fc.nat(60),
  multipleQuantity: fc.integer({ min: 1, max: 30 }),
  maximumQuantity: fc.option(fc.integer({ min: 1, max: 120 })),
});
