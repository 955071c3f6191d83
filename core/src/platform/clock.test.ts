import fc from 'fast-check';
import { addDays, dayMs, dayOf, daysBetween, isWithin, startOfDay } from './clock';

const anyAt = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2099, 11, 31) });
const anyDay = anyAt.map(dayOf);

describe('a day in Shanghai', () => {
  it.each([
    ['2025-12-31T15:59:59.999Z', '2025-12-31'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2026-01-01T00:00:00.000Z', '2026-01-01'],
    ['2026-01-01T15:59:59.999Z', '2026-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
    ['2026-07-01T16:00:00.000Z', '2026-07-02'],
  ])('at %s is %s', (instant, day) => {
    expect(dayOf(Date.parse(instant))).toBe(day);
  });

  it('begins at 16:00 UTC of the day before', () => {
    expect(new Date(startOfDay('2026-01-01')).toISOString()).toBe('2025-12-31T16:00:00.000Z');
  });

  it('holds every instant from its beginning to the next day’s', () => {
    fc.assert(
      fc.property(anyAt, (at) => {
        const startsAt = startOfDay(dayOf(at));

        expect(at - startsAt).toBeGreaterThanOrEqual(0);
        expect(at - startsAt).toBeLessThan(dayMs);
        expect(dayOf(startsAt - 1)).toBe(addDays(dayOf(at), -1));
      }),
    );
  });

  it('reads like the calendar on a wall in Shanghai', () => {
    const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    fc.assert(
      fc.property(anyAt, (at) => {
        expect(dayOf(at)).toBe(wall.format(at));
      }),
    );
  });
});

describe('days counted', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-01', 0, '2026-01-01'],
    ['2026-01-01', 365, '2027-01-01'],
  ])('from %s by %i come to %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });

  it('forward and back are one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4_000, max: 4_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
  });
});

describe('a period', () => {
  it.each([
    ['holds its first day', '2026-01-01', '2026-01-01', '2026-02-01', true],
    ['holds its last day', '2026-01-31', '2026-01-01', '2026-02-01', true],
    ['does not hold its end', '2026-02-01', '2026-01-01', '2026-02-01', false],
    ['does not hold the day before', '2025-12-31', '2026-01-01', '2026-02-01', false],
    ['without an end never closes', '2099-12-31', '2026-01-01', null, true],
    ['that ends where it starts holds nothing', '2026-01-01', '2026-01-01', '2026-01-01', false],
  ])('%s', (_rule, on, startsOn, endsOn, expected) => {
    expect(isWithin(on, startsOn, endsOn)).toBe(expected);
  });
});
