import { randomOf } from './random';

const draw = (seed: number, count: number) => {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => random());
};

describe('repeatable numbers', () => {
  it('are the same from the same seed, and others from another', () => {
    expect(draw(7, 20)).toEqual(draw(7, 20));
    expect(draw(7, 20)).not.toEqual(draw(8, 20));
  });

  it('lie in [0, 1), and evenly', () => {
    const numbers = draw(20_260_101, 10_000);
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => numbers.filter((number) => Math.floor(number * 10) === tenth).length,
    );

    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
