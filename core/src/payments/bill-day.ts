import type { Day, Instant } from '../platform/clock';
import type { Fen } from '../platform/money';
import type { Remedy, Severity } from './bills/difference';

/** 对账日: one merchant's day, held against its bill. */
export interface BillDay {
  readonly merchantId: string;
  readonly day: Day;
  readonly payments: number;
  readonly paidFen: Fen;
  readonly refunds: number;
  readonly refundedFen: Fen;
  /** What moved on the merchant's account, by its fund-flow bill; null while that is not to be had. */
  readonly inFen: Fen | null;
  readonly outFen: Fen | null;
  readonly feeFen: Fen | null;
  readonly closingFen: Fen | null;
  /** What our ledger booked on the day: paid, and gone back. */
  readonly ledgerPaidFen: Fen;
  readonly ledgerRefundedFen: Fen;
  readonly differences: number;
  readonly comparedAt: Instant;
}

/** A difference between a bill and our book. `mended`: the house took the bill's word by itself. */
export interface BillDifference {
  readonly id: string;
  readonly merchantId: string;
  readonly day: Day;
  /** Whose payment it is; null where nobody here knows it, which is HQ's to find out. */
  readonly sellerId: string | null;
  readonly kind: string;
  readonly severity: Severity;
  readonly remedy: Remedy;
  /** The payment's or refund's number, or the column that does not add up. */
  readonly number: string;
  readonly hereFen: Fen | null;
  readonly thereFen: Fen | null;
  /** What else each side says where it is not the amount that differs: a state, a number; empty otherwise. */
  readonly here: string;
  readonly there: string;
  readonly state: 'open' | 'mended' | 'resolved';
  readonly note: string;
  readonly resolvedBy: string;
  readonly resolvedAt: Instant | null;
  readonly foundAt: Instant;
}
