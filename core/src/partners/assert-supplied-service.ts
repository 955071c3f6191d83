import { type Caller, Refused, type Tx } from '../platform';
import type { Party } from './model';
import { partnerStore } from './store';

/** A party the caller may look after: HQ anybody's but its own, a distributor one it supplies. @throws partners.unknown */
export async function assertSupplied(tx: Tx, caller: Caller, party: Party | undefined): Promise<Party> {
  const isMine =
    party !== undefined &&
    (caller.partyKind === 'hq' || (await partnerStore(tx).isSuppliedBy(party.id, caller.partyId)));
  if (!party || !isMine || party.kind === 'hq') throw new Refused('partners.unknown');
  return party;
}
