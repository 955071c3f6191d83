import fc from 'fast-check';
import { idOf } from './applied';
import type { Cart } from './cart';
import { compilePromotion } from './compile-promotion';
import { countsAt, isFor } from './is-for-buyer';
import { allKinds, lineOf, numbered, promotionOf, someFacts, testSkus } from './kinds/testing';
import type { Promotion } from './model';
import { bookOf } from './promotion-book';
import { type PromotionQuote, quotePromotions } from './quote-promotions';
import { aCart, aMonday } from './testing';

const some = <Value>(...values: Value[]) => fc.subarray(values, { maxLength: 2 });
const dayMs = 24 * 60 * 60_000;

const anyAudience = fc.record({
  levels: some(1, 2, 3),
  regionPrefixes: some('33', '3301', '3201', '110000'),
  channels: some('traditional', 'modern'),
  groupIds: some('key', 'new'),
  buyerIds: some('store', 'shop'),
  excludedBuyerIds: some('shop', 'kiosk', 'stall'),
});

const anyScope = fc.record({
  skuIds: some('sku1', 'sku2', 'sku3', ...testSkus),
  categories: some('category1', 'category2'),
  brands: some('brand1', 'brand2'),
  productLines: some('line1', 'line2'),
  excludedSkuIds: some('sku1', 'a'),
});

/** A seller's market: most of its promotions are about other goods, for others, or not running now. */
const anyMarket: fc.Arbitrary<readonly Promotion[]> = fc
  .array(
    fc.record({
      promotion: promotionOf(allKinds),
      audience: anyAudience,
      scope: anyScope,
      startsAt: fc.constantFrom(aMonday - dayMs, aMonday, aMonday + 1),
      weekdays: fc.constantFrom([], [], [1], [2, 3]),
    }),
    { minLength: 300, maxLength: 340, size: 'max' },
  )
  .map((all) =>
    all.map(({ promotion, ...given }, at): Promotion => ({
      ...promotion,
      ...given,
      endsAt: aMonday + dayMs,
      id: `p${at}`,
    })),
  );

const anyBuyer = fc.record({
  id: fc.constantFrom('store', 'shop', 'kiosk'),
  level: fc.constantFrom(1, 2, 4),
  regionCode: fc.constantFrom('330106', '320102', '110101', '440305'),
  channel: fc.constantFrom('traditional', 'modern', 'night'),
  groupIds: fc.subarray(['key', 'new', 'old']).map((ids) => new Set(ids)),
});

const anyMarketCart: fc.Arbitrary<Cart> = fc
  .record({
    lines: fc.array(
      fc
        .tuple(fc.constantFrom(...testSkus), fc.nat(40), fc.nat(4), fc.nat(4), fc.nat(4))
        .map(([skuId, quantity, category, brand, productLine]) =>
          lineOf(skuId, quantity, {
            category: `category${category}`,
            brand: `brand${brand}`,
            productLine: `line${productLine}`,
          }),
        ),
      { minLength: 1, maxLength: 3 },
    ),
    buyer: anyBuyer,
  })
  .map(({ lines, buyer }) => ({ ...aCart(numbered(lines)), at: aMonday, buyer }));

const gist = ({ items: _, accepted, declined, ...sums }: PromotionQuote) => ({
  ...sums,
  accepted: accepted.map((one) => ({ ...one, player: idOf(one) })),
  declined: declined.map((one) => ({ ...one, player: idOf(one) })),
});

/** Looked for one by one, without any index. */
const concerned = (market: readonly Promotion[], { buyer, at, lines }: Cart) =>
  market.filter((promotion) => {
    const compiled = compilePromotion(promotion)!;
    return (
      isFor(promotion.audience, buyer) &&
      (compiled.lane === 'coupon' || countsAt(promotion, at)) &&
      lines.some((line) => compiled.covers(line) || compiled.named.has(line.skuId))
    );
  });

describe('a market of more than 300 promotions', () => {
  it('answers as if there were only those that are about the cart, for its buyer and running now', () => {
    fc.assert(
      fc.property(anyMarket, fc.array(anyMarketCart, { minLength: 2, maxLength: 4 }), (market, carts) => {
        const book = bookOf(market);
        for (const cart of carts) {
          const few = bookOf(concerned(market, cart));

          expect(gist(quotePromotions(cart, book, someFacts))).toEqual(
            gist(quotePromotions(cart, few, someFacts)),
          );
        }
      }),
      { numRuns: 15 },
    );
  });

  it('answers a buyer the same, whoever asked before', () => {
    fc.assert(
      fc.property(anyMarket, anyMarketCart, anyBuyer, (market, cart, other) => {
        const book = bookOf(market);
        quotePromotions({ ...cart, buyer: other }, book, someFacts);

        expect(gist(quotePromotions(cart, book, someFacts))).toEqual(
          gist(quotePromotions(cart, bookOf(market), someFacts)),
        );
      }),
      { numRuns: 15 },
    );
  });
});
