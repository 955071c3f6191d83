import { type Caller, type Instant, type Tx } from '../platform';
import { decisionStore } from './decision-store';
import { holdScopeOf } from './holds-service';
import type { HoldKind } from './model';

/** Open holds of one kind that a desk must clear. */
export interface HoldCount {
  readonly kind: HoldKind;
  readonly open: number;
  readonly overdue: number;
  readonly firstDueAt: Instant;
}

/** What waits for the desk of the caller's people, kind by kind. */
export const countHolds = (tx: Tx, caller: Caller): Promise<readonly HoldCount[]> =>
  decisionStore(tx).holdCounts(holdScopeOf(caller, 'mine'), caller.at);
