import fc from 'fast-check';
import { ageingPriceE4, markdownBp, usualMarkdowns } from './ageing-price';

describe('what ageing goods cost', () => {
  it.each([
    ['nothing off', 32_000, 0, 32_000],
    ['five per cent off ¥3.20', 32_000, 500, 30_400],
    ['half price', 32_000, 5_000, 16_000],
    ['half up at the last place', 33_333, 1_500, 28_333],
    ['a half rounds up', 1, 5_000, 1],
    ['free', 32_000, 10_000, 0],
  ])('%s', (_, unitPriceE4, offBp, price) => {
    expect(ageingPriceE4(unitPriceE4, offBp)).toBe(price);
  });

  it.each([
    ['fresh', 10_000, 0],
    ['exactly half', 5_000, 0],
    ['exactly a third', 3_333, 500],
    ['a hair under a third', 3_332, 1_500],
    ['a fifth', 2_000, 1_500],
    ['a hair under a tenth', 999, 5_000],
    ['nothing left', 0, 5_000],
  ])('%s of its life left', (_, leftBp, offBp) => {
    expect(markdownBp(usualMarkdowns, leftBp)).toBe(offBp);
  });

  it('is the listed price where no band is reached, and never more than listed', () => {
    expect(markdownBp([{ fromBp: 4_000, markdownBp: 100 }], 3_999)).toBe(0);
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.nat(10_000), (unitPriceE4, offBp) => {
        expect(ageingPriceE4(unitPriceE4, offBp)).toBeLessThanOrEqual(unitPriceE4);
      }),
    );
  });
});
