import type { Day, Instant } from '../platform/clock';
import type { Fen } from '../platform/money';

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

/** What a seller trusts a buyer with. */
export interface CreditAccount extends Buckets {
  readonly id: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly limitFen: Fen;
  readonly termDays: number;
}

/** The key accounts are looked up by. */
export const accountKey = (buyerId: string, sellerId: string) => `${buyerId} ${sellerId}`;

export type EntryKind = 'hold' | 'release' | 'ship' | 'sign' | 'receive';

/** An entry of the credit ledger: an account's buckets are the sums of its entries. */
export interface CreditEntry extends Buckets {
  readonly id: string;
  readonly accountId: string;
  readonly kind: EntryKind;
  readonly documentKind: 'order' | 'shipment' | 'receipt';
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
}

/** Money a buyer paid. */
export interface Receipt {
  readonly id: string;
  readonly accountId: string;
  readonly amountFen: Fen;
  readonly actorId: string;
  readonly at: Instant;
}

/** How much of a receipt a bill took. */
export interface Application {
  readonly receiptId: string;
  readonly billId: string;
  readonly amountFen: Fen;
}

/** What is past due on an account. */
export interface Overdue {
  readonly accountId: string;
  readonly oldestDueOn: Day;
  readonly overdueFen: Fen;
}
