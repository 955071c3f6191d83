import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { Clock } from '../clock';
import type { Coordination, Lock } from './coordination';
import { limiterCache, takeFrom } from './rate-limit';
import { answering, connectRedis } from './redis-connection';
import { redisGates } from './redis-gates';
import { defineScripts } from './redis-scripts';

const prefix = 'tongpan:';
// Keys used together share the part in braces, which a cluster hashes.
const holderKey = (name: string) => `${prefix}{lock:${name}}:holder`;
const fencingKey = (name: string) => `${prefix}{lock:${name}}:fencing`;
const counterKey = (name: string) => `${prefix}{counter:${name}}`;
const channelOf = (topic: string) => `${prefix}${topic}`;

/**
 * The coordination of any number of processes over one Redis: one connection for commands and one
 * that listens.
 * @throws Unavailable when Redis does not answer.
 */
export async function openRedis(url: string, clock: Clock): Promise<Coordination> {
  const commands = await connectRedis(url, 'commands');
  const listening = await connectRedis(url, 'subscriber').catch((error: unknown) => {
    commands.disconnect();
    throw error;
  });
  const scripts = defineScripts(commands);
  const limiters = limiterCache(
    ({ points, windowMs }) =>
      new RateLimiterRedis({
        storeClient: commands,
        keyPrefix: `${prefix}rate:${points}/${windowMs}`,
        points,
        duration: windowMs / 1000,
      }),
  );
  const topics = listenTo(listening);

  return {
    kind: 'redis',

    async lock(name, { leaseMs }): Promise<Lock | null> {
      const owner = randomUUID();
      const holder = holderKey(name);
      const fencing = await answering(scripts.lock(holder, fencingKey(name), owner, leaseMs));
      if (fencing === null) return null;
      return {
        name,
        owner,
        fencing,
        renew: async () => (await answering(scripts.renew(holder, owner, leaseMs))) === 1,
        release: async () => (await answering(scripts.release(holder, owner))) === 1,
      };
    },

    increment: (name, by, options = {}) =>
      answering(scripts.increment(counterKey(name), by, options.expiresAfterMs ?? 0)),

    async get(name) {
      const value = await answering(commands.get(counterKey(name)));
      return value === null ? null : Number(value);
    },

    take: async (name, limit) => answering(takeFrom(limiters(limit), name, limit)),

    async publish(topic, message) {
      await answering(commands.publish(channelOf(topic), message));
    },

    subscribe: (topic, listener) => topics.subscribe(channelOf(topic), listener),

    gates: redisGates(commands, clock),

    async ping() {
      await answering(commands.ping());
    },

    async close() {
      commands.disconnect();
      listening.disconnect();
    },
  };
}

/** Shares one subscribing connection among listeners. */
function listenTo(listening: Redis) {
  const listeners = new Map<string, Set<(message: string) => void>>();
  listening.on('message', (channel: string, message: string) => {
    for (const listener of listeners.get(channel) ?? []) listener(message);
  });
  return {
    async subscribe(channel: string, listener: (message: string) => void) {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
      try {
        await answering(listening.subscribe(channel));
      } catch (error) {
        known.delete(listener);
        throw error;
      }
      return async () => {
        known.delete(listener);
        if (known.size > 0 || listeners.get(channel) !== known) return;
        listeners.delete(channel);
        await answering(listening.unsubscribe(channel));
      };
    },
  };
}
