import type { Address } from '../partners';
import type { Instant } from '../platform/clock';
import type { Facts, OrderRequest } from './facts';
import type { Basket } from './model';

export type Resolved =
  | { readonly refused: null; readonly request: OrderRequest }
  | { readonly refused: string; readonly detail: string };

const refuse = (refused: string, detail = ''): Resolved => ({ refused, detail });

/**
 * Names the supplier, the address and the goods a basket means, or says why it cannot be served:
 * `partners.notSupplied`, `partners.suspended`, `partners.addressUnknown`, `catalog.skuUnknown`,
 * `orders.lineTwice`.
 */
export function resolveBasket(
  facts: Facts,
  buyerId: string,
  orderId: string,
  basket: Basket,
  at: Instant,
): Resolved {
  const buyer = facts.parties.get(buyerId);
  const sellerIds = facts.supplies
    .filter((supply) => supply.buyerId === buyerId)
    .map(({ sellerId }) => sellerId);
  const sellerId = basket.supplierId ?? sellerIds[0];
  const seller = sellerId && sellerIds.includes(sellerId) ? facts.parties.get(sellerId) : undefined;
  if (!buyer || !seller) return refuse('partners.notSupplied');
  if (buyer.status !== 'active' || seller.status !== 'active') return refuse('partners.suspended');
  const shipTo = addressOf(facts, buyerId, basket.addressId);
  if (!shipTo) return refuse('partners.addressUnknown');
  const seen = new Set<string>();
  for (const { skuId } of basket.lines) {
    if (!facts.skus.has(skuId)) return refuse('catalog.skuUnknown', skuId);
    if (seen.has(skuId)) return refuse('orders.lineTwice', skuId);
    seen.add(skuId);
  }
  const lines = basket.lines.map(({ skuId, quantity }, at) => ({
    lineNo: at + 1,
    skuId,
    quantity,
    agreed: null,
  }));
  return { refused: null, request: { orderId, buyer, seller, shipTo, lines, accepted: new Set(), at } };
}

function addressOf(facts: Facts, buyerId: string, addressId: string | undefined): Address | undefined {
  if (addressId === undefined) {
    return [...facts.addresses.values()].find((address) => address.partyId === buyerId && address.isDefault);
  }
  const address = facts.addresses.get(addressId);
  return address?.partyId === buyerId ? address : undefined;
}
