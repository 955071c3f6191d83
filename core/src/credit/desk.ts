import type { Caller } from '../platform/caller';

/** A page of a list. */
export interface PageWanted {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of what belongs to customers, of all of them or of one. */
export interface CustomersWanted extends PageWanted {
  readonly partyId?: string | undefined;
}

/** An account, by its two sides. */
export interface PairWanted {
  readonly sellerId: string;
  readonly buyerId: string;
}

/** A command as it is remembered. */
export const commandOf = (caller: Caller, kind: string, commandId: string, input: unknown) => ({
  commandId,
  partyId: caller.partyId,
  kind,
  input,
  at: caller.at,
});
