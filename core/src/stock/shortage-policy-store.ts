import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { ShortagePolicy } from './shortage-policy';
import { shortagePolicyTable } from './pool-tables';

export function shortagePolicyStore(tx: Tx) {
  const sql = sqlOf(tx);
  const remove = (sellerId: string, buyerId: string, skuId: string) =>
    sql.run('DELETE FROM shortagePolicy WHERE sellerId = ? AND buyerId = ? AND skuId = ?', [
      sellerId,
      buyerId,
      skuId,
    ]);
  return {
    /** All that is said for these buyers, and for everyone where `everyOne` is among them. */
    policiesFor: (sellerIds: readonly string[], buyerIds: readonly string[]) =>
      sql.select(
        shortagePolicyTable,
        'WHERE sellerId IN (?) AND buyerId IN (?) ORDER BY sellerId, buyerId, skuId',
        [sellerIds, buyerIds],
      ),
    page: (sellerId: string, after: readonly [buyerId: string, skuId: string] | null, limit: number) =>
      after === null
        ? sql.select(shortagePolicyTable, 'WHERE sellerId = ? ORDER BY buyerId, skuId LIMIT ?', [
            sellerId,
            limit,
          ])
        : sql.select(
            shortagePolicyTable,
            'WHERE sellerId = ? AND (buyerId > ? OR (buyerId = ? AND skuId > ?)) ORDER BY buyerId, skuId LIMIT ?',
            [sellerId, after[0], ...after, limit],
          ),
    async replace(policy: ShortagePolicy) {
      await remove(policy.sellerId, policy.buyerId, policy.skuId);
      await sql.insert(shortagePolicyTable, [policy]);
    },
    remove,
  };
}
