import type { Instant } from '../clock';
import type { Tx } from '../database/database';
import { sqlOf } from '../database/sql';
import {
  lastErrorLength,
  type OutboxEvent,
  type OutboxSeen,
  outboxEventTable,
  outboxSeenTable,
} from './tables';

export interface OutboxCounts {
  /** Waiting for delivery, for the first time or again. */
  readonly open: number;
  /** Given up on; each holds its aggregate back. */
  readonly dead: number;
  /** When the oldest open event happened; null when nothing waits. */
  readonly oldestOpenAt: Instant | null;
}

export const outboxStore = (tx: Tx) => {
  const sql = sqlOf(tx);
  return {
    /** Events that may be delivered now, in order; none whose aggregate waits for an earlier one. */
    due: (now: Instant, limit: number) =>
      sql.select(
        outboxEventTable,
        `WHERE state = 'open' AND nextAttemptAt <= ? AND NOT EXISTS (
           SELECT 1 FROM outboxEvent AS earlier
           WHERE earlier.aggregate = outboxEvent.aggregate AND earlier.position < outboxEvent.position
             AND (earlier.state = 'dead' OR (earlier.state = 'open' AND earlier.nextAttemptAt > ?)))
         ORDER BY position LIMIT ?`,
        [now, now, limit],
      ),

    seenOf: (eventIds: readonly string[]) => sql.select(outboxSeenTable, 'WHERE eventId IN (?)', [eventIds]),

    /** Remembers before the effects are made, so that a second deliverer waits and then knows. */
    markSeen: (rows: readonly OutboxSeen[]) => sql.insertMissing(outboxSeenTable, rows),

    markDelivered: (positions: readonly number[], now: Instant) =>
      sql.run(
        "UPDATE outboxEvent SET state = 'done', deliveredAt = ?, lastError = NULL WHERE position IN (?) AND state <> 'done'",
        [now, positions],
      ),

    /** Counts a failure once, whoever else saw the same attempt fail. */
    markFailed: (
      event: OutboxEvent,
      failure: { state: 'open' | 'dead'; nextAttemptAt: Instant; error: string },
    ) =>
      sql.run(
        `UPDATE outboxEvent SET attempts = attempts + 1, state = ?, nextAttemptAt = ?, lastError = ?
         WHERE position = ? AND state = 'open' AND attempts = ?`,
        [
          failure.state,
          failure.nextAttemptAt,
          failure.error.slice(0, lastErrorLength),
          event.position,
          event.attempts,
        ],
      ),

    dead: (limit: number) =>
      sql.select(outboxEventTable, "WHERE state = 'dead' ORDER BY position LIMIT ?", [limit]),

    revive: (eventId: string, now: Instant) =>
      sql.run(
        "UPDATE outboxEvent SET state = 'open', attempts = 0, nextAttemptAt = ? WHERE id = ? AND state = 'dead'",
        [now, eventId],
      ),

    counts: async (): Promise<OutboxCounts> => {
      const rows = await sql.rows<{ state: string; events: number; oldestAt: number }>(
        "SELECT state, COUNT(*) AS events, MIN(at) AS oldestAt FROM outboxEvent WHERE state IN ('open', 'dead') GROUP BY state",
      );
      const open = rows.find(({ state }) => state === 'open');
      const dead = rows.find(({ state }) => state === 'dead');
      return { open: open?.events ?? 0, dead: dead?.events ?? 0, oldestOpenAt: open?.oldestAt ?? null };
    },

    oldestDelivered: (limit: number) =>
      sql.rows<{ position: number; id: string; deliveredAt: Instant }>(
        "SELECT position, id, deliveredAt FROM outboxEvent WHERE state = 'done' ORDER BY position LIMIT ?",
        [limit],
      ),

    remove: async (events: readonly { position: number; id: string }[]) => {
      await sql.run('DELETE FROM outboxSeen WHERE eventId IN (?)', [events.map(({ id }) => id)]);
      await sql.run('DELETE FROM outboxEvent WHERE position IN (?)', [
        events.map(({ position }) => position),
      ]);
    },
  };
};
