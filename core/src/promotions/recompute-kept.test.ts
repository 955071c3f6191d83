import fc from 'fast-check';
import { sum } from '../platform/money';
import { allKinds, anyCart, promotionsOf, someFacts } from './kinds/testing';
import { bookOf } from './promotion-book';
import { type Kept, type PricedOrder, recomputeKept } from './recompute-kept';
import { aCart, aCartLine, aPromotion, cartFacts } from './testing';

const kept = (quantities: Readonly<Record<number, number>>, given: Partial<Kept> = {}): Kept => ({
  quantities: new Map(Object.entries(quantities).map(([lineNo, quantity]) => [Number(lineNo), quantity])),
  giftsReturned: new Map(),
  refundedFen: 0,
  ...given,
});

const orderOf = (quantity: number, ...promotions: Parameters<typeof bookOf>[0]): PricedOrder => ({
  cart: aCart([aCartLine({ quantity })]),
  book: bookOf(promotions),
  facts: cartFacts(),
});

const thresholdOff = aPromotion({
  kind: 'thresholdOff',
  rule: { tiers: [{ fromFen: 10_000, offFen: 1_000 }], isPerMultiple: false },
});

describe('what an order is due once some of it comes back', () => {
  it('loses the benefit the kept goods do not reach', () => {
    const { refundFen, keptFen } = recomputeKept(orderOf(40, thresholdOff), kept({ 1: 20 }));

    expect(keptFen).toBe(6_000);
    expect(refundFen).toBe(11_000 - 6_000);
  });

  it('gives nothing back where the kept goods cost as much without the benefit', () => {
    const { refundFen, dueFen } = recomputeKept(orderOf(34, thresholdOff), kept({ 1: 33 }));

    expect([refundFen, dueFen]).toEqual([0, 0]);
  });

  it('takes off what gifts are worth that do not come back', () => {
    const gift = aPromotion({
      kind: 'buyGet',
      rule: { buyQuantity: 10, getQuantity: 1, unit: '', mode: 'added', counting: 'step' },
    });
    const order = orderOf(40, gift);

    expect(recomputeKept(order, kept({ 1: 20 })).refundFen).toBe(6_000 - 2 * 200);
    expect(recomputeKept(order, kept({ 1: 20 }, { giftsReturned: new Map([['cola', 2]]) })).refundFen).toBe(
      6_000,
    );
  });

  it('gives all back where nothing is kept', () => {
    expect(recomputeKept(orderOf(40, thresholdOff), kept({ 1: 0 })).refundFen).toBe(11_000);
  });

  it('claims what an earlier return was given for a benefit that is lost only now', () => {
    const tiers = [
      { fromFen: 6_000, offFen: 600 },
      { fromFen: 12_000, offFen: 1_200 },
    ];
    const order = orderOf(40, aPromotion({ kind: 'thresholdOff', rule: { tiers, isPerMultiple: false } }));
    const first = recomputeKept(order, kept({ 1: 20 }));
    const second = recomputeKept(order, kept({ 1: 19 }, { refundedFen: first.refundFen }));

    expect(first.refundFen).toBe(10_800 - 5_400);
    expect([second.refundFen, second.claimFen]).toEqual([0, 5_400 - (10_800 - 5_700)]);
  });
});

const anyReturns = fc
  .record({
    cart: anyCart,
    promotions: promotionsOf(allKinds, 4),
    steps: fc.array(fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ cart, promotions, steps }) => {
    const order: PricedOrder = { cart, book: bookOf(promotions), facts: someFacts };
    let now = new Map(cart.lines.map(({ lineNo, quantity }) => [lineNo, quantity]));
    const states = steps.map((shares) => {
      now = new Map(
        [...now].map(([lineNo, quantity], at) => [lineNo, Math.floor((quantity * shares[at]!) / 100)]),
      );
      return now;
    });
    return { order, states };
  });

describe('whatever comes back, in however many steps', () => {
  it('is never less than nothing, nor more than was paid for it', () => {
    fc.assert(
      fc.property(anyReturns, ({ order, states }) => {
        for (const quantities of states) {
          const { refundFen, paidFen, originalFen } = recomputeKept(order, kept({}, { quantities }));

          expect(refundFen).toBeGreaterThanOrEqual(0);
          expect(refundFen).toBeLessThanOrEqual(paidFen);
          expect(refundFen).toBeLessThanOrEqual(originalFen);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('comes in the end to what one return at once gives', () => {
    fc.assert(
      fc.property(anyReturns, ({ order, states }) => {
        let refundedFen = 0;
        for (const quantities of states) {
          const { refundFen, claimFen } = recomputeKept(order, kept({}, { quantities, refundedFen }));
          refundedFen += refundFen - claimFen;
        }
        const atOnce = recomputeKept(order, kept({}, { quantities: states.at(-1)! }));

        expect(refundedFen).toBe(atOnce.refundFen);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves nobody who was given something back with cheaper goods than if it had bought just those', () => {
    fc.assert(
      fc.property(anyReturns, ({ order, states }) => {
        for (const quantities of states) {
          const { refundFen, originalFen, keptFen, lostGifts } = recomputeKept(
            order,
            kept({}, { quantities }),
          );
          if (refundFen === 0) continue;
          const giftsFen = sum(lostGifts.map(({ valueFen }) => valueFen));

          expect(originalFen - refundFen).toBeGreaterThanOrEqual(keptFen + giftsFen);
        }
      }),
      { numRuns: 200 },
    );
  });
});
