import type { Order, OrderSteps } from '@tongpan/core';
import { at } from './wire';

type Stage = 'deposit' | 'waiting' | 'balance' | 'paid' | 'ended';

/** How an order or a basket is paid in steps; null where it is paid at once. */
export const viewSteps = (steps: OrderSteps | null, payableFen: number, stage: Stage, forfeitedFen = 0) =>
  steps && {
    stage,
    depositFen: steps.depositFen,
    depositWorthFen: steps.depositWorthFen,
    balanceFen: Math.max(0, payableFen - steps.depositFen),
    depositBy: at(steps.depositBy),
    balanceFrom: at(steps.balanceFrom),
    balanceUntil: at(steps.balanceUntil),
    isRefundable: steps.isRefundable,
    forfeitedFen,
  };

const stages = {
  'preOrder.deposit': 'deposit',
  'preOrder.waiting': 'waiting',
  'preOrder.balance': 'balance',
} as const satisfies Readonly<Record<string, Stage>>;

/** Which step an order is at: what it waits for, as its last decision found. */
export function stageOfOrder({ state, findings }: Pick<Order, 'state' | 'findings'>): Stage {
  if (state === 'cancelled' || state === 'rejected') return 'ended';
  const waits = findings.find(({ rule }) => rule in stages);
  return state === 'held' && waits ? stages[waits.rule as keyof typeof stages] : 'paid';
}
