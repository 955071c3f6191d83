import { groupBy, type Tx } from '../platform';
import { customerKey } from './price-line';
import { priceStore } from './price-store';

/** The groups these sellers have put these buyers in, by `customerKey`. */
export async function loadGroups(
  tx: Tx,
  { sellerIds, buyerIds }: { readonly sellerIds: readonly string[]; readonly buyerIds: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const members = await priceStore(tx).memberships(sellerIds, buyerIds);
  const byCustomer = groupBy(members, ({ sellerId, buyerId }) => customerKey(sellerId, buyerId));
  return new Map([...byCustomer].map(([key, of]) => [key, new Set(of.map(({ groupId }) => groupId))]));
}

/** The groups a seller has put a buyer in. */
export async function loadGroupsOf(tx: Tx, sellerId: string, buyerId: string): Promise<ReadonlySet<string>> {
  const found = await loadGroups(tx, { sellerIds: [sellerId], buyerIds: [buyerId] });
  return found.get(customerKey(sellerId, buyerId)) ?? new Set();
}
