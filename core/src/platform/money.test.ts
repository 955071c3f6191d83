import fc from 'fast-check';
import { divideHalfUp, formatYuan, lineAmountFen, sum } from './money';

/** Half up means towards plus infinity, as written in school: floor(x + 1/2). */
function referenceHalfUp(numerator: bigint, denominator: bigint) {
  const top = 2n * numerator + denominator;
  const bottom = 2n * denominator;
  const floor = top >= 0n ? top / bottom : -((-top + bottom - 1n) / bottom);
  return Number(floor);
}

const anyFen = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const anyPriceE4 = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: 1_000_000_000_000 }),
);
const anyQuantity = fc.integer({ min: -1_000_000, max: 1_000_000 });

describe('the amount of a line', () => {
  it('is the product rounded half up, however large', () => {
    fc.assert(
      fc.property(anyPriceE4, anyQuantity, (unitPriceE4, quantity) => {
        const exact = referenceHalfUp(BigInt(unitPriceE4) * BigInt(quantity), 100n);
        expect(lineAmountFen(unitPriceE4, quantity)).toBe(exact);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [12_345, 1, 123],
    [12_350, 1, 124],
    [49, 1, 0],
    [50, 1, 1],
    [50, -1, 0],
    [51, -1, -1],
    [30_000, 24, 7_200],
  ])('of %i E4 × %i is %i fen', (unitPriceE4, quantity, amountFen) => {
    expect(lineAmountFen(unitPriceE4, quantity)).toBe(amountFen);
  });

  it('never falls when the quantity grows', () => {
    fc.assert(
      fc.property(anyPriceE4, anyQuantity, (unitPriceE4, quantity) => {
        expect(lineAmountFen(unitPriceE4, quantity + 1)).toBeGreaterThanOrEqual(
          lineAmountFen(unitPriceE4, quantity),
        );
      }),
    );
  });
});

describe('a division', () => {
  it('is at most half a unit off, and half goes up', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.bigInt({ min: 10n ** 5n, max: 10n ** 6n }),
        (numerator, denominator) => {
          const twiceError = 2n * (BigInt(divideHalfUp(numerator, denominator)) * denominator - numerator);
          expect(twiceError > -denominator && twiceError <= denominator).toBe(true);
        },
      ),
    );
  });
});

describe('money in words', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [123_450, '¥1,234.50'],
    [-123_450, '-¥1,234.50'],
    [100_000_000_099, '¥1,000,000,000.99'],
  ])('of %i fen is %s', (amountFen, text) => {
    expect(formatYuan(amountFen)).toBe(text);
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(anyFen, (amountFen) => {
        expect(Number(formatYuan(amountFen).replace(/[¥,.]/g, ''))).toBe(amountFen);
      }),
    );
  });
});

it('adds up', () => {
  expect(sum([])).toBe(0);
  expect(sum(new Set([1, 2, 3]))).toBe(6);
});
