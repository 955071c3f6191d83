import type { DomainEvent } from '../platform';
import type { Instant } from '../platform/clock';
import type { Fen } from '../platform/money';

export interface PaymentPaid {
  readonly paymentId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly orderId: string | null;
  readonly askedFen: Fen;
  readonly paidFen: Fen;
}

export interface RefundMoved {
  readonly paymentId: string;
  readonly refundId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly orderId: string | null;
  readonly amountFen: Fen;
}

interface Payloads {
  readonly 'payment.paid': PaymentPaid;
  readonly 'payment.mismatched': PaymentPaid;
  readonly 'payment.refunded': RefundMoved;
  readonly 'payment.refundAbnormal': RefundMoved;
}

/** An event of one payment; events of the same payment are delivered in the order they were made. */
export const paymentEvent = <Name extends keyof Payloads>(
  id: string,
  name: Name,
  at: Instant,
  payload: Payloads[Name],
): DomainEvent => ({ id, name, version: 1, aggregate: `payment:${payload.paymentId}`, at, payload });
