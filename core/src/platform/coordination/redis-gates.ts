import type { Redis } from 'ioredis';
import { type Clock, type Instant, systemClock } from '../clock';
import type { GateLook, Gates, GrabAnswer, GrabRefusal, RedeemAnswer } from './gate';
import { defineGateScripts, type GateScript } from './gate-scripts';
import { answering } from './redis-connection';

const keptNames = 1_000;
const lookedAt = ['quota', 'free', 'held', 'sold', 'attempts', 'fencing'] as const;

/** The six keys of a gate, which a cluster keeps in one slot. */
function keysOf(name: string): readonly string[] {
  return ['terms', 'tokens', 'due', 'ordering', 'takers', 'requests'].map(
    (part) => `tongpan:{gate:${name}}:${part}`,
  );
}

/** The gates of any number of processes, in Redis: each call is one script, one round trip. */
export function redisGates(redis: Redis, clock: Clock): Gates {
  const scripts = defineGateScripts(redis);
  const known = new Map<string, readonly string[]>();
  const keys = (name: string) => {
    const found = known.get(name);
    if (found) return found;
    if (known.size >= keptNames) known.clear();
    const made = keysOf(name);
    known.set(name, made);
    return made;
  };
  /** How far the clock handed in stands from the machine's own; a machine's clock that is wrong cancels out. */
  const shiftMs = () => (clock === systemClock ? 0 : clock.now() - Date.now());
  const run = (script: GateScript, name: string, ...parameters: readonly (string | number)[]) =>
    answering(scripts[script](...keys(name), shiftMs(), ...parameters));

  const now = async (): Promise<Instant> => {
    const [seconds, micros] = await answering(redis.time());
    return Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000) + shiftMs();
  };

  const lookAt = async (name: string): Promise<GateLook | null> => {
    const [terms = '', , , orders = ''] = keys(name);
    const [found, ordering] = await answering(
      Promise.all([redis.hmget(terms, ...lookedAt, 'state'), redis.zcard(orders)]),
    );
    if (found[0] == null) return null;
    const counts = lookedAt.map((field, at) => [field, Number(found[at])] as const);
    return {
      ...(Object.fromEntries(counts) as Record<(typeof lookedAt)[number], number>),
      ordering,
      isStopped: found[lookedAt.length] === 'stopped',
    };
  };

  return {
    now,

    async warm(name, { terms, isStopped, sold, fencing, readAt }) {
      const { quota, perBuyer, startsAt, endsAt, tokenMs, attemptsPerSecond } = terms;
      const done = await run(
        'warm',
        name,
        fencing,
        readAt,
        isStopped ? 'stopped' : 'open',
        quota,
        perBuyer,
        startsAt,
        endsAt,
        tokenMs,
        attemptsPerSecond,
        ...sold.flatMap((sale) => [sale.token, sale.buyerId, sale.quantity]),
      );
      return done === 1;
    },

    async grab(name, { buyerId, requestId, quantity, token }): Promise<GrabAnswer> {
      const answer = (await run('grab', name, buyerId, requestId, quantity, token)) as [
        GrabRefusal | 'token',
        number,
        number | string,
        number?,
        number?,
      ];
      return answer[0] === 'token'
        ? {
            answer: 'token',
            at: answer[1],
            token: answer[2] as string,
            quantity: answer[3] as number,
            endsAt: answer[4] as number,
          }
        : { answer: answer[0], at: answer[1], held: answer[2] as number };
    },

    async redeem(name, { token, buyerId, orderId, leaseMs }): Promise<RedeemAnswer> {
      const answer = (await run('redeem', name, token, buyerId, orderId, leaseMs)) as [
        RedeemAnswer['answer'],
        number,
        number,
        number,
      ];
      const [kind, quantity, grabbedAt, attempts] = answer;
      return kind === 'ordering' ? { answer: kind, quantity, grabbedAt, attempts } : { answer: kind };
    },

    async confirm(name, { token, buyerId, quantity }) {
      await run('confirm', name, token, buyerId, quantity);
    },
    async putBack(name, token, orderId) {
      await run('putBack', name, token, orderId);
    },
    release: async (name, tokens) => (await run('release', name, ...tokens)) as number,
    async takeBack(name, token, left) {
      await run('takeBack', name, token, left);
    },
    async bar(name, token) {
      await run('bar', name, token);
    },
    sweep: async (name) => (await run('sweep', name)) as number,

    async overdue(name, limit) {
      const found = (await run('overdue', name, limit)) as [string, string, string][];
      return found.map(([token, buyerId, orderId]) => ({ token, buyerId, orderId }));
    },

    look: (names) => Promise.all(names.map(lookAt)),

    async heldBy(name, buyerId) {
      const found = (await run('heldBy', name, buyerId)) as [string, number, number, number][];
      return found.map(([token, quantity, endsAt, ordering]) => ({
        token,
        quantity,
        endsAt,
        isOrdering: ordering === 1,
      }));
    },

    async stop(name) {
      await run('stop', name);
    },
    async forget(name) {
      await answering(redis.del(...keys(name)));
    },
  };
}
