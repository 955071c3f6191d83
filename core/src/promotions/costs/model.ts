import type { Instant } from '../../platform/clock';
import type { Fen } from '../../platform/money';

/** 费用: what one payer bears of a promotion because goods of an order went out, or bears no more as they came back. */
export interface PromotionCost {
  readonly id: string;
  readonly promotionId: string;
  readonly orderId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly payerId: string;
  readonly kind: CostKind;
  /** The shipment, the signing of a shipment, or the after-sales request it was booked with. */
  readonly documentId: string;
  /** Negative where goods came back. */
  readonly amountFen: Fen;
  readonly at: Instant;
}

export type CostKind = 'shipped' | 'returned';

/** A line of an order as far as costs go: what of it went out and stayed with its buyer. */
export interface CostLine {
  readonly lineNo: number;
  readonly skuId: string;
  /** The promotion that gives it; null for goods that are bought. */
  readonly giftOf: string | null;
  /** In base units. */
  readonly quantity: number;
  readonly kept: number;
}

/** Whose costs a statement is about: those of one's own promotions, or what one bears of others'. */
export type CostSide = 'seller' | 'payer';

/** What is borne of a promotion by one payer, in a time. */
export interface CostStatementRow {
  readonly promotionId: string;
  readonly name: string;
  readonly sellerId: string;
  readonly payerId: string;
  readonly orders: number;
  readonly shippedFen: Fen;
  /** Not negative. */
  readonly returnedFen: Fen;
}

/** 预算预警: a share of a budget was reached. A raised budget is another one, and warned of anew. */
export interface BudgetWarning {
  readonly promotionId: string;
  readonly budgetFen: Fen;
  /** In hundredths: one of `warnedShares`. */
  readonly share: number;
  readonly warnedAt: Instant;
}

export const warnedShares = [80, 100] as const;
