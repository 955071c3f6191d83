import type { PriceE4 } from '../platform/money';

/** Units that may have a price: `offer` may price up to `quantity` units of `item`. */
export interface UnitOffer {
  readonly item: number;
  readonly promotion: number;
  readonly quantity: number;
  /** What a base unit of it costs less than at the list. */
  readonly savingE4: PriceE4;
}

export interface Assigned {
  readonly item: number;
  readonly promotion: number;
  readonly quantity: number;
}

/**
 * Gives each unit at most one price, the greatest saving first: units of item `i` are at most `units[i]`, those of
 * promotion `p` at most `caps[p]`. Offers of equal saving come in their order.
 */
export function assignUnits(
  offers: readonly UnitOffer[],
  units: readonly number[],
  caps: readonly number[],
): readonly Assigned[] {
  const unitsLeft = [...units];
  const capsLeft = [...caps];
  const assigned: Assigned[] = [];
  const inTurn = offers
    .filter(({ savingE4 }) => savingE4 > 0)
    .sort((left, right) => right.savingE4 - left.savingE4);
  for (const { item, promotion, quantity: offered } of inTurn) {
    const quantity = Math.min(offered, unitsLeft[item] as number, capsLeft[promotion] as number);
    if (quantity <= 0) continue;
    unitsLeft[item] = (unitsLeft[item] as number) - quantity;
    capsLeft[promotion] = (capsLeft[promotion] as number) - quantity;
    assigned.push({ item, promotion, quantity });
  }
  return assigned;
}
