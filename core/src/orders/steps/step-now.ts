import type { Instant } from '../../platform/clock';
import type { Fen } from '../../platform/money';
import type { PromotionQuote } from '../../promotions';
import type { OrderRequest } from '../facts';
import type { NewHold } from '../holds';
import type { Finding } from '../model';
import type { OrderSteps } from './model';
import { stageOf, stepDueAt, stepDueFen } from './stage-of';
import { blockedSteps, findingOfStage, stepsOf } from './steps-of';

/** Where an order that is paid in steps stands when it is decided. */
export interface StepNow {
  readonly steps: OrderSteps;
  /** True until all is paid: then it waits, and takes neither goods nor credit. */
  readonly isUnderWay: boolean;
  readonly dueAt: Instant | null;
  /** Until when it may stand still. */
  readonly waitsUntil: Instant;
  readonly findings: readonly Finding[];
}

/** What steps say of an order; null for one that is paid at once. */
export function stepNow(
  { steps: agreed, paidFen = 0, at }: Pick<OrderRequest, 'steps' | 'paidFen' | 'at'>,
  quote: PromotionQuote | null,
  payableFen: Fen,
): StepNow | null {
  const steps = agreed === undefined ? stepsOf(quote, at) : agreed;
  if (!steps) return null;
  const now = { steps, payableFen, paidFen, at };
  const stage = stageOf(now);
  const blocks = agreed === undefined && quote ? blockedSteps(quote, steps, at) : [];
  return {
    steps,
    isUnderWay: stage !== 'paid',
    dueAt: stepDueAt(steps, stage),
    waitsUntil: stage === 'deposit' || stage === 'depositLate' ? steps.depositBy : steps.balanceUntil,
    findings: [...blocks, ...findingOfStage(steps, stage, stepDueFen(now))],
  };
}

/** Money has until the end of its step, whatever the policy says of payments. */
export const heldUntilPaid = (holds: readonly NewHold[], step: StepNow | null): readonly NewHold[] =>
  step?.isUnderWay
    ? holds.map((hold) => (hold.kind === 'payment' ? { ...hold, dueAt: step.waitsUntil } : hold))
    : holds;
