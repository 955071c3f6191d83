import type { CartFacts } from './cart';
import type { Compiled } from './compile-promotion';

/** What is left of a promotion for one order. */
export interface Left {
  /** In what its kind counts; Infinity without a cap. */
  readonly limit: number;
  /** Infinity without a budget. */
  readonly budgetFen: number;
}

const everything: Left = { limit: Infinity, budgetFen: Infinity };

/** What caps and budget leave of a promotion. Never negative. */
export function leftOf({ promotion, isUnlimited }: Compiled, facts: CartFacts): Left {
  if (isUnlimited) return everything;
  const { caps, budgetFen } = promotion;
  const use = facts.useOf(promotion.id);
  const left = (cap: number | null, used: number) => (cap === null ? Infinity : Math.max(0, cap - used));
  return {
    limit: Math.min(
      left(caps.perOrder, 0),
      left(caps.perBuyer, use.byBuyer),
      left(caps.perBuyerDay, use.byBuyerToday),
      left(caps.perDay, use.today),
      left(caps.total, use.total),
    ),
    budgetFen: left(budgetFen, use.costFen),
  };
}
