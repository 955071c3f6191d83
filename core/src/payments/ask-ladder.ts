import type { Instant } from '../platform/clock';

const second = 1_000;
const minute = 60 * second;

/** When the channel is asked about a payment nobody told us of, after it was opened. */
const waitsMs = [5 * second, 30 * second, minute, 3 * minute, 5 * minute, 10 * minute, 30 * minute];

/** An order's payment may be made until so long after it was opened. */
export const payWithinMs = 30 * minute;

/** A payer who was at it in the last moment gets this long before the payment is closed. */
const graceMs = 5 * second;

/**
 * The next time the channel is asked whether a payment is paid, having been asked `asks` times: closer together at
 * first, and once more when its time is over, when an unpaid one is closed.
 */
export function nextAskAt(asks: number, createdAt: Instant, expiresAt: Instant): Instant {
  const lastAt = expiresAt + graceMs;
  const waitMs = waitsMs[asks];
  return waitMs === undefined ? lastAt : Math.min(createdAt + waitMs, lastAt);
}

/** True when an unpaid payment is to be closed. */
export const isOverdue = (expiresAt: Instant, at: Instant): boolean => at >= expiresAt;

/** When a close whose outcome is unknown is tried again, and a refund is asked after: each minute, then slower. */
export const againInMs = (tries: number): number =>
  tries < 5 ? minute : Math.min(2 ** (tries - 4), 60) * minute;
