import { yuanText } from '../../ui/format';
import type { Ageing } from './queries';

export type Bucket = keyof Ageing;

/** How old a debt is, youngest first; with the hues of both themes. */
export const buckets: readonly { key: Bucket; name: string; light: string; dark: string }[] = [
  { key: 'notDueFen', name: '未到期', light: '#0f766e', dark: '#5ccfc2' },
  { key: 'days1To30Fen', name: '逾期 1–30 天', light: '#d9a441', dark: '#e8c35c' },
  { key: 'days31To60Fen', name: '逾期 31–60 天', light: '#d9822b', dark: '#e0a040' },
  { key: 'days61To90Fen', name: '逾期 61–90 天', light: '#c6562f', dark: '#e88060' },
  { key: 'over90Fen', name: '逾期 90 天以上', light: '#a8071a', dark: '#f08080' },
];

/** All of it, of whatever age. */
export const owedFen = (ageing: Ageing) => buckets.reduce((sum, { key }) => sum + ageing[key], 0);
/** What should have been paid before today. */
export const lateFen = (ageing: Ageing) => owedFen(ageing) - ageing.notDueFen;

/** The ages as a sentence, for those who do not see the picture. */
export const ageingText = (ageing: Ageing) =>
  buckets.map(({ key, name }) => `${name} ${yuanText(ageing[key])}`).join('，');

/** A bar for each age. */
export function ageingOption(ageing: Ageing, isDark: boolean) {
  const muted = isDark ? '#a3b3b1' : '#5b6a71';
  const line = isDark ? '#2a3534' : '#e3e8ea';
  return {
    grid: { left: 8, right: 96, top: 4, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', valueFormatter: (yuan: number) => yuanText(Math.round(yuan * 100)) },
    xAxis: { type: 'value', splitLine: { lineStyle: { color: line } }, axisLabel: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: buckets.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: muted },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: buckets.map(({ key, light, dark }) => ({
          value: ageing[key] / 100,
          itemStyle: { color: isDark ? dark : light, borderRadius: [0, 3, 3, 0] },
        })),
        label: {
          show: true,
          position: 'right',
          color: muted,
          formatter: ({ value }: { value: number }) => yuanText(Math.round(value * 100)),
        },
      },
    ],
  };
}
