import { Timeline } from 'antd';
import { yuanText } from '../../ui/format';
import { When } from '../../ui/when';
import type { Warnings } from './model';

/** When which share of which budget was reached. */
export const WarningList = ({ warnings }: { warnings: Warnings }) => (
  <div data-testid="promotion-warnings">
    <Timeline
      items={warnings.map(({ share, budgetFen, warnedAt }) => ({
        key: `${budgetFen} ${share}`,
        color: share >= 100 ? 'red' : 'orange',
        content: (
          <>
            {share >= 100 ? '预算已用完' : `预算已用 ${share}%`}
            <div className="tp-muted tp-small">
              预算 {yuanText(budgetFen)} · <When at={warnedAt} />
            </div>
          </>
        ),
      }))}
    />
  </div>
);
