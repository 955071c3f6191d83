import fc from 'fast-check';
import { sum } from '../platform/money';
import { benefitFen, idOf } from './applied';
import type { Cart, CartLine } from './cart';
import { compilePromotion } from './compile-promotion';
import { kinds } from './kinds/all-kinds';
import { allKinds, anyCart, lineOf, numbered, promotionsOf, someFacts, testSkus } from './kinds/testing';
import type { Promotion } from './model';
import { bookOf } from './promotion-book';
import { type PromotionQuote, quotePromotions } from './quote-promotions';
import { aCart, aPromotion } from './testing';

const quote = (cart: Cart, promotions: readonly Promotion[]) =>
  quotePromotions(cart, bookOf(promotions), someFacts);

/** What of a quote does not speak of lines. */
const gist = ({ accepted, declined, payableFen, discountFen, giftFen, freightFen }: PromotionQuote) => ({
  payableFen,
  discountFen,
  giftFen,
  freightFen,
  accepted: accepted.map((one) => [idOf(one), one.times, one.offs, one.gifts, one.near]),
  declined: declined.map((one) => [idOf(one), one.why, one.near]),
});

const runs = { numRuns: 300 };

describe('whatever the promotions and whatever the cart', () => {
  it('adds up to the fen, and nothing falls below zero', () => {
    fc.assert(
      fc.property(anyCart, promotionsOf(allKinds), (cart, promotions) => {
        const { lines, shares, accepted, discountFen, freightFen, payableFen } = quote(cart, promotions);
        const listFen = sum(cart.lines.map(({ amountFen }) => amountFen));

        expect(payableFen).toBeGreaterThanOrEqual(0);
        expect(freightFen).toBeGreaterThanOrEqual(0);
        expect(sum(shares.map(({ offFen }) => offFen))).toBe(discountFen);
        expect(payableFen).toBe(listFen - discountFen + freightFen);
        expect(discountFen).toBe(sum(accepted.flatMap(({ offs }) => offs.map(({ offFen }) => offFen))));
        for (const { offFen, quantity } of shares) {
          expect(offFen).toBeGreaterThanOrEqual(0);
          expect(quantity).toBeGreaterThanOrEqual(0);
        }
        for (const line of lines) {
          const own = sum(shares.filter(({ lineNo }) => lineNo === line.lineNo).map(({ offFen }) => offFen));
          expect(line.amountFen).toBe(line.listFen - own);
          expect(line.amountFen).toBeGreaterThanOrEqual(0);
        }
      }),
      runs,
    );
  });

  it('accepts every promotion of the cart or says why not', () => {
    fc.assert(
      fc.property(anyCart, promotionsOf(allKinds), (cart, promotions) => {
        const { accepted, declined } = quote(cart, promotions);
        const bought = cart.lines.filter(({ quantity }) => quantity > 0);
        const concerned = promotions.filter((promotion) => {
          const compiled = compilePromotion(promotion)!;
          return (
            compiled.lane !== 'later' &&
            bought.some((line) => compiled.covers(line) || compiled.named.has(line.skuId))
          );
        });

        expect([...accepted, ...declined].map(idOf).sort()).toEqual(concerned.map(({ id }) => id).sort());
        for (const { why } of declined)
          if (why.reason === 'beaten') expect(accepted.map(idOf)).toContain(why.byId);
      }),
      runs,
    );
  });

  it('keeps caps and budgets', () => {
    fc.assert(
      fc.property(anyCart, promotionsOf(allKinds), (cart, promotions) => {
        for (const one of quote(cart, promotions).accepted) {
          const { caps, budgetFen } = one.player.compiled.promotion;
          expect(one.times).toBeLessThanOrEqual(caps.perOrder ?? Infinity);
          expect(benefitFen(one)).toBeLessThanOrEqual(budgetFen ?? Infinity);
        }
      }),
      runs,
    );
  });

  it('uses no unit twice within a group, and prices none twice', () => {
    fc.assert(
      fc.property(anyCart, promotionsOf(allKinds), (cart, promotions) => {
        const { accepted } = quote(cart, promotions);
        const held = (key: string) =>
          sum(cart.lines.filter((line) => keyOf(line) === key).map(({ quantity }) => quantity));
        const usedBy = (some: typeof accepted) => {
          const used = new Map<string, number>();
          for (const { uses } of some)
            for (const { key, quantity } of uses) used.set(key, (used.get(key) ?? 0) + quantity);
          return used;
        };
        const compiledOf = ({ player }: (typeof accepted)[number]) => player.compiled;
        const together = [
          ...['g', 'h', 'i'].map((group) =>
            accepted.filter((one) => compiledOf(one).promotion.mutexGroups.includes(group)),
          ),
          accepted.filter((one) => compiledOf(one).lane === 'unitPrice'),
        ];

        for (const some of together)
          for (const [key, quantity] of usedBy(some)) expect(quantity).toBeLessThanOrEqual(held(key));
        for (const { offs, uses } of accepted)
          for (const { key, quantity } of offs)
            expect(quantity).toBeLessThanOrEqual(uses.find((use) => use.key === key)?.quantity ?? 0);
      }),
      runs,
    );
  });

  it('says the same for any order of the lines, and for a SKU in one line or in several', () => {
    fc.assert(
      fc.property(
        anyCart,
        promotionsOf(allKinds),
        fc.infiniteStream(fc.nat(1_000)),
        (cart, promotions, dice) => {
          const roll = () => dice.next().value as number;
          const apart = cart.lines.flatMap((line) => {
            const first = Math.min(line.quantity, roll() % 7);
            return [first, line.quantity - first].map((quantity) =>
              lineOf(line.skuId, quantity, { lifeLeftBp: line.lifeLeftBp }),
            );
          });
          const shuffled = numbered(
            apart
              .map((line) => ({ line, at: roll() }))
              .sort((left, right) => left.at - right.at)
              .map(({ line }) => line),
          );

          expect(gist(quote({ ...cart, lines: shuffled }, promotions))).toEqual(
            gist(quote(cart, promotions)),
          );
        },
      ),
      runs,
    );
  });

  it('says the same for promotions in any order', () => {
    fc.assert(
      fc.property(anyCart, promotionsOf(allKinds), (cart, promotions) => {
        expect(gist(quote(cart, promotions.toReversed()))).toEqual(gist(quote(cart, promotions)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is payable', () => {
  const level = kinds.filter(({ lane }) => lane !== 'asInner' && lane !== 'later').map(({ name }) => name);

  it.each(level)('grows with the quantity under %s, unless the rule declares a cliff', (name) => {
    fc.assert(
      fc.property(
        anyCart,
        promotionsOf([name], 1),
        fc.constantFrom(...testSkus),
        (cart, promotions, skuId) => {
          const smooth = promotions
            .filter((promotion) => !compilePromotion(promotion)!.hasCliffs)
            .map((promotion) => ({ ...promotion, budgetFen: null }));
          const more = { ...cart, lines: [...cart.lines, lineOf(skuId, 1, { lineNo: 99 })] };
          // A percentage is rounded for each item, by half a fen each.
          const slackFen = cart.lines.length + 1;

          expect(quote(more, smooth).payableFen).toBeGreaterThanOrEqual(
            quote(cart, smooth).payableFen - slackFen,
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['thresholdOff', { tiers: [{ fromFen: 3_000, offFen: 500 }], isPerMultiple: false }, 9],
    ['thresholdPercent', { tiers: [{ fromFen: 3_000, offBp: 2_000 }], isAdditive: false }, 9],
    [
      'tierPrice',
      { unit: '', mode: 'allUnits', isMixed: false, tiers: [{ fromQuantity: 10, unitPriceE4: 20_000 }] },
      9,
    ],
    ['buyGet', { buyQuantity: 6, getQuantity: 2, unit: '', mode: 'within', counting: 'step' }, 5],
    ['pickN', { pickCount: 3, unit: '', priceFen: 500 }, 2],
    ['bundle', { parts: [{ skuId: 'a', quantity: 3 }], priceFen: 500 }, 2],
    ['coupon', { mode: 'off', offFen: 500, fromFen: 3_000, isStackable: false, validDays: 1 }, 9],
    ['nthUnit', { nth: 2, unit: '箱', offBp: 5_000, isMixed: false }, 23],
  ])('falls where %s declares a cliff', (kind, rule, before) => {
    const promotion = aPromotion({ id: 'p0', kind, rule });
    const at = (quantity: number) => quote(aCart([lineOf('a', quantity)]), [promotion]).payableFen;

    expect(compilePromotion(promotion)!.hasCliffs).toBe(true);
    expect(at(before + 1)).toBeLessThan(at(before));
  });
});

const keyOf = ({ skuId, lifeLeftBp }: CartLine) => (lifeLeftBp === null ? skuId : `${skuId} ${lifeLeftBp}`);
