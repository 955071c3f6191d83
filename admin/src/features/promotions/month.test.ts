import { barsOf, monthAfter, monthOf, spanOf, weeksOf } from './month';

const at = (wallClock: string) => new Date(`${wallClock}+08:00`).toISOString();
const run = (promotionId: string, startsAt: string, endsAt: string) => ({
  promotionId,
  startsAt: at(startsAt),
  endsAt: at(endsAt),
});
/** Monday 2 March to Sunday 8 March 2026. */
const week = weeksOf('2026-03')[1] as readonly string[];

it('shows a month in whole weeks from Monday', () => {
  const weeks = weeksOf('2026-03');

  expect(weeks).toHaveLength(6);
  expect(weeks[0]?.[0]).toBe('2026-02-23');
  expect(weeks.at(-1)?.at(-1)).toBe('2026-04-05');
  expect(weeksOf('2026-02').map((days) => days[0])).toEqual([
    '2026-01-26',
    '2026-02-02',
    '2026-02-09',
    '2026-02-16',
    '2026-02-23',
  ]);
});

it('asks for what touches those weeks in Shanghai', () => {
  expect(spanOf('2026-03')).toEqual({ from: '2026-02-22T16:00:00.000Z', until: '2026-04-05T16:00:00.000Z' });
});

it('counts months over the turn of a year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
});

it('takes no other text for a month', () => {
  expect(monthOf('2026-03')).toBe('2026-03');
  expect(monthOf('2026-13')).toBeUndefined();
  expect(monthOf(null)).toBeUndefined();
});

it('ends at midnight on the day before', () => {
  const [bar] = barsOf(week, [run('a', '2026-03-03T00:00', '2026-03-05T00:00')]);

  expect(bar).toMatchObject({ from: 1, until: 2, row: 0, isCutLeft: false, isCutRight: false });
});

it('cuts what goes beyond the week', () => {
  const [bar] = barsOf(week, [run('a', '2026-02-01T00:00', '2026-05-01T00:00')]);

  expect(bar).toMatchObject({ from: 0, until: 6, isCutLeft: true, isCutRight: true });
});

it('never lets two share a cell, and fills free rows', () => {
  const bars = barsOf(week, [
    run('late', '2026-03-06T08:00', '2026-03-07T00:00'),
    run('long', '2026-03-01T00:00', '2026-03-09T00:00'),
    run('early', '2026-03-02T00:00', '2026-03-04T00:00'),
  ]);

  expect(bars.map(({ item, row }) => [item.promotionId, row])).toEqual([
    ['long', 0],
    ['early', 1],
    ['late', 1],
  ]);
});

it('leaves out what runs in other weeks', () => {
  expect(barsOf(week, [run('a', '2026-03-09T00:00', '2026-03-10T00:00')])).toEqual([]);
});
