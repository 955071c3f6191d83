import { readDay } from './read-day';

describe('a day as it is printed on a carton', () => {
  it.each(['20261103', '2026-11-03', '2026/11/3', '2026.11.03', '2026年11月3日', ' ２０２６１１０３ '])(
    '%s',
    (text) => {
      expect(readDay(text)).toBe('2026-11-03');
    },
  );

  it.each(['', '2026', '20261301', '2026-02-30', '202611', '03-11-2026'])('%s is none', (text) => {
    expect(readDay(text)).toBeNull();
  });
});
