import { useMemo } from 'react';
import { Chart } from '../../ui/chart';
import { yuanText } from '../../ui/format';
import { FigureTiles } from './figure-tiles';
import type { SalesToday as Sales } from './queries';
import { hoursOption, paletteOf } from './sales-option';

/** Today so far, beside the same weekday a week ago. */
export function SalesToday({ sales, isDark }: { sales: Sales; isDark: boolean }) {
  const option = useMemo(() => hoursOption(paletteOf(isDark), sales.hours), [sales.hours, isDark]);
  return (
    <>
      <FigureTiles figures={sales.today} before={sales.lastWeek} />
      <Chart
        option={option}
        label={`今天各小时的有效金额，共 ${yuanText(sales.today.keptFen)}`}
        height={220}
      />
    </>
  );
}
