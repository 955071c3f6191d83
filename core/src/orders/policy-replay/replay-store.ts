import type { Instant, Tx } from '../../platform';
import { sqlOf } from '../../platform/database/sql';
import { orderEventTable, orderTable } from '../tables';

/** Orders as they were audited, newest first; it reads and nothing more. */
export function replayStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** Orders placed since a moment, behind one that was looked at already. */
    placedSince: (since: Instant, [placedAt, id]: readonly [Instant, string], limit: number) =>
      sql.select(
        orderTable,
        `WHERE placedAt >= ? AND (placedAt < ? OR (placedAt = ? AND id < ?))
         ORDER BY placedAt DESC, id DESC LIMIT ?`,
        [since, placedAt, placedAt, id, limit],
      ),
    /** How orders' trails begin. */
    firstEvents: (orderIds: readonly string[]) =>
      sql.select(orderEventTable, 'WHERE orderId IN (?) AND eventNo = 1', [orderIds]),
  };
}
