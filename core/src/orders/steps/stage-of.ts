import type { Instant } from '../../platform/clock';
import type { Fen } from '../../platform/money';
import type { OrderSteps, StepStage } from './model';

export interface StepsNow {
  readonly steps: OrderSteps;
  /** All that the order comes to, freight included. */
  readonly payableFen: Fen;
  /** What came with it so far. */
  readonly paidFen: Fen;
  readonly at: Instant;
}

/** Where an order stands on its way from deposit to balance. Goods are looked for only once it is paid. */
export function stageOf({ steps, payableFen, paidFen, at }: StepsNow): StepStage {
  const { depositFen, depositBy, balanceFrom, balanceUntil } = steps;
  if (paidFen < Math.min(depositFen, payableFen)) return at < depositBy ? 'deposit' : 'depositLate';
  if (at < balanceFrom) return 'waiting';
  if (paidFen >= payableFen) return 'paid';
  return at < balanceUntil ? 'balance' : 'balanceLate';
}

/** What is to be paid now, in fen: the rest of the deposit, or of everything while the window is open. */
export function stepDueFen(now: StepsNow): Fen {
  const { steps, payableFen, paidFen } = now;
  const stage = stageOf(now);
  if (stage === 'deposit') return Math.min(steps.depositFen, payableFen) - paidFen;
  return stage === 'balance' ? payableFen - paidFen : 0;
}

/** When an order of this stage is to be looked at again; null when it is over. */
export function stepDueAt(
  { depositBy, balanceFrom, balanceUntil }: OrderSteps,
  stage: StepStage,
): Instant | null {
  switch (stage) {
    case 'deposit':
    case 'depositLate':
      return depositBy;
    case 'waiting':
      return balanceFrom;
    case 'balance':
    case 'balanceLate':
      return balanceUntil;
    case 'paid':
      return null;
  }
}

/**
 * What the seller keeps of what was paid when the buyer gives the order up, in fen: a deposit that was paid and whose
 * balance was not, unless it was agreed to go back. A deposit that is not complete binds nobody, and one whose
 * balance is paid has become a part of the price (民法典 586, 587).
 */
export function forfeitFen({ steps, payableFen, paidFen }: Omit<StepsNow, 'at'>): Fen {
  const isBound = paidFen >= steps.depositFen && paidFen < payableFen;
  return isBound && !steps.isRefundable ? steps.depositFen : 0;
}
