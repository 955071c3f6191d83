import type { Log } from '@tongpan/core';
import { neighbourhoodOf } from './addresses';
import { errorFields, RefusedRequest } from './problems';

/** So many requests in a sliding stretch of time; `points` 0 means no limit. */
export interface RateRule {
  readonly points: number;
  readonly windowMs: number;
}

export interface RateRules {
  /** Public routes and tokens that open nothing, per address. */
  readonly visitor: RateRule;
  /** Attempts to log in, per address. */
  readonly logIn: RateRule;
  /** Everything else, per user. */
  readonly user: RateRule;
}

/** The coordination port, as far as rates go. */
export interface Limiter {
  take(
    name: string,
    rule: RateRule,
  ): Promise<{ readonly allowed: boolean; readonly remaining: number; readonly retryAfterMs: number }>;
}

export interface RateLimits {
  /** @throws rate.limited with Retry-After */
  takeAddress(rule: 'visitor' | 'logIn', ip: string): Promise<void>;
  /** @throws rate.limited with Retry-After */
  takeUser(userId: string): Promise<void>;
}

/** A limiter that takes longer counts as failed. */
const patienceMs = 500;
/** One warning in this time: an outage must not fill the disk. */
const warningPauseMs = 10_000;

function within<Value>(work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the limiter did not answer')), patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Limits by the rules. When the limiter itself fails, requests pass: a guard must not close the shop. */
export function rateLimits(parts: { limiter: Limiter; rules: RateRules; log: Log }): RateLimits {
  let warnedAt = Number.NEGATIVE_INFINITY;

  const failed = (error: unknown) => {
    if (performance.now() - warnedAt < warningPauseMs) return null;
    warnedAt = performance.now();
    parts.log.warn({ error: errorFields(error) }, 'rate limits are off: the limiter does not answer');
    return null;
  };

  const take = async (kind: keyof RateRules, who: string) => {
    const rule = parts.rules[kind];
    if (rule.points === 0) return;
    const taken = await within(parts.limiter.take(`rate:${kind}:${who}`, rule)).catch(failed);
    if (taken === null || taken.allowed) return;
    const seconds = Math.max(1, Math.ceil(taken.retryAfterMs / 1000));
    throw new RefusedRequest('rate.limited', {
      detail: `请 ${seconds} 秒后再试`,
      headers: { 'Retry-After': String(seconds) },
    });
  };

  return {
    takeAddress: (rule, ip) => take(rule, neighbourhoodOf(ip)),
    takeUser: (userId) => take('user', userId),
  };
}
