import { loadGroupsOf } from '../catalog';
import { loadParties, loadSupplies } from '../partners';
import type { Instant, Tx } from '../platform';
import { activitiesFor, loadFlashActivities, readPromotionBooks } from '../promotions';
import { isFor, isLive } from '../promotions/rules';
import type { SaleReminder } from './model';

/** A sale that somebody may take part in, as far as a reminder goes. */
export interface Coming {
  readonly title: string;
  readonly sellerId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** A sale a buyer may take part in; null for one that was stopped, is for others, or is not there. */
export function loadComing(
  tx: Tx,
  buyerId: string,
  { subject, subjectId }: Pick<SaleReminder, 'subject' | 'subjectId'>,
): Promise<Coming | null> {
  return subject === 'flash' ? comingFlash(tx, buyerId, subjectId) : comingPromotion(tx, buyerId, subjectId);
}

async function comingFlash(tx: Tx, buyerId: string, activityId: string): Promise<Coming | null> {
  const found = (await loadFlashActivities(tx, [activityId])).get(activityId);
  if (!found || !isLive(found)) return null;
  const [activity] = await activitiesFor(tx, buyerId, [found]);
  return activity ?? null;
}

async function comingPromotion(tx: Tx, buyerId: string, promotionId: string): Promise<Coming | null> {
  const supplies = await loadSupplies(tx, [buyerId]);
  const buyer = (await loadParties(tx, [buyerId])).get(buyerId);
  if (!buyer) return null;
  const sellerIds = [...new Set(supplies.map(({ sellerId }) => sellerId))];
  const bookOf = await readPromotionBooks(tx, sellerIds);
  for (const sellerId of sellerIds) {
    const promotion = bookOf(sellerId).byId(promotionId)?.promotion;
    if (!promotion) continue;
    const groupIds = await loadGroupsOf(tx, sellerId, buyerId);
    if (!isFor(promotion.audience, { ...buyer, groupIds })) return null;
    const { name: title, startsAt, endsAt } = promotion;
    return { title, sellerId, startsAt, endsAt };
  }
  return null;
}
