import { dueIn, stretchText, waitingText } from './waiting';

const minutes = (count: number) => count * 60_000;

it('names the two largest units', () => {
  expect(stretchText(minutes(0.5))).toBe('不到 1 分钟');
  expect(stretchText(minutes(59))).toBe('59 分钟');
  expect(stretchText(minutes(60))).toBe('1 小时');
  expect(stretchText(minutes(125))).toBe('2 小时 5 分');
  expect(stretchText(minutes(24 * 60))).toBe('1 天');
  expect(stretchText(minutes(50 * 60 + 59))).toBe('2 天 2 小时');
});

it('never shows a negative wait when the clocks disagree', () => {
  expect(waitingText('2026-01-01T00:00:10.000Z', Date.parse('2026-01-01T00:00:00.000Z'))).toBe('不到 1 分钟');
});

it('tells overdue from due soon', () => {
  const nowMs = Date.parse('2026-01-01T12:00:00.000Z');

  expect(dueIn('2026-01-01T09:00:00.000Z', nowMs)).toEqual({
    overdue: true,
    soon: false,
    text: '超时 3 小时',
  });
  expect(dueIn('2026-01-01T13:30:00.000Z', nowMs)).toEqual({
    overdue: false,
    soon: true,
    text: '剩 1 小时 30 分',
  });
  expect(dueIn('2026-01-02T12:00:00.000Z', nowMs).soon).toBe(false);
});
