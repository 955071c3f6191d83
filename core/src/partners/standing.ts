import { type Day, type Instant, isWithin } from '../platform/clock';
import type { PartyStatus } from './model';

/** `waiting` has not begun, `inForce` holds, `over` has run out or was lifted. */
export type SuspensionState = 'waiting' | 'inForce' | 'over';

/** A stop put on a party (by HQ) or on one supply (by its seller). */
export interface Suspension {
  readonly id: string;
  readonly partyId: string;
  /** Null: HQ's, of the whole party. Else the seller whose supply is stopped. */
  readonly sellerId: string | null;
  /** What it takes away: ordering, or logging in and with it everything. */
  readonly effect: 'orders' | 'logIn';
  readonly reason: string;
  readonly startsOn: Day;
  /** The first day it no longer holds; null until it is lifted. */
  readonly endsOn: Day | null;
  /** As last written down; decisions ask `suspensionState` of the day. */
  readonly state: SuspensionState;
  readonly setBy: string;
  readonly setAt: Instant;
  readonly liftedBy: string | null;
  readonly liftedAt: Instant | null;
  readonly liftNote: string;
}

type Window = Pick<Suspension, 'startsOn' | 'endsOn' | 'liftedAt'>;

/** How a suspension stands on a day; a lifted one is over at once. */
export function suspensionState({ startsOn, endsOn, liftedAt }: Window, on: Day): SuspensionState {
  if (liftedAt !== null) return 'over';
  if (on < startsOn) return 'waiting';
  return isWithin(on, startsOn, endsOn) ? 'inForce' : 'over';
}

/** How a party stands on a day under HQ's suspensions of it: the hardest one in force decides. */
export function standingOn(suspensions: readonly Suspension[], on: Day): PartyStatus {
  const inForce = suspensions.filter(
    (one) => one.sellerId === null && suspensionState(one, on) === 'inForce',
  );
  if (inForce.some(({ effect }) => effect === 'logIn')) return 'suspended';
  return inForce.length > 0 ? 'ordersStopped' : 'active';
}

/** Whether a seller's supply to the party holds on a day. */
export function supplyStandingOn(
  suspensions: readonly Suspension[],
  sellerId: string,
  on: Day,
): 'active' | 'suspended' {
  const isStopped = suspensions.some(
    (one) => one.sellerId === sellerId && suspensionState(one, on) === 'inForce',
  );
  return isStopped ? 'suspended' : 'active';
}
