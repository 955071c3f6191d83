import type { Clock } from '../clock';
import type { Coordination } from './coordination';
import { openLocal } from './local';
import { openRedis } from './redis';

export type * from './gate';
export type { Coordination, Lock, RateAnswer, RateLimit } from './coordination';
export { keepLock, type KeptLock, type LockedAnswer, withLock } from './with-lock';

/** Opens the coordination of many processes over Redis, or of this one when there is no address. */
export async function openCoordination(options: {
  readonly redisUrl?: string | undefined;
  readonly clock: Clock;
}): Promise<Coordination> {
  return options.redisUrl ? openRedis(options.redisUrl, options.clock) : openLocal(options.clock);
}
