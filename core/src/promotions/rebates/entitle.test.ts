import fc from 'fast-check';
import { sum } from '../../platform/money';
import type { CartBuyer } from '../cart';
import type { Promotion } from '../model';
import { plainPromotion } from '../plain';
import { entitle, type SignedGoods, windowOf, withinBudget } from './entitle';

const buyer: CartBuyer = {
  id: 'buyer',
  level: 2,
  regionCode: '330106',
  channel: 'traditional',
  groupIds: new Set(),
};
const goods = (given: Partial<SignedGoods> = {}): SignedGoods => ({
  skuId: 'WATER',
  category: 'water',
  brand: 'tongpan',
  productLine: 'drinks',
  units: [{ unit: '箱', factor: 12 } as SignedGoods['units'][number]],
  quantity: 120,
  amountFen: 100_000,
  ...given,
});
const aPromotion = (given: Partial<Promotion> = {}): Promotion => ({
  ...plainPromotion,
  id: 'promotion',
  sellerId: 'seller',
  name: '季度返利',
  kind: 'cumulative',
  state: 'live',
  startsAt: 0,
  endsAt: 1_000,
  payers: [{ partyId: 'seller', shareBp: 10_000 }],
  rule: { unit: '箱', pays: 'percent', mode: 'whole', tiers: [{ fromQuantity: 10, rebateBp: 200 }] },
  ...given,
});
const unpaid = { settledFen: 0, lastPromotion: null };

describe('what a buyer is entitled to', () => {
  it('is what the rule gives for the signed goods in its scope', () => {
    const scope = { ...plainPromotion.scope, skuIds: ['WATER'] };
    const signed = { buyer, goods: [goods(), goods({ skuId: 'TEA', amountFen: 900_000 })] };

    expect(entitle(aPromotion({ scope }), signed, 0, unpaid)).toEqual({
      promotionVersion: 1,
      quantity: 120,
      amountFen: 100_000,
      proofCount: 0,
      entitledFen: 2_000,
    });
  });

  it('is nothing for somebody the promotion does not mean', () => {
    const promotion = aPromotion({ audience: { ...plainPromotion.audience, levels: [1] } });

    expect(entitle(promotion, { buyer, goods: [goods()] }, 0, unpaid).entitledFen).toBe(0);
  });

  it('stays with somebody who was paid, whatever becomes of the audience', () => {
    const promotion = aPromotion({ audience: { ...plainPromotion.audience, levels: [1] } });
    const paid = { settledFen: 2_000, lastPromotion: null };

    expect(entitle(promotion, { buyer, goods: [goods()] }, 0, paid).entitledFen).toBe(2_000);
  });

  it('falls when goods come back', () => {
    const paid = { settledFen: 2_000, lastPromotion: null };
    const less = goods({ quantity: 60, amountFen: 50_000 });

    expect(entitle(aPromotion(), { buyer, goods: [less] }, 0, paid).entitledFen).toBe(0);
  });

  it('does not fall by a change of the rule, and by it only as far as goods come back', () => {
    const lastPromotion = aPromotion();
    const tiers = [{ fromQuantity: 10, rebateBp: 100 }];
    const changed = aPromotion({ version: 2, rule: { ...lastPromotion.rule, tiers } });
    const paid = { settledFen: 2_000, lastPromotion };
    const less = goods({ amountFen: 90_000 });

    expect(entitle(changed, { buyer, goods: [goods()] }, 0, paid)).toMatchObject({
      promotionVersion: 1,
      entitledFen: 2_000,
    });
    expect(entitle(changed, { buyer, goods: [less] }, 0, paid).entitledFen).toBe(1_800);
  });

  it('counts by the new rule from where that gives more', () => {
    const lastPromotion = aPromotion();
    const tiers = [{ fromQuantity: 10, rebateBp: 300 }];
    const changed = aPromotion({ version: 2, rule: { ...lastPromotion.rule, tiers } });

    expect(
      entitle(changed, { buyer, goods: [goods()] }, 0, { settledFen: 2_000, lastPromotion }),
    ).toMatchObject({ promotionVersion: 2, entitledFen: 3_000 });
  });

  it('asks a display deal for its photos', () => {
    const deal = aPromotion({
      kind: 'displayDeal',
      rule: { rewardFen: 5_000, proofCount: 2, fromFen: 60_000 },
    });
    const of = (photos: number, amountFen = 100_000) =>
      entitle(deal, { buyer, goods: [goods({ amountFen })] }, photos, unpaid).entitledFen;

    expect([of(1), of(2), of(2, 59_999)]).toEqual([0, 5_000, 0]);
  });
});

describe('the window', () => {
  it('ends when somebody stops the promotion', () => {
    expect(windowOf(aPromotion(), null)).toEqual({ from: 0, until: 1_000 });
    expect(windowOf(aPromotion(), 400)).toEqual({ from: 0, until: 400 });
    expect(windowOf(aPromotion(), 4_000)).toEqual({ from: 0, until: 1_000 });
  });
});

describe('a budget', () => {
  it.each([
    [[50, 60], 200, [50, 60]],
    [[50, 60], 70, [50, 20]],
    [[50, 60], 0, [0, 0]],
    [[50, -30, 60], 40, [50, -30, 20]],
    [[50, -30], Infinity, [50, -30]],
  ])('%j of %d: %j', (deltasFen, leftFen, paidFen) => {
    expect(withinBudget(deltasFen, leftFen)).toEqual(paidFen);
  });

  it('is never gone beyond, and takes back all there is to take back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -500, max: 500 }), { maxLength: 8 }),
        fc.nat(900),
        (deltas, left) => {
          const paid = withinBudget(deltas, left);

          expect(sum(paid)).toBeLessThanOrEqual(left);
          paid.forEach((fen, at) => {
            const deltaFen = deltas[at] as number;
            expect(fen).toBeLessThanOrEqual(Math.max(0, deltaFen));
            if (deltaFen <= 0) expect(fen).toBe(deltaFen);
            else expect(fen).toBeGreaterThanOrEqual(0);
          });
        },
      ),
    );
  });
});
