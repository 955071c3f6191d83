import fc from 'fast-check';
import { dealFen, partOfFen, percentOfFen, sum } from './money';

describe('a part of a line', () => {
  it.each([
    ['is the amount of its units', 3_000, 10, 0, 4, 1_200],
    ['rounds half up', 5, 2, 0, 1, 3],
    ['gives the next part what rounding left', 5, 2, 1, 2, 2],
    ['is all of it from first to last', 101, 3, 0, 3, 101],
    ['is nothing without units', 101, 3, 2, 2, 0],
    ['is nothing of a line that was cancelled whole', 0, 0, 0, 0, 0],
  ])('%s', (_rule, amountFen, quantity, from, to, expected) => {
    expect(partOfFen(amountFen, quantity, from, to)).toBe(expected);
  });

  const anyLine = fc.record({
    amountFen: fc.nat(1_000_000_000_000),
    quantity: fc.integer({ min: 1, max: 1_000_000 }),
  });

  it('adds up to the whole with the others, however the line is split', () => {
    fc.assert(
      fc.property(
        anyLine,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        ({ amountFen, quantity }, cuts) => {
          const ends = [
            ...cuts.map((share) => Math.floor(share * quantity)).sort((left, right) => left - right),
            quantity,
          ];
          const parts = ends.map((to, at) => partOfFen(amountFen, quantity, ends[at - 1] ?? 0, to));

          expect(sum(parts)).toBe(amountFen);
          for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('is at most a fen away from its exact share', () => {
    fc.assert(
      fc.property(anyLine, fc.nat(), fc.nat(), ({ amountFen, quantity }, one, other) => {
        const [from, to] = [one % (quantity + 1), other % (quantity + 1)].sort(
          (left, right) => left - right,
        ) as [number, number];
        const error =
          BigInt(partOfFen(amountFen, quantity, from, to)) * BigInt(quantity) -
          BigInt(amountFen) * BigInt(to - from);

        expect(error <= BigInt(quantity) && error >= -BigInt(quantity)).toBe(true);
      }),
    );
  });
});

describe('an amount dealt out', () => {
  it.each([
    ['gives the odd fen to the largest fraction', 100, [1, 1, 4], [17, 17, 66]],
    ['gives odd fen of equal fractions to the earlier', 100, [1, 1, 1], [34, 33, 33]],
    ['gives nothing to what weighs nothing', 10, [0, 5, 0], [0, 10, 0]],
    ['goes to the first where nothing weighs', 10, [0, 0], [10, 0]],
    [
      'is not lost beyond what doubles hold',
      9_007_199_254_740_991,
      [1, 1],
      [4_503_599_627_370_496, 4_503_599_627_370_495],
    ],
  ])('%s', (_rule, amountFen, weights, expected) => {
    expect(dealFen(amountFen, weights)).toEqual(expected);
  });

  it('adds up to itself, and nobody is a fen from its exact share', () => {
    const anyWeights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.nat(1_000_000_000), anyWeights, (amountFen, weights) => {
        const shares = dealFen(amountFen, weights);
        const total = sum(weights);
        expect(sum(shares)).toBe(amountFen);
        if (total === 0) return;
        shares.forEach((share, at) => {
          expect(Math.abs(share - (amountFen * (weights[at] as number)) / total)).toBeLessThan(1);
        });
      }),
    );
  });
});

describe('a percentage of an amount', () => {
  it.each([
    ['rounds half up', 5, 5_000, 3],
    ['is all of it at 10,000', 999, 10_000, 999],
    ['is nothing at 0', 999, 0, 0],
    ['is exact where doubles are not', 9_007_199_254_740_991, 3_333, 3_002_099_511_605_172],
  ])('%s', (_rule, amountFen, shareBp, expected) => {
    expect(percentOfFen(amountFen, shareBp)).toBe(expected);
  });
});
