import type { Day } from '../platform/clock';
import type { Fen } from '../platform/money';
import { availableFen } from './assess-credit';
import { forbiddenBy, ladderStep, usualLadder } from './ladder';
import type { Buckets, Overdue } from './model';

export type CreditAnswer =
  | { readonly answer: 'enough' }
  | { readonly answer: 'none' }
  | { readonly answer: 'over'; readonly availableFen: Fen; readonly missingFen: Fen };

/** Whether an amount fits under the permanent limit; without an account there is no credit. */
export function fitsLimit(
  account: ({ readonly limitFen: Fen } & Buckets) | undefined,
  amountFen: Fen,
): CreditAnswer {
  if (!account) return { answer: 'none' };
  const available = availableFen(account);
  if (amountFen <= available) return { answer: 'enough' };
  return { answer: 'over', availableFen: available, missingFen: amountFen - available };
}

export interface OverdueAnswer {
  readonly overdueDays: number;
  readonly overdueFen: Fen;
  /** True when new orders must wait for a person. */
  readonly locks: boolean;
}

/** How late an account is by the usual ladder; null when it is not. */
export function assessOverdue(overdue: Overdue | undefined, limitFen: Fen, on: Day): OverdueAnswer | null {
  const { step, overdueDays, overdueFen } = ladderStep(usualLadder, overdue, limitFen, on);
  if (overdueDays === 0) return null;
  return { overdueDays, overdueFen, locks: forbiddenBy(step).onAccount };
}
