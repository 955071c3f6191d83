import type { Instant } from '../platform/clock';
import type { Fen } from '../platform/money';

/**
 * 退款方式. `creditNote` lowers what is owed, or waits on the account for the next bill; `payment` goes back the way
 * it was paid; `rebate` goes back into the rebate balance.
 */
export type MoneyBackInstrument = 'creditNote' | 'payment' | 'rebate';

/** One part of money that is given back. */
export interface MoneyBackPart {
  readonly instrument: MoneyBackInstrument;
  /** The bill whose open part it lowers; null: what had been paid already. */
  readonly billId: string | null;
  readonly amountFen: Fen;
}

/** A part as it is planned, with the payment it goes back to. */
export interface PlannedPart extends MoneyBackPart {
  readonly paymentId: string | null;
}

/** What was given back for a document, part by part, as it is kept. */
export interface MoneyBack extends MoneyBackPart {
  readonly id: string;
  readonly orderId: string;
  readonly documentKind: MoneyBackDocument['kind'];
  readonly documentId: string;
  /** The receipt that books it. */
  readonly receiptId: string;
  readonly actorId: string;
  readonly at: Instant;
}

export interface MoneyBackDocument {
  readonly kind: 'afterSales';
  readonly id: string;
}

/** How an order was paid, and what of it can go back. */
export interface PaidBy {
  /** Its bills, with what is open of each. */
  readonly bills: readonly { readonly id: string; readonly openFen: Fen }[];
  /** Payments by a channel, the latest first, with what of each bills took and nobody asked back. */
  readonly payments: readonly { readonly id: string; readonly returnableFen: Fen }[];
  /** What of it was paid by rebate. */
  readonly rebateFen: Fen;
}

/**
 * How money goes back, in reverse of how it came: first what the order still owes, bill by bill; then to the payments
 * that came with it, the latest first; then into the rebate balance; the rest as credit of the account. The parts add
 * up to the amount.
 */
export function planMoneyBack(paid: PaidBy, amountFen: Fen): readonly PlannedPart[] {
  const parts: PlannedPart[] = [];
  let leftFen = amountFen;
  const give = (mostFen: Fen, part: Omit<PlannedPart, 'amountFen'>) => {
    const partFen = Math.min(leftFen, mostFen);
    if (partFen <= 0) return;
    parts.push({ ...part, amountFen: partFen });
    leftFen -= partFen;
  };
  for (const { id, openFen } of paid.bills) {
    give(openFen, { instrument: 'creditNote', billId: id, paymentId: null });
  }
  for (const { id, returnableFen } of paid.payments) {
    give(returnableFen, { instrument: 'payment', billId: null, paymentId: id });
  }
  give(paid.rebateFen, { instrument: 'rebate', billId: null, paymentId: null });
  give(leftFen, { instrument: 'creditNote', billId: null, paymentId: null });
  return parts;
}
