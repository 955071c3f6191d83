import { outcomeOfBar } from './bars';

describe('a bar', () => {
  it.each([
    [{ value: 0.65, atLeast: 0.65 }, 'reached'],
    [{ value: 0.649, atLeast: 0.65 }, 'missed'],
    [{ value: 2.5, atMost: 2.5 }, 'reached'],
    [{ value: 2.51, atMost: 2.5 }, 'missed'],
    [{ value: null, atMost: 2.5 }, 'not measured'],
  ])('%j is %s', (bar, expected) => {
    expect(outcomeOfBar({ what: 'a bar', ...bar })).toBe(expected);
  });
});
