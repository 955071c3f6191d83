import fc from 'fast-check';
import { assignUnits, rankOffers, type UnitOffer } from './assign-units';

/** Deals unit by unit in every way there is. */
function bruteForce(offers: readonly UnitOffer[], units: readonly number[], caps: readonly number[]): number {
  const taken = offers.map(() => 0);
  const left = [...units];
  const room = [...caps];
  const look = (at: number): number => {
    const offer = offers[at];
    if (!offer) return 0;
    let best = -Infinity;
    const most = Math.min(offer.quantity, left[offer.item]!, room[offer.promotion]!);
    for (let quantity = 0; quantity <= most; quantity += 1) {
      taken[at] = quantity;
      left[offer.item]! -= quantity;
      room[offer.promotion]! -= quantity;
      best = Math.max(best, quantity * offer.saving + look(at + 1));
      left[offer.item]! += quantity;
      room[offer.promotion]! += quantity;
    }
    return best;
  };
  return look(0);
}

const anyCase = fc.record({
  offers: fc.uniqueArray(
    fc.record({
      item: fc.nat(2),
      promotion: fc.nat(2),
      quantity: fc.integer({ min: 1, max: 3 }),
      saving: fc.integer({ min: -2, max: 9 }),
    }),
    { maxLength: 7 },
  ),
  units: fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
  caps: fc.array(fc.oneof(fc.nat(4), fc.constant(Infinity)), { minLength: 3, maxLength: 3 }),
});

const everybody = [true, true, true];

const assign = (offers: readonly UnitOffer[], units: readonly number[], caps: readonly number[]) =>
  assignUnits(rankOffers(offers), units, caps, everybody);

const savingOf = (offers: readonly UnitOffer[], answer: readonly number[]) =>
  answer.reduce((total, quantity, at) => total + quantity * offers[at]!.saving, 0);

describe('dealing units among prices', () => {
  it('gives a shared cap to where it saves most in all, though not to the greatest saving', () => {
    const offers = [
      { item: 0, promotion: 0, quantity: 1, saving: 10 },
      { item: 1, promotion: 0, quantity: 1, saving: 9 },
      { item: 0, promotion: 1, quantity: 1, saving: 9 },
    ];

    expect(assign(offers, [1, 1], [1, Infinity])).toEqual([0, 1, 1]);
  });

  it('saves as much as the best of all ways', () => {
    fc.assert(
      fc.property(anyCase, ({ offers, units, caps }) => {
        expect(savingOf(offers, assign(offers, units, caps))).toBe(bruteForce(offers, units, caps));
      }),
      { numRuns: 2_000 },
    );
  });

  it('deals to those who take part as if there were no others', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(2), ({ offers, units, caps }, left) => {
        const takesPart = everybody.map((_, at) => at !== left);
        const own = offers.filter(({ promotion }) => promotion !== left);
        const answer = assignUnits(rankOffers(offers), units, caps, takesPart);

        expect(answer.filter((_, at) => offers[at]!.promotion !== left)).toEqual(assign(own, units, caps));
        expect(answer.filter((_, at) => offers[at]!.promotion === left).every((taken) => taken === 0)).toBe(
          true,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('never passes the units of an item, an offer or a cap', () => {
    fc.assert(
      fc.property(anyCase, ({ offers, units, caps }) => {
        const answer = assign(offers, units, caps);
        const sumBy = (is: (offer: UnitOffer) => boolean) =>
          answer.reduce((total, quantity, at) => total + (is(offers[at]!) ? quantity : 0), 0);

        answer.forEach((quantity, at) => expect(quantity).toBeLessThanOrEqual(offers[at]!.quantity));
        units.forEach((most, item) => expect(sumBy((one) => one.item === item)).toBeLessThanOrEqual(most));
        caps.forEach((most, at) => expect(sumBy((one) => one.promotion === at)).toBeLessThanOrEqual(most));
      }),
    );
  });
});
