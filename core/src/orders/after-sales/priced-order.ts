import type { Sku } from '../../catalog';
import type { Fen, PriceE4 } from '../../platform/money';
import type { AppliedPromotion, CartBuyer, CartFacts, CartLine, Coupon, Promotion } from '../../promotions';
import { bookOf, type PricedOrder, quotePromotions } from '../../promotions/rules';
import { cartLineOf } from '../promotion-cart';
import type { OrderLine } from '../model';

/** A stored order with all that promotions were decided on. */
export interface StoredOrder {
  readonly buyer: CartBuyer;
  readonly placedAt: number;
  readonly lines: readonly OrderLine[];
  readonly skus: ReadonlyMap<string, Sku>;
  /** What promotions did to it, and how they stood then. */
  readonly applied: readonly AppliedPromotion[];
  readonly originals: readonly Promotion[];
}

/**
 * The order as it was priced: at its list, under the promotions it used, in the versions it used. Whom they are for,
 * and what was left of them, was decided then; so they are for everybody here, as often as they were applied.
 */
export function pricedOrder(stored: StoredOrder): PricedOrder {
  const { applied, originals, placedAt, buyer, lines, skus } = stored;
  const used = new Map(applied.map((one) => [one.promotionId, one]));
  const at = applied[0]?.at ?? placedAt;
  return {
    cart: {
      buyer,
      at,
      lines: lines.flatMap((line) => asCartLine(line, skus)),
      freightFen: 0,
      couponIds: applied.flatMap(({ couponId }) => couponId ?? []),
      giftChoices: new Map(
        applied.map(({ promotionId, gifts }) => [promotionId, gifts.map(({ skuId }) => skuId)]),
      ),
      tokens: new Map(),
    },
    book: bookOf(
      originals.flatMap((promotion) => {
        const use = used.get(promotion.id);
        return use ? [asUsed(promotion, use)] : [];
      }),
    ),
    facts: factsOf(applied, at),
  };
}

/** Gifts follow from the rest. What stands in for other goods and what was won at the gate has a price of its own. */
function asCartLine(line: OrderLine, skus: StoredOrder['skus']): readonly CartLine[] {
  const sku = skus.get(line.skuId);
  if (!sku || line.giftOf !== null) return [];
  const amountFen = line.amountFen + line.discountFen;
  const isClosed = line.substituteFor !== null || line.priceListId === '';
  return [cartLineOf(sku, { ...line, amountFen, isClosed })];
}

const everybody: Promotion['audience'] = {
  levels: [],
  regionPrefixes: [],
  channels: [],
  groupIds: [],
  buyerIds: [],
  excludedBuyerIds: [],
};

const asUsed = (promotion: Promotion, { times }: AppliedPromotion): Promotion => ({
  ...promotion,
  state: 'live',
  audience: everybody,
  budgetFen: null,
  caps: { perOrder: times, perBuyer: null, perBuyerDay: null, perDay: null, total: null },
});

const nothingUsed = { byBuyer: 0, byBuyerToday: 0, today: 0, total: 0, costFen: 0 };

function factsOf(applied: readonly AppliedPromotion[], at: number): CartFacts {
  const coupons = applied.flatMap(({ couponId, promotionId, buyerId }): Coupon[] =>
    couponId === null
      ? []
      : [
          {
            id: couponId,
            promotionId,
            buyerId,
            state: 'open',
            claimedAt: at,
            expiresAt: Number.MAX_SAFE_INTEGER,
            orderId: null,
          },
        ],
  );
  const prices = giftPrices(applied);
  return {
    useOf: () => nothingUsed,
    coupons,
    giftPriceE4: (skuId) => prices.get(skuId) ?? null,
    mayGive: () => true,
    isFirstOrder: true,
    isNewItem: () => true,
  };
}

/** What gifts were worth on the day, as the order keeps it; of a promotion that gave several kinds, their average. */
function giftPrices(applied: readonly AppliedPromotion[]): ReadonlyMap<string, PriceE4> {
  const prices = new Map<string, PriceE4>();
  for (const { gifts, giftFen } of applied) {
    const units = gifts.reduce((total, { quantity }) => total + quantity, 0);
    for (const { skuId } of gifts) prices.set(skuId, unitPriceE4(giftFen, units));
  }
  return prices;
}

const unitPriceE4 = (amountFen: Fen, units: number): PriceE4 =>
  units === 0 ? 0 : Math.round((amountFen * 100) / units);

/** What promotions say of an order, looked at again as it was. */
export const quoteAgain = ({ cart, book, facts }: Pick<PricedOrder, 'cart' | 'book' | 'facts'>) =>
  quotePromotions(cart, book, facts);
