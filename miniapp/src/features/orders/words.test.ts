import { countWords } from './words';

it('says how many orders there are, and that there are more where the server counted no further', () => {
  const held = { orderCount: 12, isCapped: false };
  const completed = { orderCount: 999, isCapped: true };

  expect(countWords([held])).toBe('12');
  expect(countWords([completed])).toBe('999+');
  expect(countWords([held, completed])).toBe('1011+');
  expect(countWords([])).toBe('0');
});
