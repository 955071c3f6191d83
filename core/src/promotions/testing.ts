import type { Cart, CartFacts, CartLine } from './cart';
import type { Promotion } from './model';
import { plainPromotion } from './plain';

export * from './flash/testing';

/** 2026-06-15 10:00 in Shanghai, a Monday. */
export const aMonday = Date.UTC(2026, 5, 15, 2);

/** A live promotion of 2026 for everybody and everything; what it does is for the test to say. */
export const aPromotion = (given: Pick<Promotion, 'kind' | 'rule'> & Partial<Promotion>): Promotion => ({
  ...plainPromotion,
  id: 'p1',
  sellerId: 'seller',
  name: '六月促销',
  state: 'live',
  startsAt: Date.UTC(2026, 0, 1),
  endsAt: Date.UTC(2027, 0, 1),
  payers: [{ partyId: 'seller', shareBp: 10_000 }],
  ...given,
});

/** Goods at ¥3.00 a bottle, 12 bottles a case. */
export function aCartLine(given: Partial<CartLine> = {}): CartLine {
  const quantity = given.quantity ?? 12;
  const unitPriceE4 = given.unitPriceE4 ?? 30_000;
  return {
    lineNo: 1,
    skuId: 'cola',
    category: 'drinks',
    brand: 'kele',
    productLine: 'water',
    quantity,
    units: [
      { unit: '瓶', factor: 1 },
      { unit: '箱', factor: 12 },
    ],
    unitPriceE4,
    amountFen: Math.round((unitPriceE4 * quantity) / 100),
    lifeLeftBp: null,
    isClosed: false,
    ...given,
  };
}

export const aCart = (lines: readonly CartLine[], given: Partial<Cart> = {}): Cart => ({
  buyer: { id: 'store', level: 2, regionCode: '330102', channel: 'traditional', groupIds: new Set() },
  at: aMonday,
  lines,
  freightFen: 0,
  couponIds: null,
  giftChoices: new Map(),
  tokens: new Map(),
  ...given,
});

/** Nothing is used up, nobody has ordered before, and gifts are worth ¥2.00. */
export const cartFacts = (given: Partial<CartFacts> = {}): CartFacts => ({
  useOf: () => ({ byBuyer: 0, byBuyerToday: 0, today: 0, total: 0, costFen: 0 }),
  coupons: [],
  giftPriceE4: () => 20_000,
  mayGive: () => true,
  isFirstOrder: true,
  isNewItem: () => true,
  ...given,
});
