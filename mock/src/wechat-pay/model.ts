export type TradeType = 'JSAPI' | 'MWEB' | 'NATIVE' | 'APP';
export type OrderState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';
export type RefundStatus = 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL';

/** What a merchant asked for when it made the order. */
export interface OrderRequest {
  readonly appid: string;
  readonly mchid: string;
  readonly outTradeNo: string;
  readonly description: string;
  readonly notifyUrl: string;
  readonly totalFen: number;
  readonly tradeType: TradeType;
  readonly attach: string | null;
  /** The openid that has to pay; JSAPI alone names one. */
  readonly openid: string | null;
  /** The last instant to pay, clamped. */
  readonly payBefore: number;
  /** Every parameter as sent, in one order: a repetition must match it. */
  readonly fingerprint: string;
}

export interface Prepay {
  readonly prepayId: string;
  /** Until when its cashier is opened; who has it open may go on until `validUntil`. */
  readonly opensUntil: number;
  readonly validUntil: number;
}

export interface Order extends OrderRequest {
  readonly createdAt: number;
  prepay: Prepay;
  state: OrderState;
  transactionId: string | null;
  paidAt: number | null;
  payerOpenid: string | null;
  closedAt: number | null;
}

export interface RefundRequest {
  readonly mchid: string;
  readonly outTradeNo: string | null;
  readonly transactionId: string | null;
  readonly outRefundNo: string;
  readonly reason: string | null;
  readonly notifyUrl: string | null;
  readonly refundFen: number;
  readonly totalFen: number;
}

export interface Refund {
  readonly mchid: string;
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly outRefundNo: string;
  readonly refundId: string;
  readonly reason: string | null;
  readonly notifyUrl: string | null;
  readonly refundFen: number;
  readonly totalFen: number;
  /** The part of the payment's fee that came back with it. */
  readonly feeBackFen: number;
  readonly createdAt: number;
  status: RefundStatus;
  /** Every status with the instant it began, oldest first. */
  readonly history: { readonly status: RefundStatus; readonly at: number }[];
  /** When it leaves PROCESSING, and as what; null when it has. */
  pending: { readonly dueAt: number; readonly outcome: Exclude<RefundStatus, 'PROCESSING'> } | null;
  succeededAt: number | null;
}

export type FlowKind = 'payment' | 'fee' | 'refund' | 'feeBack' | 'refundReturned' | 'topUp' | 'withdrawal';

/** One movement of a merchant's balance; in is positive, out negative. */
export interface Flow {
  readonly no: string;
  readonly mchid: string;
  readonly kind: FlowKind;
  readonly amountFen: number;
  readonly balanceFen: number;
  readonly at: number;
  readonly transactionId: string | null;
  readonly refundId: string | null;
  readonly outTradeNo: string | null;
  readonly outRefundNo: string | null;
}

export interface Attempt {
  readonly at: number;
  /** The HTTP status the merchant answered; null when none came. */
  readonly status: number | null;
  readonly note: string;
}

/** A callback with its content, which stays the same at every attempt. */
export interface Notice {
  readonly id: string;
  readonly mchid: string;
  readonly eventType: string;
  readonly outTradeNo: string;
  readonly url: string;
  readonly body: string;
  readonly createdAt: number;
  state: 'waiting' | 'delivered' | 'givenUp' | 'off';
  /** When it is sent next; null when it is not. */
  nextAt: number | null;
  /** Failed attempts so far: the place on the ladder. */
  failures: number;
  /** Held back by a fault: for a time, or until another notice has arrived. */
  held: 'delay' | 'order' | null;
  readonly attempts: Attempt[];
}
