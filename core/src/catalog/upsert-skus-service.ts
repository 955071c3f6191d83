import { Contended, groupBy, type Instant, keyBy, type Tx } from '../platform';
import {
  barcodesOf,
  checkSku,
  composeSku,
  isSameSku,
  type KnownGoods,
  type SkuDraft,
  type SkuFault,
} from './check-sku';
import { goodsStore } from './goods-store';
import type { PackVersion, Sku } from './model';
import { searchTextOf } from './search-text-service';

/** Who changes the range, and when. */
export interface Change {
  readonly actorId: string;
  readonly at: Instant;
}

/** What became of one draft. */
export type SkuOutcome =
  | { readonly skuId: string; readonly outcome: 'added' | 'changed' | 'same'; readonly sku: Sku }
  | { readonly skuId: string; readonly outcome: 'refused'; readonly faults: readonly SkuFault[] };

/**
 * Adds and changes SKUs, thousands at a time, and says of each what became of it. A draft that is refused leaves its
 * neighbours alone; one that changes nothing counts no version.
 */
export async function upsertSkus(
  tx: Tx,
  drafts: readonly SkuDraft[],
  change: Change,
): Promise<readonly SkuOutcome[]> {
  const store = goodsStore(tx);
  const before = keyBy(await store.skusLocked([...new Set(drafts.map(({ id }) => id))]), ({ id }) => id);
  const known = await loadKnown(tx, drafts, before);
  const seen = { ids: new Set<string>(), codes: new Set<string>() };
  const outcomes = drafts.map((draft): SkuOutcome => {
    const { id: skuId } = draft;
    const stood = before.get(skuId);
    const codes = barcodesOf({ ...draft, packVersion: 1 }).map(({ barcode }) => barcode);
    const faults = [
      ...checkSku(draft, { ...known(skuId), before: stood }),
      ...(seen.ids.has(skuId) ? ['skuTwice' as const] : []),
      ...(codes.some((code) => seen.codes.has(code)) ? ['barcodeTwice' as const] : []),
    ];
    if (faults.length > 0) return { skuId, outcome: 'refused', faults };
    seen.ids.add(skuId);
    for (const code of codes) seen.codes.add(code);
    const composed = composeSku(draft, stood);
    if (stood && isSameSku(composed, stood)) return { skuId, outcome: 'same', sku: stood };
    const sku = { ...composed, searchText: searchTextOf(composed) };
    return { skuId, outcome: stood ? 'changed' : 'added', sku };
  });
  await write(tx, outcomes, before, change);
  return outcomes;
}

async function loadKnown(tx: Tx, drafts: readonly SkuDraft[], before: ReadonlyMap<string, Sku>) {
  const store = goodsStore(tx);
  const codes = drafts.flatMap((draft) => barcodesOf({ ...draft, packVersion: 1 }));
  const known = await store.barcodes([...new Set(codes.map(({ barcode }) => barcode))]);
  const ownerIds = [...new Set(known.map(({ skuId }) => skuId))];
  const owners = new Map([...keyBy(await store.skus(ownerIds), ({ id }) => id), ...before]);
  // A code of an earlier pack may be given to other goods; one that stands on goods of today may not.
  const borne = known.filter(({ barcode, skuId }) => {
    const owner = owners.get(skuId);
    return owner && barcodesOf(owner).some((code) => code.barcode === barcode);
  });
  const ownerOf = keyBy(borne, ({ barcode }) => barcode);
  const categoryIds = new Set((await store.categories()).map(({ id }) => id));
  const brandIds = new Set((await store.brands()).map(({ id }) => id));
  const wanted = groupBy(codes, ({ skuId }) => skuId);
  return (skuId: string): Omit<KnownGoods, 'before'> => ({
    categoryIds,
    brandIds,
    takenBarcodes: new Set(
      (wanted.get(skuId) ?? [])
        .map(({ barcode }) => barcode)
        .filter((barcode) => (ownerOf.get(barcode)?.skuId ?? skuId) !== skuId),
    ),
  });
}

async function write(
  tx: Tx,
  outcomes: readonly SkuOutcome[],
  before: ReadonlyMap<string, Sku>,
  change: Change,
) {
  const store = goodsStore(tx);
  const of = (asked: 'added' | 'changed') =>
    outcomes.flatMap((outcome) => (outcome.outcome === asked ? [outcome.sku] : []));
  const [added, changed] = [of('added'), of('changed')];
  const written = [...added, ...changed];
  if ((await store.addSkus(added)) < added.length) throw new Contended('a SKU somebody else added');
  if (changed.length > 0) await store.replaceSkus(changed);
  const packs = written.map((sku) => packOf(sku, change));
  const isNew = ({ skuId, packVersion }: PackVersion) => before.get(skuId)?.packVersion !== packVersion;
  await store.addPackVersions(packs.filter(isNew));
  await store.rewritePackVersions(packs.filter((pack) => !isNew(pack) && isRewritten(pack, before)));
  const codes = written.flatMap(barcodesOf);
  const texts = codes.map(({ barcode }) => barcode);
  if (texts.length === 0) return;
  await store.removeBarcodes(texts);
  if ((await store.addBarcodes(codes)) < codes.length)
    throw new Contended('a barcode somebody else gave away');
}

/** Whether a pack bears other codes or weights than before, its factors being the same. */
function isRewritten({ skuId, units, barcode }: PackVersion, before: ReadonlyMap<string, Sku>): boolean {
  const stood = before.get(skuId);
  return stood?.barcode !== barcode || JSON.stringify(stood.units) !== JSON.stringify(units);
}

const packOf = (
  { id, packVersion, baseUnit, barcode, units }: Sku,
  { actorId, at }: Change,
): PackVersion => ({ skuId: id, packVersion, baseUnit, barcode, units, startsAt: at, changedBy: actorId });

/** A SKU that opens a catalogue; counted and derived fields are left out. */
export type NewSku = Omit<Sku, 'searchText' | 'packVersion' | 'version'>;

/** Adds the categories and brands that are not there yet, each called like its id, after those that are. */
export async function addShelves(
  tx: Tx,
  named: { readonly categories: readonly string[]; readonly brands: readonly string[] },
): Promise<void> {
  const store = goodsStore(tx);
  const shelf = (id: string, position: number) => ({ id, name: id, position, version: 1 });
  const missing = (ids: readonly string[], there: readonly { readonly id: string }[]) => {
    const known = new Set(there.map(({ id }) => id));
    const added = [...new Set(ids)].filter((id) => id !== '' && !known.has(id));
    return added.map((id, at) => shelf(id, there.length + at));
  };
  const categories = missing(named.categories, await store.categories());
  await store.addCategories(categories.map((category) => ({ ...category, parentId: null })));
  await store.addBrands(missing(named.brands, await store.brands()));
}

/** Adds SKUs that are not there yet, and the categories and brands they name; what is there stays as it is. */
export async function addSkus(tx: Tx, skus: readonly NewSku[]): Promise<number> {
  const store = goodsStore(tx);
  await addShelves(tx, {
    categories: skus.map(({ category }) => category),
    brands: skus.map(({ brand }) => brand),
  });
  const there = new Set((await store.skus(skus.map(({ id }) => id))).map(({ id }) => id));
  const added = skus
    .filter(({ id }) => !there.has(id))
    .map((sku): Sku => ({ ...sku, packVersion: 1, version: 1, searchText: searchTextOf(sku) }));
  const opening = { actorId: 'system', at: 0 };
  await store.addPackVersions(added.map((sku) => packOf(sku, opening)));
  await store.addBarcodes(added.flatMap(barcodesOf));
  return store.addSkus(added);
}
