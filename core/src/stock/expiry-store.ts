import { Contended, type Day, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { AlertAction, AlertLevel, AlertState, ExpiryAlert } from './expiry-model';
import { expiryAlertTable } from './operation-tables';
import { lotTable } from './tables';

/** What became of the alerts of one level. */
export interface AlertCount {
  readonly level: AlertLevel;
  readonly open: number;
  /** Open beyond their deadline. */
  readonly overdue: number;
  readonly handledInTime: number;
  readonly handledLate: number;
}

export function expiryStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** Lots with goods in them, page by page of ids. */
    lotsAfter: (id: string, limit: number) =>
      sql.select(lotTable, 'WHERE id > ? AND onHand > 0 ORDER BY id LIMIT ?', [id, limit]),
    /** Lots that are past their day and not locked yet, as far as nothing of them is promised. */
    expiredUnlocked: (on: Day, afterId: string, limit: number) =>
      sql.selectForUpdate(
        lotTable,
        `WHERE id > ? AND expiresOn <= ? AND quality <> 'expired' AND onHand > reserved ORDER BY id LIMIT ?`,
        [afterId, on, limit],
      ),
    alertsOfLots: (lotIds: readonly string[]) =>
      sql.select(expiryAlertTable, 'WHERE lotId IN (?) ORDER BY id', [lotIds]),
    addAlerts: (alerts: readonly ExpiryAlert[]) => sql.insertMissing(expiryAlertTable, alerts),
    async escalate(ids: readonly string[], at: Instant) {
      if (ids.length === 0) return;
      await sql.run(
        `UPDATE expiryAlert SET state = 'escalated', closedAt = ? WHERE id IN (?) AND state = 'open'`,
        [at, ids],
      );
    },
    escalateLots: (lotIds: readonly string[], at: Instant) =>
      sql.run(
        `UPDATE expiryAlert SET state = 'escalated', closedAt = ? WHERE state = 'open' AND lotId IN (?)`,
        [at, lotIds],
      ),
    /** Alerts of lots that hold nothing any more need nobody. */
    closeEmpty: (at: Instant) =>
      sql.run(
        `UPDATE expiryAlert SET state = 'gone', closedAt = ?
         WHERE state = 'open' AND lotId IN (SELECT id FROM lot WHERE onHand = 0)`,
        [at],
      ),
    page: (
      ownerId: string,
      filter: { readonly state: AlertState | null; readonly level: AlertLevel | null },
      after: readonly [dueAt: Instant, id: string],
      limit: number,
    ) =>
      sql.select(
        expiryAlertTable,
        `WHERE ownerId = ? AND (? IS NULL OR state = ?) AND (? IS NULL OR level = ?)
           AND (dueAt > ? OR (dueAt = ? AND id > ?)) ORDER BY dueAt, id LIMIT ?`,
        [
          ownerId,
          filter.state,
          filter.state,
          filter.level,
          filter.level,
          after[0],
          after[0],
          after[1],
          limit,
        ],
      ),
    counts: (ownerId: string, at: Instant) =>
      sql.rows<AlertCount>(
        `SELECT level,
                SUM(CASE WHEN state = 'open' THEN 1 ELSE 0 END) AS open,
                SUM(CASE WHEN state = 'open' AND dueAt < ? THEN 1 ELSE 0 END) AS overdue,
                SUM(CASE WHEN state = 'handled' AND closedAt <= dueAt THEN 1 ELSE 0 END) AS handledInTime,
                SUM(CASE WHEN state = 'handled' AND closedAt > dueAt THEN 1 ELSE 0 END) AS handledLate
         FROM expiryAlert WHERE ownerId = ? GROUP BY level ORDER BY level`,
        [at, ownerId],
      ),
    alertLocked: async (ownerId: string, id: string) =>
      (await sql.selectForUpdate(expiryAlertTable, 'WHERE id = ? AND ownerId = ?', [id, ownerId]))[0],
    async handle(
      id: string,
      done: { action: AlertAction; outcome: string; closedBy: string; closedAt: Instant },
    ) {
      const changed = await sql.run(
        `UPDATE expiryAlert SET state = 'handled', action = ?, outcome = ?, closedBy = ?, closedAt = ?
         WHERE id = ? AND state = 'open'`,
        [done.action, done.outcome, done.closedBy, done.closedAt, id],
      );
      if (changed !== 1) throw new Contended('an alert was closed since it was read');
    },
  };
}
