import type { Tx } from '../platform';
import type { AppliedPromotion, Promotion } from './model';
import { countingsOf, type PromotionTake } from './countings-of';
import { promotionStore } from './promotion-store';

/**
 * Writes what orders use of promotions: counts within their caps and budgets, coupons, and what was applied.
 * @throws Contended when a cap, a budget or a coupon was used up since it was read
 */
export async function takePromotions(tx: Tx, takes: readonly PromotionTake[]): Promise<void> {
  if (takes.length === 0) return;
  const store = promotionStore(tx);
  await store.count(takes.flatMap(countingsOf));
  await store.useCoupons(
    takes.flatMap(({ applied: { couponId, orderId } }) => (couponId === null ? [] : [{ couponId, orderId }])),
  );
  await store.addApplied(
    takes.map((take) => ({ ...take.applied, countIds: countingsOf(take).map(({ countId }) => countId) })),
  );
}

/** Gives back what an order used: it was rejected, cancelled or is edited. Saying it twice changes nothing. */
export async function givePromotionsBack(tx: Tx, orderId: string): Promise<void> {
  const store = promotionStore(tx);
  const applied = await store.applied([orderId]);
  if (applied.length === 0) return;
  await store.count(
    applied.flatMap(({ countIds, promotionId, times, offFen, giftFen }) =>
      countIds.map((countId) => ({
        countId,
        promotionId,
        times: countId.startsWith(`${promotionId} e `) ? -1 : -times,
        costFen: countId === `${promotionId} all` ? -(offFen + giftFen) : 0,
        cap: null,
        budgetFen: null,
      })),
    ),
  );
  await store.giveCouponsBack(orderId);
  await store.removeApplied(orderId);
}

/** Promotions as they were when an order used them. */
export async function loadOriginals(
  tx: Tx,
  applied: readonly Pick<AppliedPromotion, 'promotionId' | 'version'>[],
): Promise<readonly Promotion[]> {
  const versions = await promotionStore(tx).definitions(applied);
  return versions.map(({ definition }) => definition);
}

/** What promotions did to orders. */
export const loadApplied = (tx: Tx, orderIds: readonly string[]) => promotionStore(tx).applied(orderIds);
