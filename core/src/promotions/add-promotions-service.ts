import type { Tx } from '../platform';
import type { Promotion } from './model';
import { promotionStore } from './promotion-store';

/** Adds promotions as they stand, each with its first version; `changedBy` is whom their history names. */
export async function addPromotions(
  tx: Tx,
  promotions: readonly Promotion[],
  changedBy: string,
): Promise<void> {
  const store = promotionStore(tx);
  await store.addAll(promotions);
  await store.addVersions(
    promotions.map((promotion) => ({
      promotionId: promotion.id,
      version: promotion.version,
      definition: promotion,
      changedBy,
      changedAt: promotion.startsAt,
    })),
  );
}
