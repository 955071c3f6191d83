import { codeOf, prefixOf } from './region-codes';

it.each([
  ['330000', '33'],
  ['330100', '3301'],
  ['330106', '330106'],
  ['110000', '11'],
])('knows %s by what all within it begin with, %s, and back', (code, prefix) => {
  expect(prefixOf(code)).toBe(prefix);
  expect(codeOf(prefix)).toBe(code);
});
