import { rmSync } from 'node:fs';
import { talks } from '../../engines/child-server';
import { planMariadb } from '../../engines/mariadb';
import { planRedis } from '../../engines/redis';
import type { ServerPlan } from '../../engines/child-server';
import { type Killable, killable } from './killable';

/** A database server and a Redis of our own, made to be killed. */
export interface Engines {
  readonly mariadb: Killable;
  /** Without the name of a database. */
  readonly mariadbUrl: string;
  readonly redis: Killable;
  readonly redisUrl: string;
  stop(): Promise<void>;
}

/** Starts both, or says which of them is not installed. */
export async function startEngines(): Promise<Engines | { readonly missing: string }> {
  const [mariadb, redis] = await Promise.all([planMariadb(), planRedis()]);
  const plans = [mariadb, redis];
  const missing = plans.flatMap((plan) => ('missing' in plan ? [plan.missing] : []));
  if ('missing' in mariadb || 'missing' in redis) return { missing: missing.join('; ') };
  const killableOf = (name: string, plan: ServerPlan) =>
    killable({ ...plan, name, isUp: () => talks(plan.port, plan.greeting ?? '') });
  const engines = { mariadb: killableOf('mariadbd', mariadb), redis: killableOf('redis', redis) };
  const stop = async () => {
    await Promise.all([engines.mariadb.kill(), engines.redis.kill()]);
    for (const { folder } of [mariadb, redis])
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await Promise.all([engines.mariadb.start(), engines.redis.start()]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...engines, mariadbUrl: mariadb.url, redisUrl: redis.url, stop };
}
