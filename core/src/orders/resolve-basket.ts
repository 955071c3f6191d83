import type { Sku } from '../catalog';
import type { Address, Party } from '../partners';
import { mayShipTo, sellersOf, supplierOf, usualShipTo } from '../partners/rules';
import { addDays, dayOf, type Instant } from '../platform/clock';
import type { BasketFacts, OrderRequest, PromotionTerms } from './facts';
import type { Basket, Rule } from './model';

export type Resolved =
  | { readonly refused: null; readonly request: OrderRequest }
  | { readonly refused: string; readonly detail: string };

const refuse = (refused: string, detail = ''): Resolved => ({ refused, detail });

/** How far ahead a buyer may ask for goods. */
const furthestDays = 60;

/**
 * Names the supplier, the address, the goods and the day a basket means, or says why it cannot be served:
 * `partners.notSupplied`, `partners.suspended`, `partners.addressUnknown`, `catalog.skuUnknown`,
 * `orders.lineTwice`, `orders.unitUnknown`, `orders.deliverInPast`, `orders.deliverTooLate`.
 */
export function resolveBasket(
  facts: BasketFacts,
  buyerId: string,
  orderId: string,
  basket: Basket,
  at: Instant,
): Resolved {
  const buyer = facts.parties.get(buyerId);
  const sellerId = sellerOf(facts, buyerId, basket);
  const seller = sellerId === undefined ? undefined : facts.parties.get(sellerId);
  if (!buyer || !seller) return refuse('partners.notSupplied');
  if (buyer.status !== 'active' || seller.status !== 'active') return refuse('partners.suspended');
  const shipTo = shipToOf(facts, buyer, basket.addressId);
  if (!shipTo) return refuse('partners.addressUnknown');
  const { deliverOn = null } = basket;
  const today = dayOf(at);
  if (deliverOn !== null && deliverOn < today) return refuse('orders.deliverInPast', today);
  const furthestOn = addDays(today, furthestDays);
  if (deliverOn !== null && deliverOn > furthestOn) return refuse('orders.deliverTooLate', furthestOn);
  const seen = new Set<string>();
  for (const { skuId, unit } of basket.lines) {
    const sku = facts.skus.get(skuId);
    if (!sku) return refuse('catalog.skuUnknown', skuId);
    if (seen.has(skuId)) return refuse('orders.lineTwice', skuId);
    if (unit !== undefined && !isSoldIn(sku, unit)) return refuse('orders.unitUnknown', `${skuId} ${unit}`);
    seen.add(skuId);
  }
  const lines = basket.lines.map(({ skuId, quantity, unit, shortage, acceptsAgeing }, index) => ({
    lineNo: index + 1,
    skuId,
    quantity,
    unit,
    shortage,
    acceptsAgeing,
    agreed: null,
  }));
  const request: OrderRequest = {
    orderId,
    buyer,
    seller,
    shipTo,
    lines,
    deliverOn,
    accepted: nothingAccepted,
    isPickup: basket.isPickup,
    promotions: {
      at,
      couponIds: basket.couponIds ?? null,
      giftChoices: basket.giftChoices
        ? new Map(basket.giftChoices.map(({ promotionId, skuIds }) => [promotionId, skuIds]))
        : noChoices,
    },
    at,
  };
  return { refused: null, request };
}

const nothingAccepted: ReadonlySet<Rule> = new Set();
const noChoices: PromotionTerms['giftChoices'] = new Map();

/** The supplier named; else the one of the first line's product line; else the longest-standing. */
function sellerOf(facts: BasketFacts, buyerId: string, { supplierId, lines }: Basket): string | undefined {
  const sellerIds = sellersOf(facts.supplies, buyerId);
  if (supplierId !== undefined) return sellerIds.find((id) => id === supplierId);
  const first = facts.skus.get(lines[0]?.skuId ?? '');
  const answer = first ? supplierOf(facts.supplies, buyerId, first.productLine) : null;
  return answer?.reason === null ? answer.sellerId : sellerIds[0];
}

const isSoldIn = ({ baseUnit, units }: Sku, name: string) =>
  name === baseUnit || units.some(({ unit, sellable }) => sellable && unit === name);

function shipToOf(facts: BasketFacts, buyer: Party, addressId: string | undefined): Address | null {
  if (addressId === undefined) return usualShipTo(buyer, facts.usualAddresses);
  const address = facts.addresses.get(addressId);
  return address && mayShipTo(buyer, address) ? address : null;
}
