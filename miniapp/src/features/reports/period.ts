import { shanghaiDay } from '@/ui/dates';

/** Days of a report, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const spans = [
  { value: '7', label: '近 7 天' },
  { value: '30', label: '近 30 天' },
  { value: '90', label: '近 90 天' },
  { value: 'month', label: '本月' },
] as const;

/** The days that a span is today. */
export function periodOf(span: string, nowMs: number): Period {
  const to = shanghaiDay(nowMs);
  if (span === 'month') return { from: `${to.slice(0, 8)}01`, to };
  return { from: shanghaiDay(nowMs, 1 - Number(span)), to };
}

const dayMs = 86_400_000;

/** Every day of a period with what it came to; days without an order have no row and came to nothing. */
export function everyDay<Row extends { readonly day: string }>(
  { from, to }: Period,
  rows: readonly Row[],
  none: Omit<Row, 'day'>,
): readonly (Row | (Omit<Row, 'day'> & { readonly day: string }))[] {
  const known = new Map(rows.map((row) => [row.day, row]));
  const count = Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => {
    const day = new Date(Date.parse(from) + at * dayMs).toISOString().slice(0, 10);
    return known.get(day) ?? { ...none, day };
  });
}
