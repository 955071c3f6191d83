import { keyBy, type Tx } from '../platform';
import {
  checkPriceLine,
  composePriceLine,
  isSamePriceLine,
  type PriceLineDraft,
  type PriceLineFault,
} from './check-price-line';
import { goodsStore } from './goods-store';
import type { PriceList, PriceListLine } from './price-model';
import { priceStore } from './price-store';

/** What became of one price. */
export type PriceLineOutcome =
  | { readonly skuId: string; readonly outcome: 'added' | 'changed' | 'same' }
  | { readonly skuId: string; readonly outcome: 'refused'; readonly faults: readonly PriceLineFault[] };

/**
 * Puts prices into a list, thousands at a time, and says of each what became of it. The list takes its next version
 * when anything changed, so of two editors at once one begins again. `list` as it was read in this transaction.
 * @throws Contended
 */
export async function upsertPriceLines(
  tx: Tx,
  list: PriceList,
  drafts: readonly PriceLineDraft[],
): Promise<readonly PriceLineOutcome[]> {
  const store = priceStore(tx);
  const skuIds = [...new Set(drafts.map(({ skuId }) => skuId))];
  const skus = keyBy(await goodsStore(tx).skus(skuIds), ({ id }) => id);
  const before = keyBy(await store.lines([list.id], skuIds), ({ skuId }) => skuId);
  const seen = new Set<string>();
  const lines: PriceListLine[] = [];
  const outcomes = drafts.map((draft): PriceLineOutcome => {
    const { skuId } = draft;
    const sku = skus.get(skuId);
    const faults = [...checkPriceLine(draft, sku), ...(seen.has(skuId) ? ['skuTwice' as const] : [])];
    if (!sku || faults.length > 0) return { skuId, outcome: 'refused', faults };
    seen.add(skuId);
    const line = composePriceLine(draft, list.id, sku);
    const stood = before.get(skuId);
    if (stood && isSamePriceLine(line, stood)) return { skuId, outcome: 'same' };
    lines.push(line);
    return { skuId, outcome: stood ? 'changed' : 'added' };
  });
  if (lines.length > 0) {
    await store.turnList(list);
    await store.replaceLines(list.id, lines);
  }
  return outcomes;
}

/** A price that opens a list; unit prices and breaks may be left out. */
export type NewPriceLine = Pick<PriceListLine, 'priceListId' | 'skuId' | 'unitPriceE4' | 'floorPriceE4'> &
  Partial<PriceListLine>;
export type NewPriceList = Omit<PriceList, 'groupId' | 'version'> & Partial<Pick<PriceList, 'groupId'>>;

/** Adds a price list and its prices; what is there already stays as it is. */
export async function addPriceList(
  tx: Tx,
  list: NewPriceList,
  lines: readonly NewPriceLine[],
): Promise<void> {
  const plain = { unitPrices: [], breaks: [], breakMode: 'allUnits' } as const;
  await priceStore(tx).addList({ groupId: null, ...list, version: 1 });
  await priceStore(tx).addLines(lines.map((line) => ({ ...plain, ...line })));
}
