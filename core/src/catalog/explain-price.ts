import { compareLists, type NotFor, whyNot } from './choose-price';
import type { ListedPrice, PriceList, PriceListKind, PriceListLine } from './price-model';
import { type LinePrice, priceAt, type PriceQuestion } from './price-line';

/** What one list answered when it was asked. */
export interface ListAnswer {
  readonly priceListId: string;
  readonly name: string;
  readonly kind: PriceListKind;
  /** Null where the list does not name the SKU. */
  readonly unitPriceE4: number | null;
  /** `chosen` priced the line; `outranked` would have, were no other before it. */
  readonly answer: 'chosen' | 'outranked' | 'notFor' | 'skuMissing';
  /** What keeps it from this buyer on this day. */
  readonly notFor: readonly NotFor[];
}

export interface PriceExplanation {
  /** Every list, in the order they are asked. */
  readonly lists: readonly ListAnswer[];
  readonly price: LinePrice | null;
}

/** Why a buyer pays what it pays: every list in lookup order, and the steps of the one that was chosen. */
export function explainPrice(
  lists: readonly PriceList[],
  lines: ReadonlyMap<string, PriceListLine>,
  groupIds: ReadonlySet<string>,
  { buyer, on, quantity, unit }: PriceQuestion,
): PriceExplanation {
  let chosen: ListedPrice | null = null;
  const answers = [...lists].sort(compareLists).map((list): ListAnswer => {
    const line = lines.get(list.id);
    const notFor = whyNot(list, buyer, on, groupIds);
    const fits = line !== undefined && notFor.length === 0;
    const answer = !line ? 'skuMissing' : !fits ? 'notFor' : chosen ? 'outranked' : 'chosen';
    if (fits && !chosen) chosen = { ...list, ...line };
    const { id: priceListId, name, kind } = list;
    return { priceListId, name, kind, unitPriceE4: line?.unitPriceE4 ?? null, answer, notFor };
  });
  return { lists: answers, price: chosen && priceAt(chosen, quantity, unit) };
}
