import { startOfDay } from '../../platform/clock';
import { daysOf, nextAfter } from './plan-times';

const at = (day: string, hour: number) => startOfDay(day) + hour * 3_600_000;

it.each([
  ['daily', 0, at('2026-03-04', 7), at('2026-03-04', 8)],
  ['daily', 0, at('2026-03-04', 8), at('2026-03-05', 8)],
  // The fourth of March 2026 is a Wednesday.
  ['weekly', 3, at('2026-03-04', 9), at('2026-03-11', 8)],
  ['weekly', 1, at('2026-03-04', 9), at('2026-03-09', 8)],
  ['weekly', 7, at('2026-03-04', 9), at('2026-03-08', 8)],
  ['monthly', 28, at('2026-02-28', 9), at('2026-03-28', 8)],
  ['monthly', 1, at('2026-12-31', 23), at('2027-01-01', 8)],
] as const)('%s on %d after %d is due at %d', (rhythm, onDay, after, due) => {
  expect(nextAfter({ rhythm, onDay, hour: 8 }, after)).toBe(due);
});

it.each([
  ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
  ['last7Days', '2026-03-08', '2026-03-01', '2026-03-07'],
  ['last30Days', '2026-03-31', '2026-03-01', '2026-03-30'],
  // A Wednesday, a Monday and a Sunday.
  ['lastWeek', '2026-03-04', '2026-02-23', '2026-03-01'],
  ['lastWeek', '2026-03-02', '2026-02-23', '2026-03-01'],
  ['lastWeek', '2026-03-08', '2026-02-23', '2026-03-01'],
  ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['lastMonth', '2026-01-01', '2025-12-01', '2025-12-31'],
] as const)('%s on %s is %s to %s', (span, today, from, to) => {
  expect(daysOf(span, today)).toEqual({ from, to });
});
