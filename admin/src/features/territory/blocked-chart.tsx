import { useMemo } from 'react';
import { Chart } from '../../ui/chart';
import { countText } from '../../ui/format';
import type { BlockedDays } from './blocked-days';

const hues = [
  '#2f8f83',
  '#d98a29',
  '#5b7fc7',
  '#b8566b',
  '#7d9c3a',
  '#8a63b0',
  '#3f9fc4',
  '#c4a32f',
  '#6f7f8c',
];

function optionOf({ days, series }: BlockedDays, isDark: boolean) {
  const { ink, line } = isDark ? { ink: '#a3b3b1', line: '#2a3534' } : { ink: '#5b6a71', line: '#e3e8ea' };
  return {
    color: hues,
    grid: { left: 8, right: 12, top: 34, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: { color: ink } },
    tooltip: { trigger: 'axis', valueFormatter: (count: number) => `${countText(count)} 行` },
    xAxis: {
      type: 'category',
      data: days.map((day) => day.slice(5)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: ink },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: line } },
      axisLabel: { color: ink },
    },
    series: series.map(({ title, counts }) => ({
      name: title,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 22,
      data: counts,
    })),
  };
}

/** What was stopped day by day, by reason. */
export function BlockedChart({ shown, isDark }: { shown: BlockedDays; isDark: boolean }) {
  const option = useMemo(() => optionOf(shown, isDark), [shown, isDark]);
  const said = shown.series.map(
    ({ title, counts }) => `${title} ${counts.reduce((all, one) => all + one, 0)} 行`,
  );
  return <Chart option={option} label={`拦截 ${shown.total} 行：${said.join('，')}`} height={240} />;
}
