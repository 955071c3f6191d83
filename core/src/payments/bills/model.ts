import type { Instant } from '../../platform/clock';
import type { Fen } from '../../platform/money';

/** Fees carry five places of a yuan: integers of 1/100,000 yuan. */
export type FeeE5 = number;

export type BillRefundState = 'SUCCESS' | 'PROCESSING' | 'FAIL' | 'CHANGE';

/** A payment of the day, as the bill tells it. */
export interface BilledPayment {
  readonly paidAt: Instant;
  readonly appid: string;
  readonly mchid: string;
  /** 特约商户号; null with a direct merchant. */
  readonly subMchid: string | null;
  readonly transactionId: string;
  readonly outTradeNo: string;
  readonly openid: string;
  readonly tradeType: string;
  /** 订单金额: what the order asked for; compare this one. */
  readonly amountFen: Fen;
  /** 应结订单金额: what is settled, less coupons the merchant gave. */
  readonly settledFen: Fen;
  readonly couponFen: Fen;
  readonly feeE5: FeeE5;
  /** 撤销: paid by a pay code and taken back. */
  readonly isRevoked: boolean;
}

/** A refund that was accepted on the day; its state is never updated afterwards. */
export interface BilledRefund {
  readonly acceptedAt: Instant;
  readonly mchid: string;
  readonly transactionId: string;
  readonly outTradeNo: string;
  readonly refundId: string;
  readonly outRefundNo: string;
  /** 申请退款金额: what was asked for; compare this one. */
  readonly refundFen: Fen;
  /** 退款金额: what is taken from the settlement, less coupons. */
  readonly settledFen: Fen;
  readonly couponFen: Fen;
  readonly feeE5: FeeE5;
  readonly state: BillRefundState;
}

/** The columns a trade bill adds up at its end, and what we make of them. */
export interface TradeSums {
  /** 总交易单数: rows, payments and refunds alike. */
  readonly rows: number;
  readonly settledFen: Fen;
  readonly refundFen: Fen;
  readonly refundCouponFen: Fen;
  readonly feeE5: FeeE5;
  readonly orderFen: Fen;
  readonly refundAskedFen: Fen;
}

/** 交易账单 of one day. */
export interface TradeBill {
  readonly payments: readonly BilledPayment[];
  readonly refunds: readonly BilledRefund[];
  /** What its last line says. */
  readonly stated: TradeSums;
  /** What its rows come to, every column over every row. */
  readonly counted: TradeSums;
}

export type FundFlowDirection = 'in' | 'out';

/** One movement of the merchant's account. */
export interface FundFlow {
  readonly bookedAt: Instant;
  /** 微信支付业务单号 */
  readonly businessNo: string;
  /** 资金流水单号 */
  readonly flowNo: string;
  readonly businessName: string;
  readonly businessType: string;
  readonly direction: FundFlowDirection;
  readonly amountFen: Fen;
  /** 账户结余 after it. */
  readonly balanceFen: Fen;
  readonly note: string;
  /** 业务凭证号: our own number. */
  readonly voucherNo: string;
}

export interface FundFlowSums {
  readonly rows: number;
  readonly inRows: number;
  readonly inFen: Fen;
  readonly outRows: number;
  readonly outFen: Fen;
}

/** 资金账单 of one day. */
export interface FundFlowBill {
  readonly flows: readonly FundFlow[];
  readonly stated: FundFlowSums;
  readonly counted: FundFlowSums;
}
