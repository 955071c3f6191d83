import { lastBoughtWords, lifeWords, markdownWords } from './words';

it('says how much of their life goods have left, never more than it is', () => {
  expect(lifeWords(7_399)).toBe('还剩 73% 保质期');
  expect(lifeWords(0)).toBe('还剩 0% 保质期');
});

it.each([
  [1_500, '8.5折'],
  [5_000, '5折'],
  [333, '9.67折'],
])('says a markdown of %i basis points as %s', (markdownBp, words) => {
  expect(markdownWords(markdownBp)).toBe(words);
});

it('says how often and when something was bought', () => {
  expect(lastBoughtWords({ timesBought: 5, daysSince: 3 })).toBe('买过 5 次 · 3 天前');
  expect(lastBoughtWords({ timesBought: 1, daysSince: 0 })).toBe('买过 1 次 · 今天');
});
