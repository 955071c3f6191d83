import { messageOf, type Backoff, waitAfter } from '../backoff';
import type { Clock } from '../clock';
import type { Database } from '../database/database';
import type { Log } from '../log';
import { Contended } from '../refusals';
import type { Consumer } from './event';
import { outboxStore } from './store';
import type { OutboxEvent } from './tables';

export interface Delivery {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly consumers: readonly Consumer[];
  readonly batchSize: number;
  readonly backoff: Backoff;
}

/**
 * Delivers one batch and answers how many events it looked at. The whole batch goes in one
 * transaction; only if that fails does each event go alone, so that one cannot fail its neighbours.
 */
export async function deliverBatch(delivery: Delivery): Promise<number> {
  const { database, clock, log, batchSize } = delivery;
  const events = await database.read((tx) => outboxStore(tx).due(clock.now(), batchSize));
  if (events.length === 0) return 0;
  try {
    await deliverTogether(delivery, events);
  } catch (error) {
    log.warn({ error: messageOf(error), events: events.length }, 'outbox batch is delivered one by one');
    await deliverOneByOne(delivery, events);
  }
  return events.length;
}

async function deliverTogether({ database, clock, consumers }: Delivery, events: readonly OutboxEvent[]) {
  await database.transaction(async (tx) => {
    const store = outboxStore(tx);
    const seen = new Set((await store.seenOf(events.map(({ id }) => id))).map(seenKey));
    const wanted = events.flatMap((event) =>
      consumersOf(consumers, event)
        .filter((consumer) => !seen.has(seenKey({ eventId: event.id, consumer: consumer.name })))
        .map((consumer) => ({ event, consumer })),
    );
    const rows = wanted.map(({ event, consumer }) => ({ eventId: event.id, consumer: consumer.name }));
    if (rows.length > 0 && (await store.markSeen(rows)) < rows.length) {
      throw new Contended('another process delivers the same events');
    }
    for (const { event, consumer } of wanted) await consumer.handle(tx, event);
    await store.markDelivered(
      events.map(({ position }) => position),
      clock.now(),
    );
  });
}

async function deliverOneByOne(delivery: Delivery, events: readonly OutboxEvent[]) {
  const heldBack = new Set<string>();
  for (const event of events) {
    if (heldBack.has(event.aggregate)) continue;
    const error = await deliverOne(delivery, event);
    if (error !== null) heldBack.add(event.aggregate);
    await settle(delivery, event, error);
  }
}

/** Gives an event to each of its consumers; one that fails does not keep it from the others. */
async function deliverOne({ database, consumers, log }: Delivery, event: OutboxEvent) {
  let failed: string | null = null;
  for (const consumer of consumersOf(consumers, event)) {
    try {
      await database.transaction(async (tx) => {
        const isFirst = await outboxStore(tx).markSeen([{ eventId: event.id, consumer: consumer.name }]);
        if (isFirst) await consumer.handle(tx, event);
      });
    } catch (error) {
      failed = `${consumer.name}: ${messageOf(error)}`;
      log.warn(
        { event: event.id, name: event.name, attempt: event.attempts + 1, error: failed },
        'event failed',
      );
    }
  }
  return failed;
}

async function settle({ database, clock, log, backoff }: Delivery, event: OutboxEvent, error: string | null) {
  const now = clock.now();
  if (error === null) {
    await database.transaction((tx) => outboxStore(tx).markDelivered([event.position], now));
    return;
  }
  const waitMs = waitAfter(event.attempts + 1, backoff);
  const state = waitMs === null ? 'dead' : 'open';
  if (waitMs === null) log.error({ event: event.id, name: event.name, error }, 'event is dead');
  await database.transaction((tx) =>
    outboxStore(tx).markFailed(event, { state, nextAttemptAt: now + (waitMs ?? 0), error }),
  );
}

const seenKey = ({ eventId, consumer }: { eventId: string; consumer: string }) => `${eventId} ${consumer}`;

const consumersOf = (consumers: readonly Consumer[], event: OutboxEvent) =>
  consumers.filter(({ events }) => events.includes(event.name));
