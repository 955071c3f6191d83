import { type Day, daysBetween } from '../platform/clock';
import type { Fen } from '../platform/money';
import type { Buckets, CreditAccount, Overdue } from './model';

/** 占用额: what the buyer owes or will owe, less money not yet applied. */
export function exposureFen(buckets: Buckets): Fen {
  return buckets.heldFen + buckets.shippedFen + buckets.receivableFen - buckets.unappliedFen;
}

/** What may still be bought on account; negative when the limit is exceeded. */
export function availableFen(account: Pick<CreditAccount, 'limitFen'> & Buckets): Fen {
  return account.limitFen - exposureFen(account);
}

export type CreditAnswer =
  | { readonly answer: 'enough' }
  | { readonly answer: 'none' }
  | { readonly answer: 'over'; readonly availableFen: Fen; readonly missingFen: Fen };

/** Whether an amount fits under the limit; without an account there is no credit. */
export function assessCredit(
  account: (Pick<CreditAccount, 'limitFen'> & Buckets) | undefined,
  amountFen: Fen,
): CreditAnswer {
  if (!account) return { answer: 'none' };
  const available = availableFen(account);
  if (amountFen <= available) return { answer: 'enough' };
  return { answer: 'over', availableFen: available, missingFen: amountFen - available };
}

/** Overdue by this many days an account is cash only, so a new order on it waits for a person. */
const overdueLockDays = 16;
const overdueIgnoredFen = 50_000;

export interface OverdueAnswer {
  readonly overdueDays: number;
  readonly overdueFen: Fen;
  /** True when new orders must wait for a person. */
  readonly locks: boolean;
}

/** How late an account is. Amounts up to max(¥500, 1 % of the limit) are not chased. */
export function assessOverdue(overdue: Overdue | undefined, limitFen: Fen, on: Day): OverdueAnswer | null {
  if (!overdue) return null;
  const overdueDays = daysBetween(overdue.oldestDueOn, on);
  if (overdueDays <= 0) return null;
  const matters = overdue.overdueFen > Math.max(overdueIgnoredFen, Math.floor(limitFen / 100));
  return { overdueDays, overdueFen: overdue.overdueFen, locks: matters && overdueDays >= overdueLockDays };
}
