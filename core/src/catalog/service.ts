import { pinyin } from 'pinyin-pro';
import { type Database, type Day, groupBy, keyBy, pageOf, readCursor, Refused, type Tx } from '../platform';
import { choosePrice, type ListedPrice, type PriceBuyer, priceKey } from './choose-price';
import type { PriceList, PriceListLine, Sku } from './model';
import { catalogStore } from './store';

export interface SkuQuery {
  readonly q?: string | undefined;
  readonly category?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The SKUs with these ids, by id; unknown ids are absent. */
export async function loadSkus(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Sku>> {
  const skus = await catalogStore(tx).skus(ids);
  return keyBy(skus, (sku) => sku.id);
}

/** Every price these sellers have listed for these SKUs and buyers, by seller and SKU. */
export async function loadPrices(
  tx: Tx,
  sellerIds: readonly string[],
  buyerIds: readonly string[],
  skuIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ListedPrice[]>> {
  const prices = await catalogStore(tx).prices(sellerIds, buyerIds, skuIds);
  return groupBy(prices, (price) => priceKey(price.sellerId, price.skuId));
}

/** Adds SKUs that are not there yet, with what search needs of their names. */
export async function addSkus(tx: Tx, skus: readonly Omit<Sku, 'searchText'>[]): Promise<number> {
  return catalogStore(tx).addSkus(skus.map((sku) => ({ ...sku, searchText: searchTextOf(sku) })));
}

/** Adds a price list and its prices; what is there already stays as it is. */
export async function addPriceList(tx: Tx, list: PriceList, lines: readonly PriceListLine[]): Promise<void> {
  await catalogStore(tx).addPriceList(list);
  await catalogStore(tx).addPrices(lines);
}

/** What search looks through: name, pinyin whole and in initials, barcode and id, in lower case. */
export function searchTextOf(sku: Pick<Sku, 'id' | 'name' | 'brand' | 'barcode' | 'spec'>): string {
  const full = pinyin(sku.name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('');
  const initials = pinyin(sku.name, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'removed',
  }).join('');
  return [sku.name, sku.brand, sku.spec, full, initials, sku.barcode, sku.id].join(' ').toLowerCase();
}

export function catalogService(database: Database) {
  return {
    /** SKUs by name, page by page. A query's words must all be found. */
    search: (query: SkuQuery) =>
      database.read(async (tx) => {
        const found = await catalogStore(tx).search({
          words: (query.q ?? '').split(/\s+/).filter(Boolean),
          category: query.category ?? null,
          after: query.cursor ? readCursor(query.cursor, 'string', 'string') : null,
          limit: query.limit + 1,
        });
        return pageOf(found, query.limit, (sku) => [sku.name, sku.id]);
      }),

    /** @throws catalog.skuUnknown */
    get: (skuId: string) =>
      database.read(async (tx) => {
        const sku = (await loadSkus(tx, [skuId])).get(skuId);
        if (!sku) throw new Refused('catalog.skuUnknown');
        return sku;
      }),

    byIds: (skuIds: readonly string[]) => database.read((tx) => loadSkus(tx, [...new Set(skuIds)])),

    categories: () => database.read((tx) => catalogStore(tx).categories()),

    /** What one buyer pays one seller for each SKU on a day; SKUs without a price are absent. */
    pricesFor: (sellerId: string, buyer: PriceBuyer, skuIds: readonly string[], on: Day) =>
      database.read(async (tx) => {
        const listed = await loadPrices(tx, [sellerId], [buyer.id], skuIds);
        const prices = new Map<string, ListedPrice>();
        for (const skuId of skuIds) {
          const price = choosePrice(listed.get(priceKey(sellerId, skuId)) ?? [], buyer, on);
          if (price) prices.set(skuId, price);
        }
        return prices;
      }),
  };
}
