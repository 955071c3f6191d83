import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateAnswer, RateLimit } from './coordination';

/** One limiter for each kind of limit; the kinds are few and named in the code. */
export function limiterCache(make: (limit: RateLimit) => RateLimiterAbstract) {
  const limiters = new Map<string, RateLimiterAbstract>();
  return (limit: RateLimit): RateLimiterAbstract => {
    if (limit.windowMs % 1000 !== 0) throw new RangeError('a rate limit counts in whole seconds');
    const kind = `${limit.points}/${limit.windowMs}`;
    const limiter = limiters.get(kind) ?? make(limit);
    limiters.set(kind, limiter);
    return limiter;
  };
}

/** Takes points; the library rejects with its answer when there are too few. */
export async function takeFrom(
  limiter: RateLimiterAbstract,
  name: string,
  { cost = 1 }: RateLimit,
): Promise<RateAnswer> {
  try {
    const { remainingPoints, msBeforeNext } = await limiter.consume(name, cost);
    return { allowed: true, remaining: remainingPoints, retryAfterMs: 0, windowEndsAfterMs: msBeforeNext };
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfterMs = Math.max(1, error.msBeforeNext);
    return { allowed: false, remaining: 0, retryAfterMs, windowEndsAfterMs: retryAfterMs };
  }
}
