import { dayMs, type Instant } from '../platform/clock';
import type { DeliveryFailure, DeliveryState, HookDelivery } from './model';

/** What came of one try. */
export interface HookOutcome {
  /** Null when nobody answered. */
  readonly statusCode: number | null;
  readonly failure: DeliveryFailure;
  readonly durationMs: number;
}

const minuteMs = 60_000;
/** The waits between tries; together they are a day. */
const waitsMs = [1, 5, 15, 60, 120, 240, 480, 519].map((minutes) => minutes * minuteMs);

/** An address that nothing reaches for so long is not asked any more, until its owner wants it again. */
export const failingAtMostMs = 3 * dayMs;

/** True when the other side has taken it. */
export const hasArrived = ({ failure }: HookOutcome) => failure === '';

/** Where a delivery stands after a try, and when it is tried again. */
export function afterDelivery(
  { tries, nextAt }: Pick<HookDelivery, 'tries' | 'nextAt'>,
  outcome: HookOutcome,
  at: Instant,
): { readonly state: DeliveryState; readonly nextAt: Instant } {
  if (hasArrived(outcome)) return { state: 'delivered', nextAt };
  const waitMs = waitsMs[tries];
  return waitMs === undefined ? { state: 'dead', nextAt } : { state: 'waiting', nextAt: at + waitMs };
}

/** True when a webhook has failed for so long that it is to stand still. */
export const isToPause = (failingSince: Instant | null, at: Instant) =>
  failingSince !== null && at - failingSince >= failingAtMostMs;
