import { dayAfter } from '../../ui/shanghai';
import type { BlockedCount } from './model';

export interface BlockedSeries {
  readonly title: string;
  /** One number a day. */
  readonly counts: readonly number[];
}

export interface BlockedDays {
  readonly days: readonly string[];
  readonly series: readonly BlockedSeries[];
  readonly total: number;
}

/** Counts in the order of days, a series a reason, the most frequent first; days without any have a nought. */
export function blockedDays(counts: readonly BlockedCount[], from: string, to: string): BlockedDays {
  const days: string[] = [];
  for (let day = from; day < to; day = dayAfter(day, 1)) days.push(day);
  const at = new Map(days.map((day, index) => [day, index]));
  const byTitle = new Map<string, number[]>();
  for (const { title, on, count } of counts) {
    const index = at.get(on);
    if (index === undefined) continue;
    const row = byTitle.get(title) ?? days.map(() => 0);
    row[index] = (row[index] ?? 0) + count;
    byTitle.set(title, row);
  }
  const sum = (row: readonly number[]) => row.reduce((all, one) => all + one, 0);
  const series = [...byTitle]
    .map(([title, row]) => ({ title, counts: row }))
    .sort((one, other) => sum(other.counts) - sum(one.counts) || (one.title < other.title ? -1 : 1));
  return { days, series, total: series.reduce((all, { counts: row }) => all + sum(row), 0) };
}
