import { sum } from '../platform/money';
import type { Lot } from './model';
import { freeOf } from './sellable';

/**
 * The lots a line is filled from when it may mix only so many, of `lots` in the order they should leave:
 * as few days into the stock as it takes for so many lots to hold what is asked. When no such lots do,
 * those that hold most. With no limit, all of them.
 */
export function chooseLots(lots: readonly Lot[], asked: number, maximumLots: number | null): readonly Lot[] {
  if (maximumLots === null || lots.length <= maximumLots) return lots;
  let chosen: readonly Lot[] = [];
  for (const lot of lots) {
    chosen = [...chosen, lot];
    // The smallest leaves; of equals the one that expires last.
    if (chosen.length > maximumLots) chosen = without(chosen, smallestOf(chosen));
    if (sum(chosen.map(freeOf)) >= asked) break;
  }
  return chosen;
}

const smallestOf = (lots: readonly Lot[]) =>
  lots.reduce((smallest, lot) => (freeOf(lot) <= freeOf(smallest) ? lot : smallest));

const without = (lots: readonly Lot[], left: Lot) => lots.filter((lot) => lot !== left);
