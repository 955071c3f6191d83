import { loadParties, loadSupplies } from '../partners';
import { type Caller, commandsOver, keyBy, pageOf, type Platform, readCursor, Refused } from '../platform';
import { loadGroupsOf } from '../catalog';
import { countsAt, isFor } from './is-for-buyer';
import type { Coupon, Promotion } from './model';
import { promotionStore } from './promotion-store';

export interface CouponPage {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const dayMs = 86_400_000;

/** 券包: what a buyer has claimed, and may. */
export function couponService({ database, newId }: Pick<Platform, 'database' | 'newId'>) {
  const once = commandsOver(database);

  return {
    /** The caller's coupons with the promotions they are of, the newest first. */
    coupons: (caller: Caller, { cursor, limit }: CouponPage) =>
      database.read(async (tx) => {
        const store = promotionStore(tx);
        const [before] = cursor ? readCursor(cursor, 'string') : [lastOfAll];
        const found = await store.couponPage(caller.partyId, before, limit + 1);
        const page = pageOf(found, limit, ({ id }) => [id]);
        const promotions = keyBy(
          await store.promotions([...new Set(page.items.map(({ promotionId }) => promotionId))]),
          ({ id }) => id,
        );
        return {
          nextCursor: page.nextCursor,
          items: page.items.map((coupon) => ({
            coupon,
            promotion: promotions.get(coupon.promotionId) as Promotion,
          })),
        };
      }),

    /**
     * 领券: claims a coupon of a supplier's promotion. A buyer has as many of one as its caps say, one without.
     * @throws promotions.unknown, promotions.couponOver, promotions.couponTaken, command.idReused
     */
    claimCoupon: (caller: Caller, input: { readonly commandId: string; readonly promotionId: string }) =>
      once(caller, 'promotions.claimCoupon', input.commandId, input, async (tx) => {
        const store = promotionStore(tx);
        // The promotion's row is the lock: two claims of one buyer at once take turns.
        const promotion = await store.promotionLocked(input.promotionId);
        const supplies = await loadSupplies(tx, [caller.partyId]);
        const isMine = supplies.some(({ sellerId }) => sellerId === promotion?.sellerId);
        const buyer = (await loadParties(tx, [caller.partyId])).get(caller.partyId);
        if (promotion?.kind !== 'coupon' || !isMine || !buyer) throw new Refused('promotions.unknown');
        const groupIds = await loadGroupsOf(tx, promotion.sellerId, buyer.id);
        if (!isFor(promotion.audience, { ...buyer, groupIds })) throw new Refused('promotions.unknown');
        if (!countsAt(promotion, caller.at)) throw new Refused('promotions.couponOver');
        const claimed = await store.couponsClaimed([promotion.id], caller.partyId);
        if (claimed.length >= (promotion.caps.perBuyer ?? 1)) throw new Refused('promotions.couponTaken');
        const coupon: Coupon = {
          id: newId(),
          promotionId: promotion.id,
          buyerId: caller.partyId,
          state: 'open',
          claimedAt: caller.at,
          expiresAt: caller.at + validDaysOf(promotion) * dayMs,
          orderId: null,
        };
        await store.addCoupons([coupon]);
        return { coupon, promotion };
      }),
  };
}

const validDaysOf = ({ rule }: Promotion) => Number(rule.validDays);

/** Ids rise with time; this one is after all of them. */
const lastOfAll = '~';
