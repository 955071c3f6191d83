import type { Instant } from '../platform/clock';
import type { Fen } from '../platform/money';
import type { Payment } from './model';

/**
 * 原路退回: a part of an online payment of bills, or of a top-up, that is to go back the way it came. Money that leaves
 * by somebody's word: one person asks, another decides.
 */
export interface PaymentReturn {
  readonly id: string;
  readonly paymentId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly amountFen: Fen;
  readonly reason: string;
  readonly state: 'requested' | 'approved' | 'rejected';
  /** The refund that brings it back; empty until it is approved. */
  readonly refundId: string;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly requestedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedByName: string;
  readonly decidedAt: Instant | null;
  readonly note: string;
}

/** What came with an order goes back with the order, and what came in another amount by its own way. */
export const mayReturn = ({ purpose, state }: Pick<Payment, 'purpose' | 'state'>): boolean =>
  purpose !== 'order' && state === 'paid';
