import type { Instant } from '../platform/clock';
import type { Fen } from '../platform/money';

/** 坏账核销: a debt given up, asked for by one person and approved by another. */
export interface WriteOff {
  readonly id: string;
  readonly accountId: string;
  readonly billId: string;
  readonly amountFen: Fen;
  readonly reason: string;
  readonly state: 'requested' | 'approved' | 'rejected';
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly decisionNote: string;
}

/** The same with whose debt it is, and of which order. */
export interface WriteOffOfBill extends WriteOff {
  readonly buyerId: string;
  readonly orderNumber: string;
}
