import type { Tx } from '../database/database';
import { sqlOf } from '../database/sql';
import type { DomainEvent } from './event';
import { outboxEventTable } from './tables';

/**
 * Lets events leave with the transaction: they are delivered when it commits and never when it does
 * not. Call `outbox.poke()` after the commit for delivery at once.
 */
export async function emit(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sqlOf(tx).insert(
    outboxEventTable,
    events.map(({ id, name, version, aggregate, at, payload }) => ({
      position: 0,
      id,
      name,
      version,
      aggregate,
      at,
      payload,
      state: 'open' as const,
      attempts: 0,
      // Due at once by any clock: the one who delivers may have another than the one it happened by.
      nextAttemptAt: 0,
      lastError: null,
      deliveredAt: null,
    })),
  );
}
