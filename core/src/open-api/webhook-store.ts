import type { Instant, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Webhook, WebhookPace } from './model';
import { webhookPaceTable, webhookTable } from './tables';

/** Webhooks and how they fare. */
export function webhookStore(tx: Tx) {
  const sql = sqlOf(tx);

  return {
    ofParties: (partyIds: readonly string[]) =>
      sql.select(webhookTable, 'WHERE partyId IN (?) ORDER BY id', [partyIds]),
    one: async (id: string) => (await sql.select(webhookTable, 'WHERE id = ?', [id]))[0],
    locked: async (id: string) => (await sql.selectForUpdate(webhookTable, 'WHERE id = ?', [id]))[0],
    /** True when nobody had the id before. */
    async add(webhook: Webhook): Promise<boolean> {
      if ((await sql.insertMissing(webhookTable, [webhook])) === 0) return false;
      const pace = { webhookId: webhook.id, busyUntil: 0, failingSince: null, lastArrivedAt: null };
      await sql.insertMissing(webhookPaceTable, [pace]);
      return true;
    },
    /** Puts a version in the place of the one before it. True when that was still there. */
    async change(webhook: Webhook): Promise<boolean> {
      const { id, version } = webhook;
      const removed = await sql.run('DELETE FROM webhook WHERE id = ? AND version = ?', [id, version - 1]);
      if (removed === 1) await sql.insert(webhookTable, [webhook]);
      return removed === 1;
    },
    async remove(id: string, version: number): Promise<boolean> {
      const removed = await sql.run('DELETE FROM webhook WHERE id = ? AND version = ?', [id, version]);
      if (removed === 1) await sql.run('DELETE FROM webhookPace WHERE webhookId = ?', [id]);
      return removed === 1;
    },
    paces: (ids: readonly string[]): Promise<readonly WebhookPace[]> =>
      ids.length === 0 ? Promise.resolve([]) : sql.select(webhookPaceTable, 'WHERE webhookId IN (?)', [ids]),
    /** True when nobody else delivers to it, which then is this one’s to do. */
    begin: async (id: string, at: Instant, until: Instant) =>
      (await sql.run('UPDATE webhookPace SET busyUntil = ? WHERE webhookId = ? AND busyUntil <= ?', [
        until,
        id,
        at,
      ])) === 1,
    end: (id: string) => sql.run('UPDATE webhookPace SET busyUntil = 0 WHERE webhookId = ?', [id]),
    arrived: (id: string, at: Instant) =>
      sql.run('UPDATE webhookPace SET failingSince = NULL, lastArrivedAt = ? WHERE webhookId = ?', [at, id]),
    failed: (id: string, at: Instant) =>
      sql.run('UPDATE webhookPace SET failingSince = ? WHERE webhookId = ? AND failingSince IS NULL', [
        at,
        id,
      ]),
    begunAnew: (id: string) =>
      sql.run('UPDATE webhookPace SET failingSince = NULL WHERE webhookId = ?', [id]),
  };
}
