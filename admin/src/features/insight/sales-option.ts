import { countText, yuanText } from '../../ui/format';

interface Palette {
  readonly brand: string;
  readonly muted: string;
  readonly line: string;
}

/** The same hues as the rest of the console. */
export const paletteOf = (isDark: boolean): Palette =>
  isDark
    ? { brand: '#5ccfc2', muted: '#a3b3b1', line: '#2a3534' }
    : { brand: '#0f766e', muted: '#5b6a71', line: '#e3e8ea' };

const yuanOf = (fen: number) => fen / 100;

/** Yuan on an axis, short: `1.2万`. */
export function axisText(yuan: number): string {
  if (Math.abs(yuan) >= 100_000_000) return `${+(yuan / 100_000_000).toFixed(1)}亿`;
  if (Math.abs(yuan) >= 10_000) return `${+(yuan / 10_000).toFixed(1)}万`;
  return countText(Math.round(yuan));
}

function frame({ muted, line }: Palette, names: readonly string[]) {
  return {
    grid: { left: 8, right: 12, top: 34, bottom: 4, containLabel: true },
    legend: {
      top: 0,
      right: 0,
      icon: 'roundRect',
      itemWidth: 12,
      itemHeight: 4,
      textStyle: { color: muted },
    },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (yuan: number) => yuanText(Math.round(yuan * 100)),
    },
    xAxis: {
      type: 'category',
      data: names,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: muted },
    },
    yAxis: {
      type: 'value',
      splitLine: { lineStyle: { color: line } },
      axisLabel: { color: muted, formatter: axisText },
    },
  };
}

/** Today's hours beside those of a week ago. */
export const hoursOption = (
  palette: Palette,
  hours: readonly { readonly hour: number; readonly todayFen: number; readonly lastWeekFen: number }[],
) => ({
  ...frame(
    palette,
    hours.map(({ hour }) => `${hour}时`),
  ),
  series: [
    {
      name: '今天',
      type: 'bar',
      barMaxWidth: 18,
      itemStyle: { color: palette.brand, borderRadius: [3, 3, 0, 0] },
      data: hours.map(({ todayFen }) => yuanOf(todayFen)),
    },
    {
      name: '上周同日',
      type: 'line',
      symbol: 'none',
      lineStyle: { color: palette.muted, type: 'dashed', width: 1.5 },
      itemStyle: { color: palette.muted },
      data: hours.map(({ lastWeekFen }) => yuanOf(lastWeekFen)),
    },
  ],
});

/** What was ordered, day by day. */
export const daysOption = (
  palette: Palette,
  days: readonly { readonly day: string; readonly keptFen: number }[],
) => ({
  ...frame(
    palette,
    days.map(({ day }) => day.slice(5)),
  ),
  series: [
    {
      name: '有效金额',
      type: days.length > 40 ? 'line' : 'bar',
      symbol: 'none',
      barMaxWidth: 22,
      itemStyle: { color: palette.brand, borderRadius: [3, 3, 0, 0] },
      lineStyle: { color: palette.brand, width: 2 },
      data: days.map(({ keptFen }) => yuanOf(keptFen)),
    },
  ],
});
