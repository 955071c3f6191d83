import { simulatePromotion } from './simulate-promotion';
import type { PastOrder, SimulationFacts } from './simulation';
import { aCart, aCartLine, aMonday, aPromotion } from './testing';

const dayMs = 86_400_000;

const facts = (given: Partial<SimulationFacts> = {}): SimulationFacts => ({
  giftPriceE4: () => 30_000,
  floorE4: () => null,
  unitCostE4: () => 20_000,
  ...given,
});

/** Orders of a buyer on one day after the other. */
const orders = (...quantities: readonly number[]): readonly PastOrder[] =>
  quantities.map((quantity, at) => ({
    orderId: `o${at}`,
    cart: aCart([aCartLine({ quantity })], { at: aMonday + at * dayMs }),
  }));

const off = aPromotion({
  kind: 'thresholdOff',
  rule: { tiers: [{ fromFen: 6_000, offFen: 600 }], isPerMultiple: false },
});

describe('simulating a promotion', () => {
  it('counts the orders it touches and shares the cost among those who bear it', () => {
    const payers = [
      { partyId: 'hq', shareBp: 7_000 },
      { partyId: 'distributor', shareBp: 3_000 },
    ];
    const answer = simulatePromotion({ ...off, payers }, orders(10, 20, 40), facts());

    expect(answer).toMatchObject({
      orderCount: 3,
      ordersTouched: 2,
      discountFen: 1_200,
      giftFen: 0,
      costFen: 1_200,
    });
    expect(answer.byPayer).toEqual([
      { partyId: 'hq', fen: 840 },
      { partyId: 'distributor', fen: 360 },
    ]);
  });

  it('counts gifts at the list, and their cost in the margin', () => {
    const buyGet = aPromotion({
      kind: 'buyGet',
      rule: { buyQuantity: 1, getQuantity: 1, unit: '箱', mode: 'added', counting: 'step' },
    });
    const answer = simulatePromotion(buyGet, orders(12), facts());

    expect(answer).toMatchObject({
      giftFen: 3_600,
      costFen: 3_600,
      marginBeforeFen: 1_200,
      marginAfterFen: -1_200,
    });
  });

  it('says when the budget would have run out', () => {
    const answer = simulatePromotion({ ...off, budgetFen: 1_300 }, orders(20, 20, 20, 20), facts());

    expect(answer).toMatchObject({ costFen: 1_200, ordersTouched: 2, budgetOutAt: aMonday + 2 * dayMs });
  });

  it('lets caps of a buyer run down', () => {
    const caps = { ...off.caps, perBuyer: 1 };

    expect(simulatePromotion({ ...off, caps }, orders(20, 20), facts()).ordersTouched).toBe(1);
  });

  it('names the lines that fall below their floor', () => {
    const answer = simulatePromotion(off, orders(20, 40), facts({ floorE4: () => 28_000 }));

    expect(answer.breaches).toEqual([
      { orderId: 'o0', lineNo: 1, skuId: 'cola', amountFen: 5_400, floorFen: 5_600 },
    ]);
  });

  it('tells what buyers gain, which is less where it replaces another promotion', () => {
    const stacking = 'exclusiveLane' as const;
    const other = {
      ...off,
      id: 'other',
      rule: { tiers: [{ fromFen: 6_000, offFen: 500 }], isPerMultiple: false },
    };
    const answer = simulatePromotion({ ...off, stacking }, orders(20), facts({ others: [other] }));

    expect(answer).toMatchObject({ costFen: 600, buyersGainFen: 100 });
  });

  it('counts the first order of a buyer as its first, and drafts as if they were live', () => {
    const first = aPromotion({
      kind: 'firstOrder',
      state: 'draft',
      rule: { asks: 'firstOrder', innerKind: off.kind, innerRule: off.rule },
    });

    expect(simulatePromotion(first, orders(20, 20), facts()).ordersTouched).toBe(1);
  });

  it('takes every buyer to hold a coupon', () => {
    const coupon = aPromotion({
      kind: 'coupon',
      rule: { mode: 'off', offFen: 300, fromFen: 3_000, isStackable: false, validDays: 7 },
    });

    expect(simulatePromotion(coupon, orders(5, 20), facts())).toMatchObject({
      ordersTouched: 1,
      costFen: 300,
    });
  });

  it('pays what is earned later over all orders of a buyer', () => {
    const cumulative = aPromotion({
      kind: 'cumulative',
      rule: { unit: '箱', pays: 'percent', mode: 'whole', tiers: [{ fromQuantity: 3, rebateBp: 1_000 }] },
    });
    const answer = simulatePromotion(cumulative, orders(12, 24), facts());

    expect(answer).toMatchObject({ ordersTouched: 2, costFen: 1_080, marginAfterFen: 3_600 - 1_080 });
  });

  it('says of how many lines nobody knows the cost', () => {
    expect(simulatePromotion(off, orders(20, 40), facts({ unitCostE4: () => null }))).toMatchObject({
      linesWithoutCost: 2,
      marginBeforeFen: 0,
      marginAfterFen: 0,
    });
  });
});
