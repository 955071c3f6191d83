import fc from 'fast-check';
import { type PriceBuyer, priceKey } from './choose-price';
import { type OrderingRules, ruleScopeOf } from './limits-for';
import type { Sku, Unit } from './model';
import type { ListedPrice, PriceListKind } from './price-model';
import type { OrderingRule } from './rule-model';

/** A larger unit: a case of 15 unless said otherwise. */
export function aUnit(given: Partial<Unit> = {}): Unit {
  const plain = { sellable: true, priceable: true, barcode: '', weightGrams: 0, volumeMl: 0 };
  return { unit: '箱', factor: 15, ...plain, ...given };
}

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
    units: [aUnit()],
    packVersion: 1,
    weightGrams: 0,
    volumeMl: 0,
    temperatureZone: 'ambient',
    invoiceEntity: '',
    shelfLifeMonths: null,
    stopSaleDays: 0,
    version: 1,
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
    groupId: null,
    level: null,
    regionPrefix: null,
    channel: null,
    priority: 0,
    startsOn: '2025-01-01',
    endsOn: null,
    skuId: 'sku',
    unitPriceE4: 30_000,
    floorPriceE4: null,
    unitPrices: [],
    breaks: [],
    breakMode: 'allUnits',
    version: 1,
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
    kind: fc.constantFrom<PriceListKind>(
      'customer',
      'group',
      'levelRegionChannel',
      'region',
      'level',
      'standard',
    ),
    buyerId: orNull('buyer', 'other'),
    level: orNull(1, 2),
    regionPrefix: orNull('33', '3301', '31'),
    channel: orNull('traditional', 'modern'),
    priority: fc.nat(2),
    startsOn: fc.constantFrom('2025-01-01', '2025-06-01', '2026-02-01'),
    endsOn: orNull('2026-01-01', '2026-01-02', '2027-01-01'),
  })
  .map((given) => aListedPrice(given));

/** A seller's rule that asks nothing yet, in the scope that what it names puts it in. */
export function anOrderingRule(given: Partial<OrderingRule> = {}): OrderingRule {
  made += 1;
  const rule = {
    id: `rule-${made}`,
    sellerId: 'seller',
    buyerId: null,
    priceListId: null,
    level: null,
    regionPrefix: null,
    channel: null,
    category: null,
    skuId: null,
    minimumQuantity: null,
    multipleQuantity: null,
    maximumQuantity: null,
    orderAmountFen: null,
    orderCases: null,
    orderWeightGrams: null,
    startsOn: '2025-01-01',
    endsOn: null,
    version: 1,
    ...given,
  };
  return { ...rule, scope: ruleScopeOf(rule) };
}

/** Rules as an order finds them; the lists they name are contracts with the buyer. */
export function rulesOf(rules: readonly OrderingRule[], contractIds: readonly string[] = []): OrderingRules {
  const lists = contractIds.map((id) => aListedPrice({ id, kind: 'customer', buyerId: 'buyer' }));
  return { rules, lists: new Map(lists.map((list) => [list.id, list])), groups: new Map() };
}

/** Limits of which some leave no valid quantity. */
export const anyLimits = fc.record({
  minimumQuantity: fc.nat(60),
  multipleQuantity: fc.integer({ min: 1, max: 30 }),
  maximumQuantity: fc.option(fc.integer({ min: 1, max: 120 })),
});
