import { rhythmWords } from './words';

describe('how often an order comes by itself', () => {
  it.each([
    [{ every: 'week', weekday: 3 } as const, '每周三'],
    [{ every: 'week', weekday: 7 } as const, '每周日'],
    [{ every: 'days', days: 1 } as const, '每天'],
    [{ every: 'days', days: 3 } as const, '每 3 天'],
    [{ every: 'month', monthDay: 31 } as const, '每月 31 日'],
  ])('is said in words: %j', (rhythm, words) => {
    expect(rhythmWords(rhythm)).toBe(words);
  });
});
