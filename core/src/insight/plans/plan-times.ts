import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../platform/clock';
import type { ReportPlan, Span } from './model';

const hourMs = 3_600_000;
/** More days than any month has, so that every rhythm falls on one of them. */
const longestWaitDays = 32;

/** Monday is 1. */
const weekdayOf = (on: Day) => new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
const isOn = ({ rhythm, onDay }: Pick<ReportPlan, 'rhythm' | 'onDay'>, on: Day) =>
  rhythm === 'daily' || (rhythm === 'weekly' ? weekdayOf(on) : Number(on.slice(8))) === onDay;

/** When a plan is due next, after an instant. Times that were missed are not made up for. */
export function nextAfter(plan: Pick<ReportPlan, 'rhythm' | 'onDay' | 'hour'>, at: Instant): Instant {
  const today = dayOf(at);
  for (let ahead = 0; ahead <= longestWaitDays; ahead += 1) {
    const on = addDays(today, ahead);
    const dueAt = startOfDay(on) + plan.hour * hourMs;
    if (dueAt > at && isOn(plan, on)) return dueAt;
  }
  throw new RangeError(`never due: ${plan.rhythm} on ${plan.onDay}`);
}

/** The days a span means today, both included; all of them are over. */
export function daysOf(span: Span, today: Day): { readonly from: Day; readonly to: Day } {
  const yesterday = addDays(today, -1);
  switch (span) {
    case 'yesterday':
      return { from: yesterday, to: yesterday };
    case 'last7Days':
      return { from: addDays(today, -7), to: yesterday };
    case 'last30Days':
      return { from: addDays(today, -30), to: yesterday };
    case 'lastWeek': {
      const sunday = addDays(today, -weekdayOf(today));
      return { from: addDays(sunday, -6), to: sunday };
    }
    case 'lastMonth': {
      const to = addDays(`${today.slice(0, 8)}01`, -1);
      return { from: `${to.slice(0, 8)}01`, to };
    }
  }
}
