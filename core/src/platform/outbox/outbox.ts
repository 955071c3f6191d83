import { randomUUID } from 'node:crypto';
import type { Backoff } from '../backoff';
import { type Clock, dayMs, type Instant } from '../clock';
import { type Coordination, keepLock } from '../coordination';
import type { Database } from '../database/database';
import type { Log } from '../log';
import { loopOf } from '../loop';
import { Unavailable } from '../refusals';
import { deliverBatch } from './deliver';
import type { Consumer } from './event';
import { type OutboxCounts, outboxStore } from './store';
import type { OutboxEvent } from './tables';

export interface OutboxOptions {
  /** Events read and delivered together. */
  readonly batchSize: number;
  readonly pollMs: number;
  readonly leaseMs: number;
  readonly backoff: Backoff;
  /** Delivered events are kept this long. */
  readonly keptDays: number;
  readonly stopWaitMs: number;
}

const defaults: OutboxOptions = {
  batchSize: 100,
  pollMs: 1_000,
  leaseMs: 15_000,
  backoff: { firstWaitMs: 1_000, longestWaitMs: 600_000, attemptLimit: 12 },
  keptDays: 7,
  stopWaitMs: 10_000,
};

const topic = 'outbox';
const purgedTogether = 500;

/** Brings events to their consumers, at least once and in the order of each aggregate. */
export interface Outbox {
  register(...consumers: readonly Consumer[]): void;
  /** The names of the events somebody acts on. */
  names(): readonly string[];
  /** Delivers in the background until `stop`. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Says that something was emitted and committed; wakes whoever delivers, here or elsewhere. */
  poke(): void;
  /** Delivers all that is due now, unless another process is at it. For tools and tests. */
  drain(): Promise<void>;
  /** Events given up on, oldest first. */
  dead(limit: number): Promise<OutboxEvent[]>;
  /** Lets a dead event be tried again. False when it is not dead. */
  retry(eventId: string): Promise<boolean>;
  counts(): Promise<OutboxCounts>;
  /** Removes what was delivered long ago and answers how many events that was. */
  purge(): Promise<number>;
}

export interface OutboxParts {
  readonly database: Database;
  readonly coordination: Coordination;
  readonly clock: Clock;
  readonly log: Log;
}

export function openOutbox(parts: OutboxParts, options: Partial<OutboxOptions> = {}): Outbox {
  const { database, coordination, clock, log } = parts;
  const settings = { ...defaults, ...options };
  const consumers: Consumer[] = [];
  const delivery = { ...parts, ...settings, consumers };
  const origin = randomUUID();
  let isStopping = false;
  let isTelling = false;
  let unsubscribe: (() => Promise<void>) | null = null;

  const drain = async () => {
    const lock = await coordination.lock(topic, settings).catch(workUnlocked);
    if (!lock) return;
    const kept = lock === 'unlocked' ? null : keepLock(lock, settings.leaseMs);
    try {
      while (!isStopping && !kept?.lost.aborted && (await deliverBatch(delivery)) > 0);
    } finally {
      await kept?.end();
    }
  };
  const loop = loopOf({ name: 'outbox', pollMs: settings.pollMs, log, round: drain });

  const tell = () => {
    isTelling = false;
    // The poll finds what nobody was told.
    coordination.publish(topic, origin).catch(() => undefined);
  };

  return {
    register(...added) {
      for (const consumer of added) {
        if (consumers.some(({ name }) => name === consumer.name)) {
          throw new Error(`two consumers are called ${consumer.name}`);
        }
        consumers.push(consumer);
      }
    },
    names: () => [...new Set(consumers.flatMap(({ events }) => events))],
    async start() {
      isStopping = false;
      unsubscribe ??= await coordination.subscribe(topic, (from) => {
        if (from !== origin) loop.wake();
      });
      loop.start();
    },
    async stop() {
      isStopping = true;
      await loop.stop(settings.stopWaitMs);
      await unsubscribe?.().catch(() => undefined);
      unsubscribe = null;
    },
    poke() {
      loop.wake();
      if (isTelling) return;
      // Many commits of one moment tell the others once.
      isTelling = true;
      setImmediate(tell);
    },
    drain,
    dead: (limit) => database.read((tx) => outboxStore(tx).dead(limit)),
    retry: async (eventId) => {
      const revived = await database.transaction((tx) => outboxStore(tx).revive(eventId, clock.now()));
      if (revived > 0) loop.wake();
      return revived > 0;
    },
    counts: () => database.read((tx) => outboxStore(tx).counts()),
    purge: () => purgeBefore(database, clock.now() - settings.keptDays * dayMs),
  };
}

/** Two deliverers at once are slow, not wrong: no lock service must not mean no events. */
function workUnlocked(error: unknown): 'unlocked' {
  if (error instanceof Unavailable) return 'unlocked';
  throw error;
}

async function purgeBefore(database: Database, before: Instant): Promise<number> {
  for (let purged = 0; ;) {
    const removed = await database.transaction(async (tx) => {
      const store = outboxStore(tx);
      const oldest = await store.oldestDelivered(purgedTogether);
      const gone = oldest.filter(({ deliveredAt }) => deliveredAt < before);
      if (gone.length > 0) await store.remove(gone);
      return gone.length;
    });
    purged += removed;
    if (removed < purgedTogether) return purged;
  }
}
