import type { Day, Instant } from '../platform/clock';
import type { Fen } from '../platform/money';
import type { PayChannel } from './gateway';

/** How a buyer pays: in the mini-program or inside WeChat, in another browser of a phone, by a code on a screen. */
export type PayBy = PayChannel['kind'];

/** What is paid: an order, bills that are due, or a prepaid balance. */
export type PaymentPurpose = 'order' | 'bills' | 'topUp';

/**
 * `open`: nothing is known to be paid. `closed`: the channel confirmed that nothing will be, unless it was too
 * late to close. `mismatched`: another amount was paid than was asked; a person looks at it.
 */
export type PaymentState = 'open' | 'paid' | 'closed' | 'mismatched';

/** 支付单: one attempt to pay. Its id is the merchant's order number at the channel. */
export interface Payment {
  readonly id: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly userId: string;
  readonly purpose: PaymentPurpose;
  /** The order it pays; null for bills and top-ups. */
  readonly orderId: string | null;
  /** The bills it pays, each with what was open of it. */
  readonly billShares: readonly BillToPay[];
  readonly amountFen: Fen;
  readonly channel: PayBy;
  readonly merchantId: string;
  readonly state: PaymentState;
  /** What the payer's device needs; null until the channel has answered. */
  readonly handOver: HandOver | null;
  readonly createdAt: Instant;
  /** The last moment to pay. */
  readonly expiresAt: Instant;
  /** How often the channel was asked whether it is paid. */
  readonly asks: number;
  readonly lastAskedAt: Instant | null;
  /** The channel's own number; null until it is paid. */
  readonly transactionId: string | null;
  readonly paidFen: Fen;
  readonly paidAt: Instant | null;
  /** Who paid, as the channel calls them; empty until it is paid. */
  readonly payer: string;
  /** What of it was asked back or is back already; never more than was paid. */
  readonly refundingFen: Fen;
  /** What of it is back. */
  readonly refundedFen: Fen;
}

export interface BillToPay {
  readonly billId: string;
  readonly amountFen: Fen;
}

/** What a device needs to let somebody pay. */
export type HandOver =
  | { readonly kind: 'jsapi'; readonly prepayId: string; readonly appId: string }
  /** With what it was opened: it can be opened again with nothing else. */
  | {
      readonly kind: 'h5';
      readonly url: string;
      readonly payerIp: string;
      readonly type: Extract<PayChannel, { kind: 'h5' }>['type'];
    }
  | { readonly kind: 'native'; readonly codeUrl: string };

/**
 * `asked`: to be sent, or sent with an unknown outcome. `processing`: the channel took it. `abnormal`: the
 * money cannot go back the way it came; a person looks at it. `closed`: it will not happen.
 */
export type RefundStage = 'asked' | 'processing' | 'succeeded' | 'abnormal' | 'closed';

/** 退款单. Its id is the merchant's refund number and never changes while it is tried again. */
export interface Refund {
  readonly id: string;
  readonly paymentId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  /** The order it is about; null for bills and top-ups. */
  readonly orderId: string | null;
  readonly amountFen: Fen;
  readonly reason: string;
  readonly state: RefundStage;
  readonly tries: number;
  /** The channel's own number; empty until it has answered. */
  readonly channelRefundId: string;
  /** The channel's last refusal, as a code; empty without one. */
  readonly refusal: string;
  /** How a person gave it back where the channel could not; empty otherwise. */
  readonly note: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  /** When the channel first said it took it; null until then. */
  readonly acceptedAt: Instant | null;
  readonly succeededAt: Instant | null;
}

/** An entry of the payment ledger: money that came in, or went back. */
export interface PaymentEntry {
  readonly id: string;
  readonly paymentId: string;
  readonly sellerId: string;
  readonly kind: 'paid' | 'refunded';
  /** Positive when it came in, negative when it went back. */
  readonly amountFen: Fen;
  /** The channel's number of the payment, or ours of the refund. */
  readonly documentId: string;
  readonly bookedOn: Day;
  readonly at: Instant;
}

/** A notice of the channel, kept before anything is done because of it. */
export interface PaymentNotice {
  readonly id: string;
  readonly merchantId: string;
  readonly kind: 'payment' | 'refund';
  readonly documentId: string;
  readonly at: Instant;
}
