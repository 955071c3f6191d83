import type { Instant, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { HookOutcome } from './after-delivery';
import type { DeliveryState, HookDelivery } from './model';
import { hookDeliveryTable } from './tables';

export interface DeliveryFilter {
  readonly partyId: string;
  readonly webhookId: string | null;
  readonly state: DeliveryState | null;
  readonly type: string | null;
  readonly before: string | null;
  readonly limit: number;
}

/** Messages to webhooks and what became of them. */
export function deliveryStore(tx: Tx) {
  const sql = sqlOf(tx);

  return {
    /** Leaves out what a webhook has been told before. */
    add: (deliveries: readonly HookDelivery[]) => sql.insertMissing(hookDeliveryTable, deliveries),
    page({ partyId, webhookId, state, type, before, limit }: DeliveryFilter) {
      const asked = [
        ['partyId = ?', partyId],
        ['webhookId = ?', webhookId],
        ['state = ?', state],
        ['type = ?', type],
        ['id < ?', before],
      ] as const;
      const given = asked.filter(([, value]) => value !== null);
      return sql.select(
        hookDeliveryTable,
        `WHERE ${given.map(([where]) => where).join(' AND ')} ORDER BY id DESC LIMIT ?`,
        [...given.map(([, value]) => value), limit],
      );
    },
    locked: async (id: string) => (await sql.selectForUpdate(hookDeliveryTable, 'WHERE id = ?', [id]))[0],
    /** The one of a webhook that has waited longest for its turn. */
    nextDue: async (webhookId: string, at: Instant) =>
      (
        await sql.select(
          hookDeliveryTable,
          "WHERE webhookId = ? AND state = 'waiting' AND nextAt <= ? ORDER BY nextAt, id LIMIT 1",
          [webhookId, at],
        )
      )[0],
    /** Active webhooks that have something to be told. */
    async dueWebhooks(at: Instant, limit: number): Promise<readonly string[]> {
      const rows = await sql.rows<{ webhookId: string }>(
        `SELECT DISTINCT hookDelivery.webhookId AS webhookId FROM hookDelivery
         JOIN webhook ON webhook.id = hookDelivery.webhookId AND webhook.state = 'active'
         WHERE hookDelivery.state = 'waiting' AND hookDelivery.nextAt <= ? LIMIT ?`,
        [at, limit],
      );
      return rows.map(({ webhookId }) => webhookId);
    },
    /** Writes a try down, unless somebody has written another meanwhile. */
    settle: (
      { id, tries }: HookDelivery,
      next: { readonly state: DeliveryState; readonly nextAt: Instant },
      { statusCode, failure, durationMs }: HookOutcome,
      at: Instant,
    ) =>
      sql.run(
        `UPDATE hookDelivery SET state = ?, nextAt = ?, tries = tries + 1, statusCode = ?, failure = ?,
           durationMs = ?, settledAt = ?
         WHERE id = ? AND state = 'waiting' AND tries = ?`,
        [
          next.state,
          next.nextAt,
          statusCode,
          failure,
          durationMs,
          next.state === 'waiting' ? null : at,
          id,
          tries,
        ],
      ),
    /** Lets one that is settled be tried anew, from the first try on. True when it was settled. */
    again: async (id: string, at: Instant) =>
      (await sql.run(
        `UPDATE hookDelivery SET state = 'waiting', tries = 0, nextAt = ?, settledAt = NULL
         WHERE id = ? AND state <> 'waiting'`,
        [at, id],
      )) === 1,
    /** What waited for a webhook that is gone. */
    endWaiting: (webhookId: string, at: Instant) =>
      sql.run(
        `UPDATE hookDelivery SET state = 'dead', failure = 'removed', settledAt = ?
         WHERE webhookId = ? AND state = 'waiting'`,
        [at, webhookId],
      ),
    /** Forgets what was told before. Answers how many. */
    async removeBefore(before: Instant, limit: number): Promise<number> {
      const old = await sql.rows<{ id: string }>(
        'SELECT id FROM hookDelivery WHERE createdAt < ? ORDER BY createdAt, id LIMIT ?',
        [before, limit],
      );
      if (old.length === 0) return 0;
      return sql.run('DELETE FROM hookDelivery WHERE id IN (?)', [old.map(({ id }) => id)]);
    },
  };
}
