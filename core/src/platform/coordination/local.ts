import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Clock } from '../clock';
import { Unavailable } from '../refusals';
import type { Coordination, Lock } from './coordination';
import { localGates } from './local-gates';
import { limiterCache, takeFrom } from './rate-limit';

interface Held {
  readonly owner: string;
  readonly until: number;
}

interface Counter {
  readonly value: number;
  readonly until: number;
}

/** Counters that nobody reads again are cleared away when this many stand. */
const countersBetweenSweeps = 10_000;

/** The coordination of a single process. */
export function openLocal(clock: Clock): Coordination {
  const locks = new Map<string, Held>();
  const lastFencing = new Map<string, number>();
  const counters = new Map<string, Counter>();
  const topics = new EventEmitter().setMaxListeners(0);
  const limiters = limiterCache(
    ({ points, windowMs }) => new RateLimiterMemory({ points, duration: windowMs / 1000 }),
  );
  let closed = false;
  let nextSweepAtSize = countersBetweenSweeps;

  const assertOpen = () => {
    if (closed) throw new Unavailable('coordination');
  };
  const counterOf = (name: string) => {
    const counter = counters.get(name);
    if (!counter || counter.until > clock.now()) return counter;
    counters.delete(name);
    return undefined;
  };
  const sweep = () => {
    for (const [name, counter] of counters) if (counter.until <= clock.now()) counters.delete(name);
    nextSweepAtSize = counters.size + countersBetweenSweeps;
  };
  const isHeldBy = (name: string, owner: string) => {
    const held = locks.get(name);
    return held?.owner === owner && held.until > clock.now();
  };

  return {
    kind: 'local',

    async lock(name, { leaseMs }): Promise<Lock | null> {
      assertOpen();
      const now = clock.now();
      if ((locks.get(name)?.until ?? 0) > now) return null;
      const owner = randomUUID();
      // The time is the floor, so that numbers go on rising after a restart.
      const fencing = Math.max((lastFencing.get(name) ?? 0) + 1, now);
      lastFencing.set(name, fencing);
      locks.set(name, { owner, until: now + leaseMs });
      return {
        name,
        owner,
        fencing,
        async renew() {
          assertOpen();
          if (!isHeldBy(name, owner)) return false;
          locks.set(name, { owner, until: clock.now() + leaseMs });
          return true;
        },
        async release() {
          assertOpen();
          const wasHeld = isHeldBy(name, owner);
          // One that ran out goes as well: a clock that is set back would bring it to life again.
          if (locks.get(name)?.owner === owner) locks.delete(name);
          return wasHeld;
        },
      };
    },

    async increment(name, by, options = {}) {
      assertOpen();
      const before = counterOf(name);
      const until = before?.until ?? clock.now() + (options.expiresAfterMs ?? Infinity);
      const value = (before?.value ?? 0) + by;
      counters.set(name, { value, until });
      if (counters.size >= nextSweepAtSize) sweep();
      return value;
    },

    async get(name) {
      assertOpen();
      return counterOf(name)?.value ?? null;
    },

    async take(name, limit) {
      assertOpen();
      return takeFrom(limiters(limit), name, limit);
    },

    async publish(topic, message) {
      assertOpen();
      // As from a network: never inside the publisher's own call.
      setImmediate(() => topics.emit(topic, message));
    },

    async subscribe(topic, listener) {
      assertOpen();
      topics.on(topic, listener);
      return async () => {
        topics.off(topic, listener);
      };
    },

    gates: localGates(clock, assertOpen),

    async ping() {
      assertOpen();
    },

    async close() {
      closed = true;
      topics.removeAllListeners();
    },
  };
}
