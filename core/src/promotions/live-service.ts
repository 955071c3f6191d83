import { groupBy, type Instant, keyBy, type Tx } from '../platform';
import type { Compiled } from './compile-promotion';
import { bucketsOf, type Counted } from './count-keys';
import type { Coupon, PromotionCount } from './model';
import { promotionStore } from './promotion-store';

/** An order as far as promotions are read for it. */
export interface PromotionsWanted {
  /** Those that may mean something to it: see `relevantTo`. */
  readonly relevant: readonly Compiled[];
  readonly counted: Counted;
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
  for (const { relevant, counted } of wanted) {
    at = Math.min(at, counted.at);
    for (const { promotion, lane } of relevant) {
      for (const { id } of bucketsOf(promotion, counted)) countIds.add(id);
      if (lane === 'coupon') couponBuyers.add(counted.buyerId);
    }
  }
  if (countIds.size + couponBuyers.size === 0) return none;
  const store = promotionStore(tx);
  const ids = [...countIds].sort();
  const counts = ids.length === 0 ? [] : await (locked ? store.countsLocked(ids) : store.counts(ids));
  const coupons = couponBuyers.size === 0 ? [] : await store.couponsOf([...couponBuyers], at);
  return { counts: keyBy(counts, ({ id }) => id), coupons: groupBy(coupons, ({ buyerId }) => buyerId) };
}
