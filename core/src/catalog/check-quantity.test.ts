import fc from 'fast-check';
import { checkQuantity } from './check-quantity';
import { anyLimits } from './testing';

const limits = (minimumQuantity: number, multipleQuantity: number, maximumQuantity: number | null) => ({
  minimumQuantity,
  multipleQuantity,
  maximumQuantity,
});

describe('a quantity', () => {
  it.each([
    ['passes where nothing is asked', 1, limits(0, 1, null)],
    ['may be exactly the minimum', 24, limits(24, 1, null)],
    ['may be exactly the maximum', 24, limits(0, 1, 24)],
    ['may be any multiple between them', 36, limits(24, 12, 48)],
  ])('%s', (_rule, quantity, asked) => {
    expect(checkQuantity(quantity, asked)).toEqual({ faults: [], suggested: null });
  });

  it.each([
    ['below the minimum is lifted to it', 23, limits(24, 1, null), ['minimum'], 24],
    ['off the multiple goes up to the next', 13, limits(0, 12, null), ['multiple'], 24],
    [
      'below a minimum off the multiple goes to the multiple',
      5,
      limits(30, 12, null),
      ['minimum', 'multiple'],
      36,
    ],
    ['above the maximum comes down to it', 25, limits(0, 1, 24), ['maximum'], 24],
    ['comes down to a multiple where up is too much', 13, limits(0, 12, 20), ['multiple'], 12],
    ['tells every fault', 31, limits(0, 12, 30), ['multiple', 'maximum'], 24],
    ['gets no suggestion where none is valid', 5, limits(24, 24, 20), ['minimum', 'multiple'], null],
    ['gets no suggestion of nothing', 5, limits(0, 12, 10), ['multiple'], null],
  ])('%s', (_rule, quantity, asked, faults, suggested) => {
    expect(checkQuantity(quantity, asked)).toEqual({ faults, suggested });
  });

  it.each([
    ['minimum', limits(0, 1, null)],
    ['multiple', limits(0, 0, null)],
    ['maximum', limits(0, 1, 0)],
  ])('is not asked for a %s of 0, which waives it', (_limit, asked) => {
    expect(checkQuantity(7, asked)).toEqual({ faults: [], suggested: null });
  });

  it('is suggested only when another was wrong, and is then itself valid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), anyLimits, (quantity, asked) => {
        const { faults, suggested } = checkQuantity(quantity, asked);

        if (faults.length === 0) expect(suggested).toBeNull();
        if (suggested !== null) expect(checkQuantity(suggested, asked).faults).toEqual([]);
      }),
    );
  });

  it('is suggested as near as can be, upwards first, and none only when there is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), anyLimits, (quantity, asked) => {
        const { faults, suggested } = checkQuantity(quantity, asked);
        const valid = Array.from({ length: 400 }, (_, at) => at + 1).filter(
          (other) => checkQuantity(other, asked).faults.length === 0,
        );
        const nearest = valid.find((other) => other >= quantity) ?? valid.at(-1) ?? null;

        expect(suggested).toBe(faults.length === 0 ? null : nearest);
      }),
    );
  });
});
