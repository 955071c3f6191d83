import {
  clockText,
  dayAfter,
  dayAt,
  dayOfText,
  instantOfWallClock,
  startOfDay,
  wallClockOf,
} from './shanghai';

it('shows an instant by the clocks of Shanghai, to the millisecond, and back', () => {
  const at = '2026-02-28T16:05:09.123Z';

  expect(wallClockOf(at)).toBe('2026-03-01T00:05:09.123');
  expect(instantOfWallClock(wallClockOf(at))).toBe(at);
});

it('begins a day at midnight in Shanghai', () => {
  expect(startOfDay('2026-03-01')).toBe('2026-02-28T16:00:00.000Z');
  expect(startOfDay('2026-03-01', 1)).toBe('2026-03-01T16:00:00.000Z');
  expect(dayAt('2026-02-28T16:00:00.000Z')).toBe('2026-03-01');
});

it('counts days over the end of a month', () => {
  expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
  expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
});

it('writes minutes of the day to the very last', () => {
  expect(clockText(0)).toBe('00:00');
  expect(clockText(570)).toBe('09:30');
  expect(clockText(1_440)).toBe('24:00');
});

it('takes only a day of the calendar for a day', () => {
  expect(dayOfText('2026-03-01')).toBe('2026-03-01');
  expect(dayOfText('2026-02-30')).toBeUndefined();
  expect(dayOfText('tomorrow')).toBeUndefined();
  expect(dayOfText(null)).toBeUndefined();
});
