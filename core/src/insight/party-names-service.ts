import { loadParties } from '../partners';
import type { Tx } from '../platform';

/** What parties are called; one that is gone by its id. */
export async function partyNames(tx: Tx, partyIds: readonly string[]) {
  const parties = await loadParties(tx, partyIds);
  return (partyId: string) => parties.get(partyId)?.name ?? partyId;
}
