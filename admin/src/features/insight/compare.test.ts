import { changePermille, changeText, shareText } from './compare';

describe('today beside a week ago', () => {
  it.each([
    [1_125, 1_000, '+12.5%'],
    [900, 1_000, '-10.0%'],
    [1_000, 1_000, '持平'],
    [5, 0, '—'],
    [0, 10, '-100.0%'],
  ])('%d after %d is %s', (now, before, words) => {
    expect(changeText(changePermille(now, before))).toBe(words);
  });
});

it.each([
  [7, 8, '87.5%'],
  [0, 8, '0.0%'],
  [0, 0, '—'],
])('%d of %d is %s', (part, whole, words) => {
  expect(shareText(part, whole)).toBe(words);
});
