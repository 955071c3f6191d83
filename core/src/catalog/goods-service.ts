import { type Caller, type Database, dayOf, keyBy, pageOf, readCursor, Refused, type Tx } from '../platform';
import { branchOf, pathOf } from './category-tree';
import { listApplies, type PriceBuyer } from './choose-price';
import { type After, type FoundSku, goodsStore, type SkuFilter } from './goods-store';
import { loadGroups } from './load-groups-service';
import type { Sku } from './model';
import { groupsOf } from './price-line';
import { priceStore } from './price-store';
import { searchWordsOf, withoutBars } from './search-text-service';

/** Whose goods are looked through: what one seller sells to one buyer. */
export interface SoldTo {
  readonly sellerId: string;
  readonly buyer: PriceBuyer;
}

export interface SkuQuery {
  readonly q?: string | undefined;
  /** Its branch: the category and what stands below it. */
  readonly category?: string | undefined;
  /** Without it, what is in the range. */
  readonly status?: Sku['status'] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The SKUs with these ids, by id; unknown ids are absent. */
export async function loadSkus(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Sku>> {
  return keyBy(await goodsStore(tx).skus(ids), (sku) => sku.id);
}

/** How long before its expiry any SKU is taken from sale at the most; 0 where none is. */
export const loadLongestStopSaleDays = (tx: Tx): Promise<number> => goodsStore(tx).longestStopSaleDays();

/** What categories are called, with what they stand below: `饮料 / 茶饮`. A category that is gone by its id. */
export async function loadCategoryNames(tx: Tx): Promise<(id: string) => string> {
  const categories = keyBy(await goodsStore(tx).categories(), ({ id }) => id);
  return (id) => pathOf(categories, id) ?? id;
}

/** What brands are called; one that is gone by its id, and none by nothing. */
export async function loadBrandNames(tx: Tx): Promise<(id: string) => string> {
  const brands = keyBy(await goodsStore(tx).brands(), ({ id }) => id);
  return (id) => brands.get(id)?.name ?? id;
}

/** The lists of a seller that price anything for a buyer on the day of the call. */
async function listIdsFor(tx: Tx, { at }: Pick<Caller, 'at'>, { sellerId, buyer }: SoldTo) {
  const groups = await loadGroups(tx, { sellerIds: [sellerId], buyerIds: [buyer.id] });
  const lists = await priceStore(tx).listsFor([sellerId], [buyer.id]);
  const own = groupsOf({ groups }, sellerId, buyer.id);
  return lists.filter((list) => listApplies(list, buyer, dayOf(at), own)).map(({ id }) => id);
}

async function filterOf(
  tx: Tx,
  code: string,
  { category, status = 'active' }: Pick<SkuQuery, 'category' | 'status'>,
): Promise<SkuFilter> {
  const store = goodsStore(tx);
  const asked = code.toLowerCase();
  const borne = code === '' ? [] : await store.barcodes([code]);
  return {
    asked,
    words: searchWordsOf(asked),
    exactIds: [code, code.toUpperCase(), asked, ...borne.map(({ skuId }) => skuId)],
    categories: category ? branchOf(await store.categories(), category) : null,
    status,
  };
}

/** Ranked rows looked at first, of which a page is made; when too few of them are sold, the rest is looked at. */
const firstLook = 150;
const greatestRange = 30_000;

/** The page of a search: ranked first, and only then held against what is sold, which most of it is. */
async function findRanked(
  tx: Tx,
  filter: SkuFilter,
  priceListIds: readonly string[] | null,
  after: After | null,
  limit: number,
): Promise<readonly FoundSku[]> {
  const store = goodsStore(tx);
  if (priceListIds === null) return store.ranked(filter, after, limit);
  const found: FoundSku[] = [];
  let from = after;
  for (const look of [firstLook, greatestRange]) {
    const ranked = await store.ranked(filter, from, look);
    const priced = await store.priced(
      ranked.map(({ id }) => id),
      priceListIds,
    );
    found.push(...ranked.filter(({ id }) => priced.has(id)));
    const last = ranked.at(-1);
    if (found.length >= limit || ranked.length < look || !last) break;
    from = [last.place, last.name, last.id];
  }
  return found.slice(0, limit);
}

/** The range: search, one SKU, scanned codes, packs, categories and brands. */
export function goodsService(database: Database) {
  return {
    /**
     * SKUs by id, barcode, name, pinyin or initials, page by page: first what is exactly that, then what begins with
     * it, then what contains all of its words. With `soldTo`, only what that seller has a price for.
     */
    search: (caller: Pick<Caller, 'at'>, query: SkuQuery, soldTo: SoldTo | null) =>
      database.read(async (tx) => {
        const code = withoutBars(query.q ?? '').trim();
        const filter = await filterOf(tx, code, query);
        const priceListIds = soldTo && (await listIdsFor(tx, caller, soldTo));
        const after = query.cursor ? readCursor(query.cursor, 'number', 'string', 'string') : null;
        const found =
          code === ''
            ? await goodsStore(tx).browse(filter, priceListIds, after, query.limit + 1)
            : await findRanked(tx, filter, priceListIds, after, query.limit + 1);
        const page = pageOf(found, query.limit, ({ place, name, id }) => [place, name, id]);
        const skus = await loadSkus(
          tx,
          page.items.map(({ id }) => id),
        );
        return { ...page, items: page.items.flatMap(({ id }) => skus.get(id) ?? []) };
      }),

    /** @throws catalog.skuUnknown */
    get: (skuId: string) =>
      database.read(async (tx) => {
        const sku = (await loadSkus(tx, [skuId])).get(skuId);
        if (!sku) throw new Refused('catalog.skuUnknown');
        return sku;
      }),

    byIds: (skuIds: readonly string[]) => database.read((tx) => loadSkus(tx, [...new Set(skuIds)])),

    /** The SKU and unit a scanned code stands for, in the pack that bore it. @throws catalog.barcodeUnknown */
    scan: (barcode: string) =>
      database.read(async (tx) => {
        const store = goodsStore(tx);
        const [code] = await store.barcodes([barcode]);
        const [sku] = code ? await store.skus([code.skuId]) : [];
        if (!code || !sku) throw new Refused('catalog.barcodeUnknown');
        return { code, sku };
      }),

    /** How a SKU is and was packed, today's pack first. @throws catalog.skuUnknown */
    packVersions: (skuId: string) =>
      database.read(async (tx) => {
        const packs = await goodsStore(tx).packVersions(skuId);
        if (packs.length === 0) throw new Refused('catalog.skuUnknown');
        return packs;
      }),

    /** Every category in its place, with how many active SKUs stand on it (not below it). */
    categories: () =>
      database.read(async (tx) => {
        const store = goodsStore(tx);
        const counts = keyBy(await store.skuCounts(), ({ category }) => category);
        const categories = await store.categories();
        return categories.map((category) => ({
          ...category,
          skuCount: counts.get(category.id)?.skuCount ?? 0,
        }));
      }),

    brands: () => database.read((tx) => goodsStore(tx).brands()),
    /** Product lines that goods are of, by name. */
    productLines: () => database.read((tx) => goodsStore(tx).productLines()),
  };
}
