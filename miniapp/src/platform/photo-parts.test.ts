import { partsOf } from './photo-parts';

const base64Of = (bytes: number) => Buffer.alloc(bytes, 7).toString('base64');

it.each([
  [1, 1],
  [131_070, 1],
  [131_071, 2],
  [600_000, 5],
  [2_621_400, 20],
  [2_621_403, 10],
  [5 * 1_048_576, 20],
])('a photo of %i bytes goes in %i parts', (bytes, count) => {
  const parts = partsOf(base64Of(bytes));

  expect(parts).toHaveLength(count);
  expect(parts.every((part) => part.length <= 349_528)).toBe(true);
  expect(parts.reduce((total, part) => total + Buffer.from(part, 'base64').length, 0)).toBe(bytes);
});
