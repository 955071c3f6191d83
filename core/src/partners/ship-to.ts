import type { Address, Party } from './model';

type Buyer = Pick<Party, 'id' | 'kind' | 'deliveryCentreId'>;

/**
 * True when goods for a buyer may go to an address: one of its own, which for a chain is a delivery
 * centre, or the centre of its chain that serves it.
 */
export function mayShipTo(buyer: Buyer, address: Address): boolean {
  if (address.id === buyer.deliveryCentreId) return address.isDeliveryCentre;
  return address.partyId === buyer.id && (buyer.kind !== 'chain' || address.isDeliveryCentre);
}

/**
 * Where goods for a buyer go when it does not say: the centre that serves a member store, a chain's
 * default centre (else its first), anybody else's default address. Null when there is none.
 */
export function usualShipTo(buyer: Buyer, addresses: readonly Address[]): Address | null {
  const open = addresses.filter((address) => mayShipTo(buyer, address)).sort(byId);
  const centre = open.find(({ id }) => id === buyer.deliveryCentreId);
  const usual = open.find(({ isDefault, partyId }) => isDefault && partyId === buyer.id);
  return centre ?? usual ?? (buyer.kind === 'chain' ? open[0] : undefined) ?? null;
}

const byId = (one: Address, other: Address) => (one.id < other.id ? -1 : 1);
