import { blockedDays } from './blocked-days';

const count = (on: string, title: string, times: number) => ({
  sellerId: 'D01',
  sellerName: '杭州商行',
  on,
  reason: title,
  title,
  count: times,
  quantity: times * 12,
});

it('adds up what was stopped by day and reason, and leaves no day out', () => {
  const { days, series, total } = blockedDays(
    [
      count('2026-03-01', '区域未授权', 1),
      count('2026-03-03', '区域未授权', 2),
      count('2026-03-03', '渠道未授权', 4),
    ],
    '2026-03-01',
    '2026-03-04',
  );

  expect(days).toEqual(['2026-03-01', '2026-03-02', '2026-03-03']);
  expect(series).toEqual([
    { title: '渠道未授权', counts: [0, 0, 4] },
    { title: '区域未授权', counts: [1, 0, 2] },
  ]);
  expect(total).toBe(7);
});

it('leaves out what lies beyond the days that are shown', () => {
  expect(blockedDays([count('2026-04-01', '区域未授权', 1)], '2026-03-01', '2026-03-02').total).toBe(0);
});
