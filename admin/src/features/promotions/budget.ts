import type { Promotion } from './model';

const WHOLE_BP = 10_000;
const WARN_BP = 8_000;

export type BudgetTone = 'calm' | 'warning' | 'danger';

/** How much of a budget is spent: in basis points, rounded down, and how alarming that is. Null without a budget. */
export function budgetOf({ budgetFen, costFen }: Pick<Promotion, 'budgetFen' | 'costFen'>) {
  if (budgetFen === null) return null;
  const shareBp = budgetFen === 0 ? WHOLE_BP : Math.floor((costFen / budgetFen) * WHOLE_BP);
  const tone: BudgetTone = shareBp >= WHOLE_BP ? 'danger' : shareBp >= WARN_BP ? 'warning' : 'calm';
  return { shareBp, tone, leftFen: Math.max(0, budgetFen - costFen) };
}
