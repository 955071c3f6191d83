import type { Promotion } from './model';
import { dayAfter, dayAt, startOfDay } from '../../ui/shanghai';

const DAYS_PER_WEEK = 7;
const MONTHS_PER_YEAR = 12;

/** A month out of an address, `2026-03`; nothing for what is none. */
export const monthOf = (text: string | null) =>
  text !== null && /^20\d{2}-(?:0[1-9]|1[0-2])$/.test(text) ? text : undefined;

/** A month some months later. */
export function monthAfter(month: string, months: number) {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * MONTHS_PER_YEAR + number - 1 + months;
  return `${Math.floor(count / MONTHS_PER_YEAR)}-${String((count % MONTHS_PER_YEAR) + 1).padStart(2, '0')}`;
}

/** The weeks a month touches, each from Monday to Sunday, as days. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = `${month}-01`;
  const end = `${monthAfter(month, 1)}-01`;
  // 1 January 1970 was a Thursday.
  const weekday = (Date.parse(`${first}T00:00:00Z`) / 86_400_000 + 3) % DAYS_PER_WEEK;
  const weeks: string[][] = [];
  for (let monday = dayAfter(first, -weekday); monday < end; monday = dayAfter(monday, DAYS_PER_WEEK))
    weeks.push(Array.from({ length: DAYS_PER_WEEK }, (_, index) => dayAfter(monday, index)));
  return weeks;
}

/** The instants the shown weeks of a month begin and end. */
export function spanOf(month: string) {
  const weeks = weeksOf(month);
  const [first, last] = [weeks[0]?.[0] as string, weeks.at(-1)?.at(-1) as string];
  return { from: startOfDay(first), until: startOfDay(last, 1) };
}

/** A promotion in a week: the first and last column it fills, 0 to 6, and its row. */
export interface Bar<Item> {
  readonly item: Item;
  readonly from: number;
  readonly until: number;
  readonly row: number;
  /** It began before the week, or goes on after it. */
  readonly isCutLeft: boolean;
  readonly isCutRight: boolean;
}

/** Places what runs in a week into rows, so that no two share a cell: earlier and longer ones come higher. */
export function barsOf<Item extends Pick<Promotion, 'promotionId' | 'startsAt' | 'endsAt'>>(
  week: readonly string[],
  items: readonly Item[],
): readonly Bar<Item>[] {
  const [monday, sunday] = [week[0] as string, week.at(-1) as string];
  const running = items
    .map((item) => ({ item, first: dayAt(item.startsAt), last: lastDayOf(item) }))
    .filter(({ first, last }) => first <= sunday && last >= monday)
    .sort(
      (one, other) =>
        one.first.localeCompare(other.first) ||
        other.last.localeCompare(one.last) ||
        one.item.promotionId.localeCompare(other.item.promotionId),
    );
  const rowEnds: number[] = [];
  return running.map(({ item, first, last }) => {
    const from = Math.max(0, week.indexOf(first));
    const until = last > sunday ? DAYS_PER_WEEK - 1 : week.indexOf(last);
    const free = rowEnds.findIndex((end) => end < from);
    const row = free < 0 ? rowEnds.length : free;
    rowEnds[row] = until;
    return { item, from, until, row, isCutLeft: first < monday, isCutRight: last > sunday };
  });
}

/** The end is exclusive: what ends at midnight was there the day before for the last time. */
const lastDayOf = ({ endsAt }: Pick<Promotion, 'endsAt'>) =>
  dayAt(new Date(Date.parse(endsAt) - 1).toISOString());
