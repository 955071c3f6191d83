import type { Caller } from '../platform/caller';

/** Nobody's id: a query for it finds nothing. */
const nobody = '';

/** Whose stock a caller looks at: its own, or the one HQ names. Asked by anyone else, another's is empty. */
export function ownerSeen(caller: Pick<Caller, 'partyId' | 'partyKind'>, asked: string | undefined): string {
  if (asked === undefined || asked === caller.partyId) return caller.partyId;
  return caller.partyKind === 'hq' ? asked : nobody;
}
