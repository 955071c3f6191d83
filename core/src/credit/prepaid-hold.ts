import type { Fen } from '../platform/money';
import type { CreditAssessment } from './assess-credit';

/**
 * What an order that takes so much of an account holds of its prepaid balance: all of it, as far as the
 * balance is free. Where a person let the order go beyond the balance, the rest is billed without cover.
 */
export function prepaidHoldFen(
  { terms, prepaid }: Pick<CreditAssessment, 'terms' | 'prepaid'>,
  heldFen: Fen,
): Fen {
  return terms.kind === 'prepaid' ? Math.max(0, Math.min(heldFen, prepaid.freeFen)) : 0;
}

/** What a buyer may still take on: within its limit, or its prepaid balance; what is paid with the order asks for neither. */
export function roomFen({
  terms,
  availableFen,
  prepaid,
}: Pick<CreditAssessment, 'terms' | 'availableFen' | 'prepaid'>): Fen {
  if (terms.kind === 'cash') return Number.MAX_SAFE_INTEGER;
  return terms.kind === 'prepaid' ? prepaid.leftFen : availableFen;
}

/** What an order lets go of its hold when it stands for no more than this. */
export const prepaidSurplusFen = (holdFen: Fen, standsForFen: Fen): Fen =>
  Math.max(0, holdFen - Math.max(0, standsForFen));

/** What of a bill an order pays from what it holds: what is open of it, as far as the hold goes. */
export const prepaidPaysFen = (holdFen: Fen, openFen: Fen): Fen => Math.max(0, Math.min(holdFen, openFen));
