import { median, percentile } from './statistics';

describe('the median of rounds', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1], 2.5],
    [[null, 7], 7],
    [[null], null],
    [[], null],
  ])('of %j is %j', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('a percentile', () => {
  it.each([
    [0.5, 51],
    [0.99, 100],
    [1, 100],
  ])('%d of a hundred values has that share below it', (share, expected) => {
    expect(
      percentile(
        Array.from({ length: 100 }, (_, at) => at + 1),
        share,
      ),
    ).toBe(expected);
  });

  it('of nothing is nothing', () => {
    expect(percentile([], 0.99)).toBe(0);
  });
});
