import { percentText } from './percent';
import { yuanText } from '../../ui/format';
import { budgetOf } from './budget';
import type { Promotion } from './model';

/** What a promotion has cost of its budget: amber from 80 % on, red when all is spent. */
export function BudgetMeter({ promotion }: { promotion: Pick<Promotion, 'budgetFen' | 'costFen'> }) {
  const budget = budgetOf(promotion);
  const { budgetFen, costFen } = promotion;
  if (budget === null || budgetFen === null)
    return <span className="tp-muted">{costFen > 0 ? `${yuanText(costFen)} · 不限预算` : '不限预算'}</span>;
  const words = `${yuanText(costFen)} / ${yuanText(budgetFen)}`;
  return (
    <div className="budget-meter" data-tone={budget.tone}>
      <span className="tp-figure tp-small">
        {words} · {percentText(budget.shareBp)}
      </span>
      <div
        className="budget-bar"
        role="meter"
        aria-label="预算使用"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, budget.shareBp / 100)}
        aria-valuetext={words}
      >
        <i style={{ width: `${Math.min(100, budget.shareBp / 100)}%` }} />
      </div>
    </div>
  );
}
