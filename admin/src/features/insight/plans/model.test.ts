import { daysText, timesText } from './model';

it.each([
  ['daily', 0, 8, '每天 08:00'],
  ['weekly', 1, 7, '每周一 07:00'],
  ['weekly', 7, 23, '每周日 23:00'],
  ['monthly', 28, 0, '每月 28 日 00:00'],
] as const)('says %s on %d at %d as %s', (rhythm, onDay, hour, text) => {
  expect(timesText({ rhythm, onDay, hour })).toBe(text);
});

it('says one day as one', () => {
  expect(daysText({ from: '2026-03-01', to: '2026-03-01' })).toBe('2026-03-01');
  expect(daysText({ from: '2026-03-01', to: '2026-03-02' })).toBe('2026-03-01 至 2026-03-02');
});
