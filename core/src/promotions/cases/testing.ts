import type { Cart, CartFacts, CartLine } from '../cart';
import type { Promotion, PromotionRule } from '../model';
import { bookOf } from '../promotion-book';
import { quotePromotions } from '../quote-promotions';
import { aCart, aCartLine, aPromotion, cartFacts } from '../testing';

/**
 * What is ordered, in base units: cola ¥3.00 a bottle (12 a case), sprite ¥2.50 (12), chips ¥5.00 a bag (10 a case),
 * towel ¥8.00. `old` is cola with a tenth of its life left.
 */
export type Order = Readonly<Partial<Record<'cola' | 'sprite' | 'chips' | 'towel' | 'old', number>>>;

const goods: Readonly<Record<string, Partial<CartLine>>> = {
  cola: {},
  sprite: { unitPriceE4: 25_000 },
  chips: {
    unitPriceE4: 50_000,
    category: 'snacks',
    units: [
      { unit: '袋', factor: 1 },
      { unit: '箱', factor: 10 },
    ],
  },
  towel: { unitPriceE4: 80_000, category: 'home', units: [{ unit: '条', factor: 1 }] },
  old: { skuId: 'cola', lifeLeftBp: 1_000 },
};

/** An order under one promotion, and what it comes to. */
export interface Row {
  readonly situation: string;
  readonly rule: PromotionRule;
  readonly order: Order;
  /** What goods and freight come to. */
  readonly payableFen: number;
  readonly gifts?: Readonly<Record<string, number>>;
  readonly given?: Partial<Promotion>;
  readonly cart?: Partial<Cart>;
  readonly facts?: Partial<CartFacts>;
}

const linesOf = (order: Order) =>
  Object.entries(order).map(([name, quantity], at) =>
    aCartLine({ lineNo: at + 1, skuId: name, quantity, ...goods[name] }),
  );

export const drinks = {
  skuIds: ['cola', 'sprite'],
  categories: [],
  brands: [],
  productLines: [],
  excludedSkuIds: [],
};

/** Holds each row against the quote of its promotion alone. */
export const holdCases = (kinds: Readonly<Record<string, readonly Row[]>>) => {
  const cases = Object.entries(kinds).flatMap(([kind, rows]) => rows.map((row) => ({ kind, ...row })));

  it.each(cases)('$kind: $situation', ({ kind, rule, order, given, cart, facts, payableFen, gifts }) => {
    const book = bookOf([aPromotion({ kind, rule, ...given })]);
    const quote = quotePromotions(aCart(linesOf(order), cart), book, cartFacts(facts));
    const gained = quote.accepted.flatMap((one) => one.gifts.map(({ skuId, quantity }) => [skuId, quantity]));

    expect(quote.payableFen).toBe(payableFen);
    expect(Object.fromEntries(gained)).toEqual(gifts ?? {});
  });
};
