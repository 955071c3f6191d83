import type { Instant } from '../platform/clock';
import type { Fen } from '../platform/money';

/** 退款方式. A credit note lowers what is owed, or waits on the account for the next bill. */
export type MoneyBackInstrument = 'creditNote';

/** One part of money that is given back. */
export interface MoneyBackPart {
  readonly instrument: MoneyBackInstrument;
  /** The bill whose open part it lowers; null: what had been paid already. */
  readonly billId: string | null;
  readonly amountFen: Fen;
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

/** A bill of the order, with what is open of it. */
export interface OrderBill {
  readonly id: string;
  readonly openFen: Fen;
}

/**
 * How money goes back: first against what the order still owes, bill by bill, the rest as credit of the account.
 * The parts add up to the amount.
 */
export function planMoneyBack(bills: readonly OrderBill[], amountFen: Fen): readonly MoneyBackPart[] {
  const parts: MoneyBackPart[] = [];
  let leftFen = amountFen;
  for (const { id, openFen } of bills) {
    const partFen = Math.min(leftFen, openFen);
    if (partFen <= 0) continue;
    parts.push({ instrument: 'creditNote', billId: id, amountFen: partFen });
    leftFen -= partFen;
  }
  if (leftFen > 0) parts.push({ instrument: 'creditNote', billId: null, amountFen: leftFen });
  return parts;
}
