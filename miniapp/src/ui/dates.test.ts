import { countdown, dayAndTime, momentText, shanghaiDay, untilText } from './dates';

describe('dates', () => {
  it('are told in Shanghai time', () => {
    expect(momentText('2026-01-31T16:05:00.000Z')).toBe('02-01 00:05');
    expect(momentText('not a date')).toBe('');
  });

  it('are told with their year where they may lie in another', () => {
    expect(dayAndTime('2026-12-31T16:05:00.000Z')).toBe('2027-01-01 00:05');
    expect(dayAndTime('not a date')).toBe('');
  });

  it('count down to a deadline and past it', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');

    expect(untilText('2026-01-01T00:20:00Z', now)).toBe('还剩 20 分钟');
    expect(untilText('2026-01-01T03:00:00Z', now)).toBe('还剩 3 小时');
    expect(untilText('2026-01-04T00:00:00Z', now)).toBe('还剩 3 天');
    expect(untilText('2025-12-31T23:00:00Z', now)).toBe('已超时 1 小时');
  });
});

it.each([
  [272_000, '04:32'],
  [1, '00:01'],
  [0, '00:00'],
  [-5_000, '00:00'],
  [3_872_000, '01:04:32'],
  [2 * 86_400_000 + 3_872_000, '2天 01:04:32'],
])('shows %i ms as %s', (leftMs, words) => {
  expect(countdown(leftMs)).toBe(words);
});

it('counts days in Shanghai', () => {
  expect(shanghaiDay(Date.parse('2026-12-31T16:05:00Z'))).toBe('2027-01-01');
  expect(shanghaiDay(Date.parse('2026-12-31T15:55:00Z'), 1)).toBe('2027-01-01');
});
