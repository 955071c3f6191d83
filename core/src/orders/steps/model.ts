import type { Instant } from '../../platform/clock';
import type { Fen } from '../../platform/money';

/** 预售: how an order is paid in two steps, as its buyer agreed to when it was placed. */
export interface OrderSteps {
  readonly depositFen: Fen;
  /** What the deposit counts for: more than it is where it is expanded. */
  readonly depositWorthFen: Fen;
  /** The last moment for the deposit. */
  readonly depositBy: Instant;
  readonly balanceFrom: Instant;
  /** Exclusive. */
  readonly balanceUntil: Instant;
  /** True for 订金, which goes back; 定金 is kept by the seller when the buyer does not pay the balance. */
  readonly isRefundable: boolean;
}

/** Where such an order stands: what it waits for, or what was not paid in time. */
export type StepStage = 'deposit' | 'depositLate' | 'waiting' | 'balance' | 'balanceLate' | 'paid';
