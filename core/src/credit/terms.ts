import { addDays, type Day, type Instant } from '../platform/clock';
import type { Fen } from '../platform/money';

/**
 * 账期. `net`: days after a date of the shipment; `monthly` (月结): days after the statement day of the
 * calendar month; `previousBatch` (压批): a new order waits until the batch before the last is paid;
 * `consignment`: billed at sign-off like `net` for as long as nothing counts what a store has sold.
 */
export type TermsKind = 'cash' | 'prepaid' | 'net' | 'monthly' | 'previousBatch' | 'consignment';
export type TermsBasis = 'shipment' | 'sign' | 'invoice';

export interface Terms {
  readonly kind: TermsKind;
  /** Days after the basis, or after the statement day; nothing for `cash` and `prepaid`. */
  readonly days: number;
  /** The date the days count from, and that puts a bill into its month. */
  readonly basis: TermsBasis;
  /** Monthly only. 0: the last day of the month itself; 1 to 28: that day of the month after. */
  readonly statementDay: number;
}

/** Terms as they were agreed: the latest version begun by a day is valid on it. */
export interface TermsVersion extends Terms {
  readonly accountId: string;
  readonly version: number;
  readonly startsOn: Day;
  readonly reason: string;
  readonly actorId: string;
  readonly at: Instant;
}

/** Terms of an account for which nobody has agreed anything else. */
export const plainTerms = (termDays: number): Terms & { readonly version: number } => ({
  kind: 'net',
  days: termDays,
  basis: 'sign',
  statementDay: 0,
  version: 0,
});

/** The terms valid on a day: of those begun, the latest version. */
export function termsOn(versions: readonly TermsVersion[], termDays: number, on: Day) {
  let valid: (Terms & { readonly version: number }) | null = null;
  for (const terms of versions) {
    if (terms.startsOn <= on && terms.version > (valid?.version ?? 0)) valid = terms;
  }
  return valid ?? plainTerms(termDays);
}

/** The dates of what is billed; without an invoice the sign-off counts. */
export interface BillDates {
  readonly shippedOn: Day;
  readonly signedOn: Day;
  readonly invoicedOn: Day | null;
}

/** The day a term counts from. */
export function countsFrom({ basis }: Pick<Terms, 'basis'>, dates: BillDates): Day {
  if (basis === 'shipment') return dates.shippedOn;
  return basis === 'invoice' ? (dates.invoicedOn ?? dates.signedOn) : dates.signedOn;
}

/** The last day a bill of these dates may be paid without being late. */
export function dueOn(terms: Terms, dates: BillDates): Day {
  const from = countsFrom(terms, dates);
  if (terms.kind === 'cash' || terms.kind === 'prepaid') return from;
  return addDays(terms.kind === 'monthly' ? statementOn(from, terms.statementDay) : from, terms.days);
}

/** The statement day of the month a day lies in. */
export function statementOn(on: Day, statementDay: number): Day {
  const [year, month] = on.split('-').map(Number) as [number, number];
  const nextMonth = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return statementDay === 0
    ? addDays(`${nextMonth}-01`, -1)
    : `${nextMonth}-${String(statementDay).padStart(2, '0')}`;
}

/** What terms ask of a new order. */
export interface TermsFacts {
  readonly amountFen: Fen;
  /** What of it did not come with the order. */
  readonly dueFen: Fen;
  /** The prepaid balance, less what is not paid yet. */
  readonly prepaidFen: Fen;
  /** Open bills of batches before the last one; see `waitingBills`. */
  readonly waiting: readonly { readonly billId: string; readonly openFen: Fen }[];
}

export type TermsAnswer =
  | { readonly answer: 'onAccount' }
  /** The prepaid balance covers it. */
  | { readonly answer: 'prepaid' }
  /** To be paid with the order. */
  | { readonly answer: 'payNow'; readonly payFen: Fen }
  | { readonly answer: 'topUp'; readonly missingFen: Fen }
  | { readonly answer: 'payBatch'; readonly payFen: Fen; readonly billIds: readonly string[] };

/** Whether terms let an order go on account, from the prepaid balance, or what is to be paid first. */
export function termsAllow({ kind }: Pick<Terms, 'kind'>, facts: TermsFacts): TermsAnswer {
  const { amountFen, dueFen, prepaidFen, waiting } = facts;
  if (kind === 'cash') return { answer: 'payNow', payFen: dueFen };
  if (kind === 'prepaid') {
    return prepaidFen >= amountFen
      ? { answer: 'prepaid' }
      : { answer: 'topUp', missingFen: amountFen - prepaidFen };
  }
  if (kind === 'previousBatch' && dueFen > 0 && waiting.length > 0) {
    const payFen = waiting.reduce((total, { openFen }) => total + openFen, 0);
    return { answer: 'payBatch', payFen, billIds: waiting.map(({ billId }) => billId) };
  }
  return { answer: 'onAccount' };
}

/** The open bills of every batch but the last; a batch is what one order was billed for. */
export function waitingBills<Open extends { readonly orderId: string }>(
  openBills: readonly Open[],
  lastOrderId: string | null,
): readonly Open[] {
  return openBills.filter(({ orderId }) => orderId !== lastOrderId);
}
