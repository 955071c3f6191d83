import { partOfFen, sum } from '../../platform/money';
import type { Item, UnitsUsed } from '../kind';

/** The whole packs of a unit that an item comes to: 29 bottles are 2 cases of 12, and loose ones make none. */
export interface Packs {
  readonly item: Item;
  /** Base units in a pack. */
  readonly factor: number;
  readonly count: number;
}

/** Items in packs of a unit, in their order; goods that are not packed so do not count. */
export function packsIn(items: readonly Item[], unit: string): readonly Packs[] {
  const packs: Packs[] = [];
  for (const item of items) {
    const factor = item.factorOf(unit);
    if (factor !== null) packs.push({ item, factor, count: Math.floor(item.quantity / factor) });
  }
  return packs;
}

/** Packs of all items together. */
export const countOf = (packs: readonly Packs[]): number => sum(packs.map(({ count }) => count));

/** The first `count` packs, in the order given, with the others left out. */
export function firstPacks(packs: readonly Packs[], count: number): readonly Packs[] {
  const taken: Packs[] = [];
  let left = count;
  for (const { item, factor, count: own } of packs) {
    const some = Math.min(left, own);
    if (some <= 0) continue;
    taken.push({ item, factor, count: some });
    left -= some;
  }
  return taken;
}

/** Packs as units used. */
export const usesOf = (packs: readonly Packs[]): readonly UnitsUsed[] =>
  packs.map(({ item: { key }, factor, count }) => ({ key, quantity: count * factor }));

/** What packs of an item cost now. */
export const costFenOf = ({ item: { amountFen, quantity }, factor, count }: Packs): number =>
  partOfFen(amountFen, quantity, 0, count * factor);

/** The dearest packs first; of those that cost the same, the first key. */
export const byCost = (packs: readonly Packs[]): readonly Packs[] =>
  [...packs].sort(
    (left, right) =>
      costOfOne(right) - costOfOne(left) ||
      (left.item.key < right.item.key ? -1 : left.item.key > right.item.key ? 1 : 0),
  );

const costOfOne = ({ item: { amountFen, quantity }, factor }: Packs) => (amountFen * factor) / quantity;
