import type { Player } from './lane-state';

/** The order promotions of a lane are asked in: priority, the buyer's benefit, start, then id. */
export function comparePlayers(
  left: Player & { readonly aloneWorth?: number },
  right: Player & { readonly aloneWorth?: number },
): number {
  const one = left.compiled.promotion;
  const other = right.compiled.promotion;
  return (
    other.priority - one.priority ||
    (right.aloneWorth ?? 0) - (left.aloneWorth ?? 0) ||
    one.startsAt - other.startsAt ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  );
}
