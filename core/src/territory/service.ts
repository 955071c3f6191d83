import { groupBy, type Tx } from '../platform';
import type { Grant } from './model';
import { territoryStore } from './store';

/** The grants of each seller, by seller. */
export async function loadGrants(
  tx: Tx,
  sellerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Grant[]>> {
  const grants = await territoryStore(tx).grantsOf(sellerIds);
  return groupBy(grants, (grant) => grant.sellerId);
}

/** Adds grants that are not there yet. */
export async function addGrants(tx: Tx, grants: readonly Grant[]): Promise<number> {
  return territoryStore(tx).add(grants);
}
