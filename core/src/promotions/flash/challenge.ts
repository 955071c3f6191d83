import type { Caller } from '../../platform/caller';

/** A grab that may be a machine's. */
export interface ChallengedGrab {
  readonly activityId: string;
  readonly requestId: string;
  /** What the buyer answered; undefined when it was asked nothing. */
  readonly answer: string | undefined;
}

/**
 * Demands proof of a person before a grab is looked at: what is to be answered, or null to let it pass. Asked for every
 * grab, so it answers from memory.
 */
export type FlashChallenge = (caller: Caller, grab: ChallengedGrab) => string | null;

/** Nobody is asked anything. */
export const noChallenge: FlashChallenge = () => null;
