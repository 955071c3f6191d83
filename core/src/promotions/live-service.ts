import { groupBy, type Instant, keyBy, type Tx } from '../platform';
import type { CartBuyer } from './cart';
import type { Goods } from './compile-promotion';
import { bucketsOf } from './count-keys';
import type { Coupon, PromotionCount } from './model';
import type { PromotionBook } from './promotion-book';
import { promotionStore } from './promotion-store';
import { relevantTo } from './relevant-to';

/** An order as far as promotions are read for it. */
export interface PromotionsWanted {
  readonly book: PromotionBook;
  readonly buyer: CartBuyer;
  readonly entityId: string;
  readonly goods: readonly Goods[];
  readonly at: Instant;
}

/** What orders use up of promotions, as a batch finds it. */
export interface LivePromotions {
  /** By count: see `bucketsOf`. */
  readonly counts: ReadonlyMap<string, PromotionCount>;
  /** Open ones, by buyer. */
  readonly coupons: ReadonlyMap<string, readonly Coupon[]>;
}

const none: LivePromotions = { counts: new Map(), coupons: new Map() };

/** Reads what is used up of the promotions that bear on some orders; locked where orders will use them up. */
export async function loadLivePromotions(
  tx: Tx,
  wanted: readonly PromotionsWanted[],
  locked: boolean,
): Promise<LivePromotions> {
  const countIds = new Set<string>();
  const couponBuyers = new Set<string>();
  let at: Instant = Infinity;
  for (const one of wanted) {
    at = Math.min(at, one.at);
    if (one.book.all.length === 0) continue;
    for (const { promotion, lane } of relevantTo(one.book, one.goods, one.buyer, one.at)) {
      for (const { id } of bucketsOf(promotion, {
        buyerId: one.buyer.id,
        entityId: one.entityId,
        at: one.at,
      })) {
        countIds.add(id);
      }
      if (lane === 'coupon') couponBuyers.add(one.buyer.id);
    }
  }
  if (countIds.size + couponBuyers.size === 0) return none;
  const store = promotionStore(tx);
  const ids = [...countIds].sort();
  const counts = ids.length === 0 ? [] : await (locked ? store.countsLocked(ids) : store.counts(ids));
  const coupons = couponBuyers.size === 0 ? [] : await store.couponsOf([...couponBuyers], at);
  return { counts: keyBy(counts, ({ id }) => id), coupons: groupBy(coupons, ({ buyerId }) => buyerId) };
}
