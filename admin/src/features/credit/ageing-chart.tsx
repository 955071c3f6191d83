import { useMemo } from 'react';
import { Chart } from '../../ui/chart';
import { yuanText } from '../../ui/format';
import { ageingOption, ageingText, lateFen, owedFen } from './ageing-option';
import type { Ageing } from './queries';

/** What is owed by age, with its sums. */
export function AgeingChart({ ageing, isDark }: { ageing: Ageing; isDark: boolean }) {
  const option = useMemo(() => ageingOption(ageing, isDark), [ageing, isDark]);
  return (
    <>
      <p className="ageing-sums" data-testid="ageing-sums">
        应收合计 <b className="tp-figure">{yuanText(owedFen(ageing))}</b>
        <span>
          其中逾期{' '}
          <b className={lateFen(ageing) > 0 ? 'tp-figure tp-danger' : 'tp-figure'}>
            {yuanText(lateFen(ageing))}
          </b>
        </span>
      </p>
      <Chart option={option} label={ageingText(ageing)} height={190} />
    </>
  );
}
