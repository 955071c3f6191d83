import { addDays, type Day, daysBetween } from '../platform/clock';
import type { Rhythm } from './lists';

/** The first day on or after `from` that the rhythm falls on, counted from `startsOn`. */
export function firstOn(rhythm: Rhythm, startsOn: Day, from: Day): Day {
  const since = from > startsOn ? from : startsOn;
  switch (rhythm.every) {
    case 'days': {
      const step = Math.max(1, rhythm.days);
      return addDays(startsOn, Math.ceil(daysBetween(startsOn, since) / step) * step);
    }
    case 'week':
      return addDays(since, (rhythm.weekday - weekdayOf(since) + 7) % 7);
    case 'month': {
      const inMonth = dayInMonth(since, rhythm.monthDay);
      return inMonth >= since ? inMonth : dayInMonth(firstOfNextMonth(since), rhythm.monthDay);
    }
  }
}

/** The day after `on` that the rhythm falls on next. */
export const nextAfter = (rhythm: Rhythm, startsOn: Day, on: Day): Day =>
  firstOn(rhythm, startsOn, addDays(on, 1));

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekdayOf = (on: Day): number => new Date(`${on}T00:00:00Z`).getUTCDay() || 7;

/** This day of the month `on` lies in; the month's last when it has no such day. */
function dayInMonth(on: Day, monthDay: number): Day {
  const last = Number(addDays(firstOfNextMonth(on), -1).slice(8));
  return `${on.slice(0, 8)}${String(Math.min(monthDay, last)).padStart(2, '0')}`;
}

const firstOfNextMonth = (on: Day): Day => `${addDays(`${on.slice(0, 8)}01`, 31).slice(0, 8)}01`;

export interface DueRun {
  readonly runOn: Day;
  readonly fate: 'place' | 'missed' | 'holiday';
}

/**
 * What a recurring order owes by `today`, and its next day. Of days that nobody was there to order on
 * only the latest is ordered: nobody wants last week's milk three times.
 */
export function dueRuns(
  order: {
    readonly rhythm: Rhythm;
    readonly startsOn: Day;
    readonly nextOn: Day;
    readonly skipsHolidays: boolean;
  },
  today: Day,
  holidays: ReadonlySet<Day>,
): { readonly runs: readonly DueRun[]; readonly nextOn: Day } {
  const days: Day[] = [];
  let nextOn = order.nextOn;
  while (nextOn <= today) {
    days.push(nextOn);
    nextOn = nextAfter(order.rhythm, order.startsOn, nextOn);
  }
  const runs = days.slice(-runsTogether).map((runOn, at, all): DueRun => {
    if (order.skipsHolidays && holidays.has(runOn)) return { runOn, fate: 'holiday' };
    return { runOn, fate: at === all.length - 1 ? 'place' : 'missed' };
  });
  return { runs, nextOn };
}

/** More missed days than this are not written down one by one. */
const runsTogether = 31;
