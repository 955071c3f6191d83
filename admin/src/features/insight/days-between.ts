import { dayAfter } from '../../ui/shanghai';

interface DayFigure {
  readonly day: string;
  readonly keptFen: number;
}

/** Days from `from` to `to`, both included, with the figures of those that have some. */
export function everyDay(from: string, to: string, rows: readonly DayFigure[]): readonly DayFigure[] {
  const known = new Map(rows.map(({ day, keptFen }) => [day, keptFen]));
  const days: DayFigure[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push({ day, keptFen: known.get(day) ?? 0 });
  return days;
}

/** The first day of the month a day is in. */
export const monthOf = (day: string): string => `${day.slice(0, 8)}01`;

/** How many days a period has, both ends included. */
export const dayCount = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
