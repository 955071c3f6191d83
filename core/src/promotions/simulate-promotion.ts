import { benefitFen, idOf } from './applied';
import type { Cart, CartFacts } from './cart';
import { compilePromotion } from './compile-promotion';
import type { Coupon, Promotion } from './model';
import { bookOf } from './promotion-book';
import { quotePromotions } from './quote-promotions';
import { simulateLater } from './simulate-later';
import { type PastOrder, type Simulation, type SimulationFacts, Tally } from './simulation';
import { UseSoFar } from './use-so-far';

/**
 * What a promotion would have done to past orders, the oldest first, with its caps and budget running down. Its own
 * window is set aside; hours and weekdays count. Of a coupon every buyer is taken to hold one an order, and a buyer's
 * first order is its first among these.
 */
export function simulatePromotion(
  promotion: Promotion,
  orders: readonly PastOrder[],
  facts: SimulationFacts,
): Simulation {
  const always = { ...promotion, state: 'live' as const, startsAt: -Infinity, endsAt: Infinity };
  const compiled = compilePromotion(always);
  if (compiled?.lane === 'later') return simulateLater(compiled, orders, facts);
  const others = (facts.others ?? []).filter(({ id }) => id !== promotion.id);
  const without = bookOf(others);
  const beside = bookOf([...others, always]);
  const use = new UseSoFar();
  const known = new Set<string>();
  const tally = new Tally(promotion, facts);
  for (const { orderId, cart: past } of inTime(orders)) {
    const cart = compiled?.lane === 'coupon' ? { ...past, couponIds: null } : past;
    const now: CartFacts = {
      ...use.factsFor(promotion.id, cart),
      coupons: compiled?.lane === 'coupon' ? [couponFor(promotion, cart)] : [],
      giftPriceE4: (skuId) => facts.giftPriceE4(skuId),
      mayGive: () => true,
      isFirstOrder: !known.has(cart.buyer.id),
      isNewItem: (skuId) => !known.has(`${cart.buyer.id} ${skuId}`),
    };
    const before = quotePromotions(cart, without, now);
    const after = quotePromotions(cart, beside, now);
    tally.add(orderId, cart, before, after);
    const own = after.accepted.find((one) => idOf(one) === promotion.id);
    if (own) use.add(cart, own.times, benefitFen(own));
    known.add(cart.buyer.id);
    for (const { skuId } of cart.lines) known.add(`${cart.buyer.id} ${skuId}`);
  }
  return tally.total(orders.length);
}

const inTime = (orders: readonly PastOrder[]) =>
  [...orders].sort((left, right) => left.cart.at - right.cart.at || (left.orderId < right.orderId ? -1 : 1));

const couponFor = ({ id }: Promotion, { buyer, at }: Cart): Coupon => ({
  id: `simulated ${id}`,
  promotionId: id,
  buyerId: buyer.id,
  state: 'open',
  claimedAt: at,
  expiresAt: Infinity,
  orderId: null,
});
