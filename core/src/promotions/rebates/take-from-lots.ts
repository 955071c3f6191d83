import type { Fen } from '../../platform/money';
import type { RebateLot } from './model';

export interface LotPick {
  readonly lotId: string;
  readonly amountFen: Fen;
}

/**
 * Takes an amount from what is there, in this order: the next until it is empty. What is missing comes back as
 * `shortFen`, so picks + short = amount.
 */
export function takeInTurn(from: readonly LotPick[], amountFen: Fen) {
  const picks: LotPick[] = [];
  let shortFen = amountFen;
  for (const { lotId, amountFen: there } of from) {
    const taken = Math.min(shortFen, there);
    if (taken <= 0) continue;
    picks.push({ lotId, amountFen: taken });
    shortFen -= taken;
  }
  return { picks, shortFen };
}

/** First expired, first out. */
export const byExpiry = (left: RebateLot, right: RebateLot): number =>
  left.expiresAt - right.expiresAt || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);

/** What is free of lots. */
export const freeOfLots = (lots: readonly RebateLot[]): readonly LotPick[] =>
  [...lots].sort(byExpiry).map(({ id, leftFen, heldFen }) => ({ lotId: id, amountFen: leftFen - heldFen }));
