import type { Day, Instant } from '../platform/clock';
import type { Fen } from '../platform/money';
import type { LadderStep } from './ladder-step';
import type { TermsKind } from './terms';

/** What a debt is made of. Exposure is held + shipped + receivable − unapplied. */
export interface Buckets {
  /** Approved or promised, not yet shipped. */
  readonly heldFen: Fen;
  /** Shipped, not yet signed for. */
  readonly shippedFen: Fen;
  /** Signed for and billed, not yet paid. */
  readonly receivableFen: Fen;
  /** Money received that no bill has taken yet. */
  readonly unappliedFen: Fen;
}

/** An account as it is opened. */
export interface OpenedAccount extends Buckets {
  readonly id: string;
  readonly sellerId: string;
  readonly buyerId: string;
  /** The permanent limit; temporary ones stand beside it while they are valid. */
  readonly limitFen: Fen;
  readonly termDays: number;
}

/** What a seller trusts a buyer with. */
export interface CreditAccount extends OpenedAccount {
  /** Counts the changes of limit and terms. */
  readonly version: number;
  /** Where the daily round found the account on the overdue ladder; decisions ask the open bills instead. */
  readonly ladderStep: LadderStep;
}

/** The key accounts are looked up by. */
export const accountKey = (buyerId: string, sellerId: string) => `${buyerId} ${sellerId}`;

export type EntryKind =
  | 'hold'
  | 'release'
  | 'ship'
  | 'sign'
  | 'receive'
  | 'apply'
  | 'unapply'
  | 'reverse'
  | 'payOut'
  | 'creditNote'
  | 'writeOff';

/** An entry of the credit ledger: an account's buckets are the sums of its entries. */
export interface CreditEntry extends Buckets {
  readonly id: string;
  readonly accountId: string;
  readonly kind: EntryKind;
  readonly documentKind: 'order' | 'shipment' | 'receipt' | 'bill';
  readonly documentId: string;
  readonly actorId: string;
  readonly at: Instant;
}

/** What a signed shipment made the buyer owe. */
export interface Bill {
  readonly id: string;
  readonly accountId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly amountFen: Fen;
  readonly paidFen: Fen;
  readonly issuedAt: Instant;
  readonly dueOn: Day;
  /** True once it is paid in full. */
  readonly settled: boolean;
  /** The terms it was issued under; later terms leave it alone. Version 0: the plain days of the account. */
  readonly termsKind: TermsKind;
  readonly termsVersion: number;
  /** The day its term counts from; null on bills older than terms. */
  readonly countsFromOn: Day | null;
}

/** What of a bill is asked when somebody decides. */
export type OpenBill = Pick<
  Bill,
  'id' | 'accountId' | 'orderId' | 'orderNumber' | 'amountFen' | 'paidFen' | 'issuedAt' | 'dueOn'
>;

/**
 * What pays bills: money, a prepaid balance, a credit note (negative bill), a write-off; a payment or a rebate
 * that came with an order pays that order's bills and no others. A reversal takes one of them back: its amount
 * is the other's with the sign turned. A pay-out gives back to the buyer what no bill took of one.
 */
export type ReceiptKind =
  'money' | 'prepaid' | 'payment' | 'rebate' | 'creditNote' | 'writeOff' | 'reversal' | 'payOut';

/** A payment by a channel, or its return; a settlement of an after-sales request. */
export type ReceiptBond = 'payment' | 'afterSales';

export interface Receipt {
  readonly id: string;
  readonly accountId: string;
  readonly kind: ReceiptKind;
  readonly amountFen: Fen;
  /** What no bill has taken yet. */
  readonly openFen: Fen;
  /** The bill it names. */
  readonly billId: string | null;
  /** The receipt a reversal takes back. */
  readonly reversesId: string | null;
  /** The order it pays, and nothing else; null: it pays whatever is due. */
  readonly orderId: string | null;
  /** The receipt a pay-out is taken from. */
  readonly paysOutId: string | null;
  /** The document it belongs to, which alone may undo it; null: nobody's but finance's. */
  readonly boundTo: ReceiptBond | null;
  /** Of that document; empty without one. */
  readonly boundId: string;
  readonly reason: string;
  readonly actorId: string;
  readonly at: Instant;
}

/** How much of a receipt a bill took; taking it back is another application, negative and linked. */
export interface Application {
  readonly id: string;
  readonly receiptId: string;
  readonly billId: string;
  readonly amountFen: Fen;
  readonly reversesId: string | null;
  readonly actorId: string;
  readonly at: Instant;
}

/** What is past due on an account. */
export interface Overdue {
  readonly accountId: string;
  readonly oldestDueOn: Day;
  readonly overdueFen: Fen;
}
