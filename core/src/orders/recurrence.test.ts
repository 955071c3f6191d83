import fc from 'fast-check';
import { addDays, daysBetween } from '../platform/clock';
import type { Rhythm } from './lists';
import { dueRuns, firstOn, nextAfter, weekdayOf } from './recurrence';

const anyDay = fc.integer({ min: 0, max: 6_000 }).map((after) => addDays('2020-01-01', after));
const anyRhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({ every: fc.constant('days' as const), days: fc.integer({ min: 1, max: 365 }) }),
  fc.record({ every: fc.constant('week' as const), weekday: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ every: fc.constant('month' as const), monthDay: fc.integer({ min: 1, max: 31 }) }),
);
const longestGap = (rhythm: Rhythm) =>
  rhythm.every === 'days' ? rhythm.days : rhythm.every === 'week' ? 7 : 31;

describe('a rhythm', () => {
  it('goes on, and never further than its longest gap', () => {
    fc.assert(
      fc.property(anyRhythm, anyDay, anyDay, (rhythm, startsOn, on) => {
        const next = nextAfter(rhythm, startsOn, on);
        expect(next > on).toBe(true);
        const from = on > startsOn ? on : startsOn;
        expect(daysBetween(from, next)).toBeLessThanOrEqual(longestGap(rhythm));
      }),
    );
  });

  it('falls on the days it names, and on no other', () => {
    fc.assert(
      fc.property(anyRhythm, anyDay, anyDay, (rhythm, startsOn, from) => {
        const on = firstOn(rhythm, startsOn, from);
        if (rhythm.every === 'days') expect(daysBetween(startsOn, on) % rhythm.days).toBe(0);
        if (rhythm.every === 'week') expect(weekdayOf(on)).toBe(rhythm.weekday);
        if (rhythm.every === 'month') {
          const isLast = addDays(on, 1).endsWith('-01');
          const day = Number(on.slice(8));
          expect(day === rhythm.monthDay || (isLast && day < rhythm.monthDay)).toBe(true);
        }
        expect(firstOn(rhythm, startsOn, on)).toBe(on);
      }),
    );
  });

  it('orders once at most, however long nobody looked', () => {
    fc.assert(
      fc.property(anyRhythm, anyDay, fc.nat(400), fc.boolean(), (rhythm, startsOn, late, skipsHolidays) => {
        const nextOn = firstOn(rhythm, startsOn, startsOn);
        const today = addDays(nextOn, late);
        const { runs, nextOn: after } = dueRuns(
          { rhythm, startsOn, nextOn, skipsHolidays },
          today,
          new Set(),
        );
        expect(runs.filter(({ fate }) => fate === 'place')).toHaveLength(1);
        expect(runs.at(-1)?.fate).toBe('place');
        expect(after > today).toBe(true);
      }),
    );
  });
});
