import { holding } from './like';

it.each([
  ['清谷', '%清谷%'],
  ['100%', '%100!%%'],
  ['a_b!', '%a!_b!!%'],
  ['', '%%'],
])('looks for %p by %p', (words, pattern) => {
  expect(holding(words)).toBe(pattern);
});
