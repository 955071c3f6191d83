import type { Day, Instant, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { QuotaKey } from './policy-store';
import { channelQuotaTable } from './policy-tables';

export function purgeStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** A level is not raised twice for a lot, so its alerts stay as long as it has goods. Answers how many went. */
    async removeAlerts(closedBefore: Instant, limit: number): Promise<number> {
      const old = await sql.rows<{ id: string }>(
        `SELECT expiryAlert.id FROM expiryAlert LEFT JOIN lot ON lot.id = expiryAlert.lotId
         WHERE expiryAlert.state <> 'open' AND expiryAlert.closedAt < ? AND COALESCE(lot.onHand, 0) = 0
         ORDER BY expiryAlert.id LIMIT ?`,
        [closedBefore, limit],
      );
      if (old.length === 0) return 0;
      return sql.run(`DELETE FROM expiryAlert WHERE state <> 'open' AND id IN (?)`, [
        old.map(({ id }) => id),
      ]);
    },
    /** One quota whose last day is long past, with all that was taken of it. Answers whether there was one. */
    async removeQuota(endedBy: Day): Promise<number> {
      const [old] = await sql.selectForUpdate(
        channelQuotaTable,
        'WHERE endsOn <= ? ORDER BY sellerId, skuId, channel, startsOn LIMIT 1',
        [endedBy],
      );
      if (!old) return 0;
      const { sellerId, skuId, channel, startsOn }: QuotaKey = old;
      const key = [sellerId, skuId, channel, startsOn];
      const where = 'WHERE sellerId = ? AND skuId = ? AND channel = ? AND startsOn = ?';
      await sql.run(`DELETE FROM channelQuotaUse ${where}`, key);
      return sql.run(`DELETE FROM channelQuota ${where}`, key);
    },
  };
}
