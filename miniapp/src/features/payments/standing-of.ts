import type { Said } from '@/platform/paying';
import type { Payment } from './model';

export type Standing = 'waiting' | 'paid' | 'closed' | 'late' | 'mismatched' | 'cancelled' | 'failed';

/** How long to wait between two questions, by how long one has waited already. */
const pauses = [
  { untilMs: 5_000, pauseMs: 1_500 },
  { untilMs: 20_000, pauseMs: 3_000 },
  { untilMs: 60_000, pauseMs: 6_000 },
  { untilMs: 120_000, pauseMs: 10_000 },
] as const;

/**
 * How a payment stands for the one who pays. What the device said only chooses the words while the server knows
 * nothing better.
 */
export function standingOf(
  payment: Pick<Payment, 'state' | 'expiresAt'>,
  said: Said | null,
  nowMs: number,
): Standing {
  if (payment.state !== 'open') return payment.state;
  if (Date.parse(payment.expiresAt) <= nowMs) return 'late';
  if (said === 'cancel') return 'cancelled';
  return said === 'fail' ? 'failed' : 'waiting';
}

/** How long to wait before asking again; null when one has waited long enough. */
export const nextPauseMs = (waitedMs: number): number | null =>
  pauses.find(({ untilMs }) => waitedMs < untilMs)?.pauseMs ?? null;
