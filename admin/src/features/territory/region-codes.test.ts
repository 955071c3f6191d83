import { codeOf, codesOver, prefixOf } from './region-codes';

it.each([
  ['330000', '33'],
  ['330100', '3301'],
  ['330106', '330106'],
  ['110000', '11'],
  ['330106100', '330106100'],
  ['*', '*'],
])('knows %s by what all within it begin with, %s, and back', (code, prefix) => {
  expect(prefixOf(code)).toBe(prefix);
  expect(codeOf(prefix)).toBe(code);
});

it.each([
  ['*', []],
  ['330000', ['*']],
  ['330100', ['*', '330000']],
  ['330106', ['*', '330000', '330100']],
])('finds the way down to %s', (code, over) => {
  expect(codesOver(code)).toEqual(over);
});
