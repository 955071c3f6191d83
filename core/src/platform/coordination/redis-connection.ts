import { Redis } from 'ioredis';
import { Unavailable } from '../refusals';

const connectTimeoutMs = 5_000;
const commandTimeoutMs = 2_000;
const longestReconnectWaitMs = 2_000;

/**
 * One connection that answers or fails in bounded time, and reconnects behind the scenes. A command
 * is never kept for later: what was refused must not take effect after the caller has gone on.
 * @throws Unavailable when Redis does not answer.
 */
export async function connectRedis(url: string, role: 'commands' | 'subscriber'): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectionName: `tongpan-${role}`,
    connectTimeout: connectTimeoutMs,
    commandTimeout: commandTimeoutMs,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(longestReconnectWaitMs, 50 * 2 ** Math.min(times, 10)),
  });
  // Each failed command tells its caller; the connection itself has nobody to tell.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    throw new Unavailable('coordination', { cause: error });
  }
  return redis;
}

/** Awaits an answer of Redis. @throws Unavailable when there is none. */
export async function answering<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    throw new Unavailable('coordination', { cause: error });
  }
}
