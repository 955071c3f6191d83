import { sum } from '../platform/money';
import type { CartLine } from './cart';
import type { Compiled } from './compile-promotion';
import { earnedOf } from './earned-of';
import type { LaterKind } from './kind';
import type { PromotionRule } from './model';
import { bookOf } from './promotion-book';
import { quotePromotions } from './quote-promotions';
import { type PastOrder, sharesOfPayers, type Simulation, type SimulationFacts, Tally } from './simulation';

/** What pays later is earned by each buyer over all its orders, as if all proofs had been given. */
export function simulateLater(
  compiled: Compiled,
  orders: readonly PastOrder[],
  facts: SimulationFacts,
): Simulation {
  const { promotion, rule } = compiled;
  const kind = compiled.kind as LaterKind<PromotionRule>;
  const tally = new Tally(promotion, facts);
  const byBuyer = new Map<string, CartLine[]>();
  for (const { orderId, cart } of orders) {
    const own = byBuyer.get(cart.buyer.id) ?? [];
    own.push(...cart.lines.filter((line) => compiled.covers(line)));
    byBuyer.set(cart.buyer.id, own);
    const asListed = quotePromotions(cart, nothing, { ...nothingKnown, giftPriceE4: facts.giftPriceE4 });
    tally.add(orderId, cart, asListed, asListed);
  }
  const earned = new Map(
    [...byBuyer].map(([buyerId, lines]) => [buyerId, kind.earnedFen(rule, earnedOf(lines, provenPhotos))]),
  );
  const costFen = sum(earned.values());
  const total = tally.total(orders.length);
  return {
    ...total,
    ordersTouched: orders.filter(({ cart }) => (earned.get(cart.buyer.id) ?? 0) > 0).length,
    discountFen: costFen,
    costFen,
    byPayer: sharesOfPayers(promotion, costFen),
    buyersGainFen: costFen,
    marginAfterFen: total.marginAfterFen - costFen,
  };
}

const nothing = bookOf([]);
const nothingKnown = {
  useOf: () => ({ byBuyer: 0, byBuyerToday: 0, today: 0, total: 0, costFen: 0 }),
  coupons: [],
  mayGive: () => true,
  isFirstOrder: false,
  isNewItem: () => false,
};

const provenPhotos = 1_000;
