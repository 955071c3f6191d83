import fc from 'fast-check';
import { sum } from '../../platform/money';
import { aPromotion } from '../../promotions/testing';
import { type Back, netFen, settleInTurn, type SoldOrder, soldOrder } from './testing';

const ofGoods = { categories: [], brands: [], productLines: [], excludedSkuIds: [] };
const upTo = (perOrder: number | null) => ({
  perOrder,
  perBuyer: null,
  perBuyerDay: null,
  perDay: null,
  total: null,
});
const one = (promotion: Parameters<typeof aPromotion>[0]) => aPromotion(promotion);

const anyThreshold = fc
  .record({ fromFen: fc.integer({ min: 500, max: 20_000 }), offFen: fc.integer({ min: 1, max: 400 }) })
  .map((tier) => one({ id: 'p1', kind: 'thresholdOff', rule: { tiers: [tier], isPerMultiple: false } }));
const anyPercent = fc
  .record({ fromFen: fc.integer({ min: 500, max: 20_000 }), offBp: fc.integer({ min: 1, max: 3_000 }) })
  .map((tier) => one({ id: 'p2', kind: 'thresholdPercent', rule: { tiers: [tier], isAdditive: false } }));
const anyGift = fc
  .record({
    buyQuantity: fc.integer({ min: 2, max: 12 }),
    getQuantity: fc.integer({ min: 1, max: 2 }),
    mode: fc.constantFrom('added', 'within'),
    cap: fc.option(fc.integer({ min: 1, max: 3 })),
  })
  .map(({ cap, ...rule }) =>
    one({
      id: 'p3',
      kind: 'buyGet',
      scope: { skuIds: ['s1'], ...ofGoods },
      caps: upTo(cap),
      rule: { ...rule, unit: '', counting: 'step' },
    }),
  );
const anyDiscount = fc
  .record({ offBp: fc.integer({ min: 1, max: 5_000 }), cap: fc.option(fc.integer({ min: 1, max: 20 })) })
  .map(({ offBp, cap }) =>
    one({
      id: 'p4',
      kind: 'discount',
      scope: { skuIds: ['s2'], ...ofGoods },
      caps: upTo(cap),
      rule: { mode: 'percent', offBp },
    }),
  );
const anyPromotions = fc
  .tuple(...[anyThreshold, anyPercent, anyGift, anyDiscount].map((any) => fc.option(any)))
  .map((promotions) => promotions.filter((promotion) => promotion !== null));

const anyOrder = fc
  .record({
    lines: fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 40 }),
        unitPriceE4: fc.integer({ min: 1, max: 120_000 }),
        acceptedPercent: fc.constantFrom(100, 100, 100, 60, 0),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    promotions: anyPromotions,
  })
  .map(({ lines, promotions }) =>
    soldOrder(
      lines.map(({ quantity, unitPriceE4, acceptedPercent }, index) => ({
        skuId: `s${index + 1}`,
        quantity,
        unitPriceE4,
        accepted: Math.floor((quantity * acceptedPercent) / 100),
      })),
      promotions,
    ),
  );

/** An order, and what comes back of it in up to four requests: never more than is left. */
const anyReturns = anyOrder.chain((order) =>
  fc
    .array(fc.array(fc.nat(100), { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 4 })
    .map((shares) => ({ order, backs: backsOf(order, shares) })),
);

function backsOf({ sent }: SoldOrder, shares: readonly (readonly number[])[]): readonly Back[] {
  const left = new Map(sent.map(({ lineNo, accepted }) => [lineNo, accepted ?? 0]));
  return shares.map((percents) =>
    Object.fromEntries(
      sent.map(({ lineNo }, index) => {
        const units = Math.floor(((left.get(lineNo) ?? 0) * (percents[index] ?? 0)) / 100);
        left.set(lineNo, (left.get(lineNo) ?? 0) - units);
        return [lineNo, units];
      }),
    ),
  );
}

const billedFen = ({ sent }: SoldOrder) => sum(sent.map(({ acceptedFen }) => acceptedFen));

describe('whatever comes back', () => {
  it('is priced again as it was', () => {
    fc.assert(
      fc.property(anyReturns, ({ order, backs }) => {
        expect(settleInTurn(order, backs).every(({ basis }) => basis === 'recomputed')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('gives never less than nothing, and in all never more than was paid for it', () => {
    fc.assert(
      fc.property(anyReturns, ({ order, backs }) => {
        const settled = settleInTurn(order, backs);
        let givenFen = 0;
        for (const { refundFen, grantedFen, paidFen } of settled) {
          expect(refundFen).toBeGreaterThanOrEqual(0);
          givenFen += grantedFen;
          expect(givenFen).toBeLessThanOrEqual(paidFen);
        }
        expect(givenFen).toBeLessThanOrEqual(billedFen(order));
        expect(billedFen(order)).toBeLessThanOrEqual(netFen(order));
      }),
      { numRuns: 150 },
    );
  });

  it('comes to the same in whatever order, once what was given too much is set off', () => {
    fc.assert(
      fc.property(anyReturns, ({ order, backs }) => {
        const net = (turns: readonly Back[]) => {
          const settled = settleInTurn(order, turns);
          return sum(settled.map(({ refundFen }) => refundFen)) - (settled.at(-1)?.owedFen ?? 0);
        };

        expect(net([...backs].reverse())).toBe(net(backs));
      }),
      { numRuns: 150 },
    );
  });

  it('gives all back where everything comes back, gifts and all', () => {
    fc.assert(
      fc.property(anyReturns, ({ order, backs }) => {
        const came = Object.fromEntries(
          order.sent.map(({ lineNo, accepted }) => [
            lineNo,
            (accepted ?? 0) - sum(backs.map((back) => back[lineNo] ?? 0)),
          ]),
        );

        const settled = settleInTurn(order, [...backs, came]);

        expect(sum(settled.map(({ refundFen }) => refundFen))).toBe(billedFen(order));
      }),
      { numRuns: 150 },
    );
  });
});
