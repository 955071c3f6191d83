import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../platform/clock';
import { type Fen, partOfFen } from '../../platform/money';
import type { RebateTerms } from './model';

/** What holds for a seller that has said nothing. */
export const usualRebateTerms = (sellerId: string): RebateTerms => ({
  sellerId,
  version: 0,
  maxShareBp: 3_000,
  countsSpecialPrices: false,
  validMonths: 12,
  changedBy: '',
  changedAt: 0,
});

/** A line of an order as far as rebates ask. */
export interface RebateLine {
  readonly amountFen: Fen;
  /** Whether a promotion gave its units a price of their own. */
  readonly isSpecialPrice: boolean;
}

/** What of an order may be paid by rebate: a share of its lines, those at special prices left out. Never rounded up. */
export function rebateRoomFen(
  lines: readonly RebateLine[],
  { maxShareBp, countsSpecialPrices }: Pick<RebateTerms, 'maxShareBp' | 'countsSpecialPrices'>,
): Fen {
  let counted = 0;
  for (const { amountFen, isSpecialPrice } of lines) {
    if (!isSpecialPrice || countsSpecialPrices) counted += amountFen;
  }
  return Number((BigInt(counted) * BigInt(maxShareBp)) / 10_000n);
}

/**
 * What of a rebate spent on an order comes back with goods worth the fen `from` up to `until` of it. Parts that follow
 * one another add up to all of it, however the goods come back.
 */
export const rebateShareFen = (spentFen: Fen, orderFen: Fen, from: Fen, until: Fen): Fen =>
  orderFen <= 0 ? 0 : partOfFen(spentFen, orderFen, from, until);

/** When what is earned now expires: with the month that lies so many months after this one. */
export function rebateExpiresAt(at: Instant, { validMonths }: Pick<RebateTerms, 'validMonths'>): Instant {
  const [year = 0, month = 1] = dayOf(at).split('-').map(Number);
  const months = year * 12 + (month - 1) + validMonths + 1;
  return startOfDay(firstOf(Math.floor(months / 12), (months % 12) + 1));
}

const firstOf = (year: number, month: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;

/** What comes back with returned goods is good for so many days at least, however old it was. */
export const restoredDays = 30;

export const restoredUntil = (at: Instant): Instant => startOfDay(addDays(dayOf(at), restoredDays + 1));
