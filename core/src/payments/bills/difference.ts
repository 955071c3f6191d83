import type { Fen } from '../../platform/money';
import type { BilledPayment, BilledRefund, FundFlowSums, TradeSums } from './model';

/** A payment as we know it. */
export interface OurPayment {
  readonly outTradeNo: string;
  readonly transactionId: string | null;
  readonly amountFen: Fen;
  readonly isPaid: boolean;
}

/** A refund as we know it, once WeChat has accepted it. */
export interface OurRefund {
  readonly outRefundNo: string;
  readonly outTradeNo: string;
  readonly refundFen: Fen;
  readonly state: 'processing' | 'succeeded' | 'closed' | 'abnormal';
}

/**
 * Our side of a bill's day: what was paid and what was accepted as a refund on that day (Shanghai), and besides it
 * whatever the bill names, as it stands here.
 */
export interface OurBook {
  readonly payments: readonly OurPayment[];
  readonly refunds: readonly OurRefund[];
}

/** `alarm`: money may be lost or goods gone; a person looks. `warning`: the remedy is likely to settle it. */
export type Severity = 'alarm' | 'warning';

export type Remedy =
  /** Ask WeChat about the trade, and take its word by `markPaid`. */
  | 'queryTrade'
  /** Ask WeChat about the refund, and take its word. */
  | 'queryRefund'
  /** Find out whose money it is; without an owner, give it back. */
  | 'findOwnerOrRefund'
  /** Nothing goes out on it until a person has looked at both sides. */
  | 'holdAndReview'
  /** Fetch the bill again, and do nothing by this one. */
  | 'fetchBillAgain'
  /** Hold the rate agreed with WeChat against what was taken off. */
  | 'checkFee'
  /** Find out what moved the money. */
  | 'explainFlow';

export type PaymentDifferenceKind =
  | 'missingHere'
  | 'missingThere'
  | 'amountDiffers'
  | 'paidThereUnpaidHere'
  | 'paidHereNotThere'
  | 'transactionDiffers'
  | 'repeatedThere';

/** Between the money that moved on the merchant's account and our ledger. */
export type FlowDifferenceKind =
  | 'flowMissingHere'
  | 'flowMissingThere'
  | 'flowAmountDiffers'
  | 'flowFeeDiffers'
  | 'flowUnknown'
  | 'flowBalanceBroken'
  | 'flowSumsDiffer'
  /** The day's payments in our ledger come to another sum than those of the bill, and no row says why. */
  | 'ledgerSumDiffers';

export type RefundDifferenceKind =
  | 'refundMissingHere'
  | 'refundMissingThere'
  | 'refundAmountDiffers'
  | 'refundStateDiffers'
  | 'refundTradeDiffers'
  | 'refundRepeatedThere';

interface Judged {
  readonly severity: Severity;
  readonly remedy: Remedy;
}

export interface PaymentDifference extends Judged {
  readonly kind: PaymentDifferenceKind;
  readonly outTradeNo: string;
  readonly here: OurPayment | null;
  readonly there: BilledPayment | null;
}

export interface RefundDifference extends Judged {
  readonly kind: RefundDifferenceKind;
  readonly outTradeNo: string;
  readonly outRefundNo: string;
  readonly here: OurRefund | null;
  readonly there: BilledRefund | null;
}

/** A sum of the bill that its own rows do not come to. */
export interface SumDifference<Column extends string> extends Judged {
  readonly kind: 'sumsDiffer';
  readonly column: Column;
  readonly stated: number;
  readonly counted: number;
}

/** `number`: of the payment or refund, of the flow, or the column that does not add up. */
export interface FlowDifference extends Judged {
  readonly kind: FlowDifferenceKind;
  readonly number: string;
  readonly hereFen: Fen | null;
  readonly thereFen: Fen | null;
}

export type TradeDifference = PaymentDifference | RefundDifference | SumDifference<keyof TradeSums>;
export type Difference = TradeDifference | FlowDifference;
export type FundFlowDifference = SumDifference<keyof FundFlowSums>;

/** How bad each is and what is suggested. */
export const judgements: {
  readonly [Kind in PaymentDifferenceKind | RefundDifferenceKind | FlowDifferenceKind | 'sumsDiffer']: Judged;
} = {
  missingHere: { severity: 'alarm', remedy: 'findOwnerOrRefund' },
  missingThere: { severity: 'alarm', remedy: 'queryTrade' },
  amountDiffers: { severity: 'alarm', remedy: 'holdAndReview' },
  paidThereUnpaidHere: { severity: 'warning', remedy: 'queryTrade' },
  paidHereNotThere: { severity: 'alarm', remedy: 'holdAndReview' },
  transactionDiffers: { severity: 'alarm', remedy: 'holdAndReview' },
  repeatedThere: { severity: 'alarm', remedy: 'fetchBillAgain' },
  refundMissingHere: { severity: 'alarm', remedy: 'holdAndReview' },
  refundMissingThere: { severity: 'warning', remedy: 'queryRefund' },
  refundAmountDiffers: { severity: 'alarm', remedy: 'holdAndReview' },
  refundStateDiffers: { severity: 'warning', remedy: 'queryRefund' },
  refundTradeDiffers: { severity: 'alarm', remedy: 'holdAndReview' },
  refundRepeatedThere: { severity: 'alarm', remedy: 'fetchBillAgain' },
  sumsDiffer: { severity: 'alarm', remedy: 'fetchBillAgain' },
  flowMissingHere: { severity: 'alarm', remedy: 'findOwnerOrRefund' },
  flowMissingThere: { severity: 'alarm', remedy: 'queryTrade' },
  flowAmountDiffers: { severity: 'alarm', remedy: 'holdAndReview' },
  flowFeeDiffers: { severity: 'warning', remedy: 'checkFee' },
  flowUnknown: { severity: 'warning', remedy: 'explainFlow' },
  flowBalanceBroken: { severity: 'alarm', remedy: 'fetchBillAgain' },
  flowSumsDiffer: { severity: 'alarm', remedy: 'fetchBillAgain' },
  ledgerSumDiffers: { severity: 'alarm', remedy: 'holdAndReview' },
};
