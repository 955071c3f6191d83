import { bookOf } from './promotion-book';
import { quotePromotions } from './quote-promotions';
import { aCart, aCartLine, aPromotion, cartFacts } from './testing';

const quote = (
  promotions: Parameters<typeof bookOf>[0],
  cart: Parameters<typeof quotePromotions>[0],
  facts = cartFacts(),
) => quotePromotions(cart, bookOf(promotions), facts);

const special = (unitPriceE4: number, given = {}) =>
  aPromotion({ id: `special-${unitPriceE4}`, kind: 'specialPrice', rule: { unitPriceE4 }, ...given });
const buyGet = (given = {}) =>
  aPromotion({
    id: 'buyGet',
    kind: 'buyGet',
    rule: { buyQuantity: 2, getQuantity: 1, unit: '箱', mode: 'added', counting: 'step' },
    ...given,
  });
const off = (fromFen: number, offFen: number, given = {}) =>
  aPromotion({
    id: `off-${fromFen}`,
    kind: 'thresholdOff',
    rule: { tiers: [{ fromFen, offFen }], isPerMultiple: false },
    ...given,
  });

describe('a quote', () => {
  it('prices a unit by the lowest of the special prices', () => {
    const answer = quote([special(28_000), special(25_000)], aCart([aCartLine({ quantity: 10 })]));

    expect(answer.payableFen).toBe(2_500);
    expect(answer.declined.map(({ why }) => why)).toEqual([{ reason: 'beaten', byId: 'special-25000' }]);
  });

  it('passes units beyond a cap on to the next best price', () => {
    const caps = { perOrder: 4, perBuyer: null, perBuyerDay: null, perDay: null, total: null };
    const answer = quote([special(28_000), special(25_000, { caps })], aCart([aCartLine({ quantity: 10 })]));

    expect(answer.payableFen).toBe(4 * 250 + 6 * 280);
  });

  it('tests thresholds on what earlier lanes left', () => {
    const answer = quote([special(25_000), off(3_000, 500)], aCart([aCartLine({ quantity: 11 })]));

    expect(answer.payableFen).toBe(2_750);
    expect(answer.declined[0]?.near).toEqual({
      missing: { fen: 250 },
      from: { fen: 3_000 },
      skuId: null,
      gain: { kind: 'off', fen: 500 },
    });
  });

  it('gives gifts beside, and says what is missing for the next', () => {
    const answer = quote([buyGet()], aCart([aCartLine({ quantity: 30 })]));

    expect(answer.accepted[0]?.gifts).toEqual([{ skuId: 'cola', quantity: 12 }]);
    expect(answer.accepted[0]?.near?.missing).toEqual({ quantity: 18, unit: '' });
    expect(answer.payableFen).toBe(9_000);
  });

  it('gives nothing that may not be given, and says so', () => {
    const barred = cartFacts({ mayGive: () => false });
    const answer = quote([buyGet()], aCart([aCartLine({ quantity: 30 })]), barred);

    expect(answer.accepted).toEqual([]);
    expect(answer.declined.map(({ why }) => why)).toEqual([{ reason: 'giftBarred' }]);
  });

  it('lets the one worth more stand where two exclude each other', () => {
    const alone = { stacking: 'exclusiveLane' as const };
    const answer = quote([off(1_000, 100, alone), off(2_000, 300)], aCart([aCartLine({ quantity: 10 })]));

    expect(answer.discountFen).toBe(300);
  });

  it('lets a higher priority stand where two exclude each other, though it is worth less', () => {
    const alone = { stacking: 'exclusiveLane' as const, priority: 5 };
    const answer = quote([off(1_000, 100, alone), off(2_000, 300)], aCart([aCartLine({ quantity: 10 })]));

    expect(answer.discountFen).toBe(100);
  });

  it('takes the whole order by one promotion alone where that is worth more', () => {
    const answer = quote(
      [special(29_000), off(2_000, 300, { stacking: 'exclusiveOrder' })],
      aCart([aCartLine({ quantity: 10 })]),
    );

    expect(answer.accepted.map(({ player }) => player.compiled.promotion.id)).toEqual(['off-2000']);
    expect(answer.payableFen).toBe(2_700);
  });

  it('shares what is off by lines of one SKU to the fen', () => {
    const lines = [aCartLine({ lineNo: 1, quantity: 1 }), aCartLine({ lineNo: 2, quantity: 2 })];
    const answer = quote([off(900, 100)], aCart(lines));

    expect(answer.shares.map(({ lineNo, offFen }) => [lineNo, offFen])).toEqual([
      [1, 33],
      [2, 67],
    ]);
  });
});
