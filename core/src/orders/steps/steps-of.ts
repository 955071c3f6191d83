import type { Instant } from '../../platform/clock';
import { sum } from '../../platform/money';
import type { PromotionQuote } from '../../promotions';
import { onOrder } from '../found';
import type { Finding } from '../model';
import type { OrderSteps, StepStage } from './model';

/** 定金须在这么久内付清: goods of a quota are nobody else's meanwhile. */
export const depositWithinMs = 30 * 60_000;

/** How a basket is paid in steps; null where none of its goods are. Plans that cannot be joined are told apart later. */
export function stepsOf(quote: Pick<PromotionQuote, 'plans'> | null, at: Instant): OrderSteps | null {
  const [first, ...others] = (quote?.plans ?? []).map(({ plan }) => plan);
  if (!first) return null;
  const plans = [first, ...others];
  return {
    depositFen: sum(plans.map(({ depositFen }) => depositFen)),
    depositWorthFen: sum(plans.map(({ depositWorthFen }) => depositWorthFen)),
    depositBy: Math.min(at + depositWithinMs, first.balanceUntil),
    balanceFrom: first.balanceFrom,
    balanceUntil: first.balanceUntil,
    isRefundable: plans.every(({ isRefundable }) => isRefundable),
  };
}

/**
 * Why a basket cannot be ordered in steps: its window is over, or it holds goods beside one pre-order, which would
 * wait with it for weeks or be paid twice.
 */
export function blockedSteps(
  { plans, lines }: Pick<PromotionQuote, 'plans' | 'lines'>,
  steps: OrderSteps,
  at: Instant,
): readonly Finding[] {
  const isOneWindow = plans.every(
    ({ plan }) => plan.balanceFrom === steps.balanceFrom && plan.balanceUntil === steps.balanceUntil,
  );
  const plannedFen = sum(plans.map(({ plan }) => plan.depositFen + plan.balanceFen));
  const isAlone = isOneWindow && plannedFen === sum(lines.map(({ amountFen }) => amountFen));
  return [
    ...(isAlone ? [] : [{ ...onOrder('preOrder.mixed', {}), severity: 'block' as const }]),
    ...(at < steps.balanceUntil ? [] : [{ ...onOrder('preOrder.over', {}), severity: 'block' as const }]),
  ];
}

/** What an order waits for on its way, as a finding; nothing once it is paid. */
export function findingOfStage(
  { depositFen, depositBy, balanceFrom, balanceUntil, isRefundable }: OrderSteps,
  stage: StepStage,
  dueFen: number,
): readonly Finding[] {
  if (stage === 'paid') return [];
  const rule =
    stage === 'waiting'
      ? 'preOrder.waiting'
      : stage === 'balance' || stage === 'balanceLate'
        ? 'preOrder.balance'
        : 'preOrder.deposit';
  const numbers = {
    depositFen,
    dueFen,
    depositBy,
    balanceFrom,
    balanceUntil,
    isRefundable: isRefundable ? 1 : 0,
  };
  return [{ ...onOrder(rule, numbers), severity: 'review' }];
}

/** Before an order is paid nobody looks for its goods or its credit: they are looked for with the balance. */
export const isAskedBefore = ({ rule, severity }: Finding): boolean =>
  severity === 'block' || !/^(stock|credit|payment)\./.test(rule);
