import type { Day, Instant } from '../platform/clock';
import type { Fen } from '../platform/money';

export type TemporaryLimitState = 'requested' | 'approved' | 'rejected' | 'void';

/** Credit beyond the permanent limit for some days: asked for by one person, approved by another. */
export interface TemporaryLimit {
  readonly id: string;
  readonly accountId: string;
  readonly amountFen: Fen;
  readonly startsOn: Day;
  /** The last day it counts. */
  readonly untilOn: Day;
  readonly reason: string;
  readonly state: TemporaryLimitState;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly decisionNote: string;
}

/** What temporary limits add on a day. */
export function temporaryFen(limits: readonly TemporaryLimit[], on: Day): Fen {
  let total = 0;
  for (const { state, startsOn, untilOn, amountFen } of limits) {
    if (state === 'approved' && startsOn <= on && on <= untilOn) total += amountFen;
  }
  return total;
}
