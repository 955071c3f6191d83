import type { Log } from '@tongpan/core';
import { neighbourhoodOf } from './addresses';
import { errorFields, RefusedRequest } from './problems';
import { talliedLimit, type Told } from './tallied-limit';

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
  /** Pictures, which screens ask for by the dozen, per address. */
  readonly picture: RateRule;
  /** Everything else, per user. */
  readonly user: RateRule;
}

/** The coordination port, as far as rates go. */
export interface Limiter {
  take(name: string, rule: RateRule & { readonly cost?: number }): Promise<Told>;
}

export interface RateLimits {
  /** @throws rate.limited with Retry-After */
  takeAddress(rule: 'visitor' | 'logIn' | 'picture', ip: string): Promise<void>;
  /** Counted here and told to the limiter afterwards. @throws rate.limited with Retry-After */
  takeUser(userId: string): void | Promise<void>;
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

  const ask = (kind: keyof RateRules, who: string, cost: number) =>
    within(parts.limiter.take(`rate:${kind}:${who}`, { ...parts.rules[kind], cost })).catch(failed);

  const users = talliedLimit(parts.rules.user, (userId, cost) => ask('user', userId, cost));

  return {
    async takeAddress(kind, ip) {
      if (parts.rules[kind].points === 0) return;
      const taken = await ask(kind, neighbourhoodOf(ip), 1);
      if (taken !== null && !taken.allowed) throw limited(taken.retryAfterMs);
    },
    takeUser(userId) {
      if (parts.rules.user.points === 0) return;
      const waitMs = users.take(userId);
      if (typeof waitMs !== 'number') return waitMs.then(admitAfter);
      admitAfter(waitMs);
    },
  };
}

function admitAfter(waitMs: number): void {
  if (waitMs > 0) throw limited(waitMs);
}

/** The refusal of who asks too often. */
export function limited(retryAfterMs: number): RefusedRequest {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  return new RefusedRequest('rate.limited', {
    detail: `请 ${seconds} 秒后再试`,
    headers: { 'Retry-After': String(seconds) },
  });
}
