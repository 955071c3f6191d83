import { Redis, type RedisOptions } from 'ioredis';
import { addressesIn } from '../addresses';
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
  let wasConnected = false;
  const sentinels = sentinelsOf(url);
  const options: RedisOptions = {
    lazyConnect: true,
    connectionName: `tongpan-${role}`,
    connectTimeout: connectTimeoutMs,
    commandTimeout: commandTimeoutMs,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: reconnectWaitMs,
    sentinelCommandTimeout: commandTimeoutMs,
    // A master that stands still keeps its connections open; the sentinels say when it is one no more.
    failoverDetector: true,
    sentinelReconnectStrategy: reconnectWaitMs,
    // The first connection fails when nobody answers; later ones are tried for as long as it takes.
    sentinelRetryStrategy: (times) => (wasConnected ? reconnectWaitMs(times) : null),
  };
  const redis = sentinels ? new Redis({ ...options, ...sentinels }) : new Redis(url, options);
  // Each failed command tells its caller; the connection itself has nobody to tell.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    wasConnected = true;
  } catch (error) {
    redis.disconnect();
    throw new Unavailable('coordination', { cause: error });
  }
  return redis;
}

const reconnectWaitMs = (times: number) => Math.min(longestReconnectWaitMs, 50 * 2 ** Math.min(times, 10));

/** Which master to ask which sentinels for, if the address names some: `redis+sentinel://a,b,c/master/2`. */
function sentinelsOf(address: string): RedisOptions | null {
  const urls = addressesIn(address).map((one) => new URL(one));
  const [{ protocol, username, password, pathname }] = urls as [URL];
  if (protocol !== 'redis+sentinel:') return null;
  const [, name = '', database = '0'] = pathname.split('/');
  return {
    sentinels: urls.map(({ hostname, port }) => ({ host: hostname, port: Number(port || 26_379) })),
    name: decodeURIComponent(name),
    db: Number(database),
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
  };
}

/** Awaits an answer of Redis. @throws Unavailable when there is none. */
export async function answering<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    throw new Unavailable('coordination', { cause: error });
  }
}
