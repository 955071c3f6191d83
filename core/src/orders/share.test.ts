import fc from 'fast-check';
import { sum } from '../platform/money';
import { partOfFen } from './share';

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
