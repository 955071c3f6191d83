import { isSame } from './same-draft';

it('knows the same fields in another order, and other rows for what they are', () => {
  expect(isSame({ a: 1, rule: { b: [1, 2], c: 3 } }, { rule: { c: 3, b: [1, 2] }, a: 1 })).toBe(true);
  expect(isSame({ b: [1, 2] }, { b: [2, 1] })).toBe(false);
  expect(isSame({ a: undefined }, {})).toBe(true);
});
