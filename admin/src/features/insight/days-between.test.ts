import { dayCount, everyDay, monthOf } from './days-between';

it('fills in the days nothing was ordered', () => {
  expect(everyDay('2026-02-27', '2026-03-02', [{ day: '2026-03-01', keptFen: 5 }])).toEqual([
    { day: '2026-02-27', keptFen: 0 },
    { day: '2026-02-28', keptFen: 0 },
    { day: '2026-03-01', keptFen: 5 },
    { day: '2026-03-02', keptFen: 0 },
  ]);
});

it('knows the first day of a month', () => {
  expect(monthOf('2026-03-31')).toBe('2026-03-01');
});

it.each([
  ['2026-01-01', '2026-01-01', 1],
  ['2026-02-01', '2026-03-01', 29],
])('counts the days of a period, both ends included', (from, to, days) => {
  expect(dayCount(from, to)).toBe(days);
});
