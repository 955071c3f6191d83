import { dayOf, type Instant, type Tx } from '../platform';
import { waitingForOrder } from '../credit';
import { type Address, type Party, readParties } from '../partners';
import { type AppliedPromotion, loadOriginals } from '../promotions';
import { balancesOf } from './balances';
import { decideInTurn } from './decide-order';
import type { Decision } from './decision';
import type { OrderRequest, PromotionTerms, ShipTo } from './facts';
import { flashBalances, type FlashLine, flashRequest } from './flash-line';
import { loadFacts } from './load-facts-service';
import type { Order, Rule } from './model';
import { requestLines, type StoredLine } from './request-lines';
import { readBasketBook } from './standing-service';
import { orderStore } from './store';

/** How a stored order is held against promotions again. */
export interface Promoted {
  /** The instant they are looked at as of: those of the day it was placed, in the versions it was priced by. */
  readonly at: Instant;
  /** What it had used of them. */
  readonly before: readonly AppliedPromotion[];
}

/** What is asked of a stored order when it is looked at again. */
export interface StoredQuestion {
  readonly order: Order;
  /** The lines as they are to be: a stored line asks for itself, an edited one for another quantity, a new one has no price. */
  readonly lines: readonly StoredLine[];
  /** Another address; left out, the one the order has. */
  readonly shipTo?: ShipTo | undefined;
  /** What a reviewer overrules. */
  readonly accepted: readonly Rule[];
  /** Prices of today instead of the agreed ones. */
  readonly repriced: boolean;
  /** Quotes promotions anew, after what it used of them was given back; null keeps what was given. */
  readonly promoted: Promoted | null;
  /** Its flash lines; left out, it has none. */
  readonly flash?: readonly FlashLine[] | undefined;
  readonly at: Instant;
}

/**
 * Decides a stored order anew, as of now: the same facts, rules and splitting as when it was placed.
 * The order's row is locked and what it took was given back before; this locks credit, then lots.
 */
export async function decideStored(tx: Tx, question: StoredQuestion): Promise<Decision> {
  const { order, lines, at, promoted } = question;
  const stored = await orderStore(tx).lines([order.id]);
  const shipTo = question.shipTo;
  const addressId = shipTo?.id ?? order.addressId;
  const baskets = await readBasketBook(tx, [
    { buyerId: order.buyerId, addressId, skuIds: lines.map(({ skuId }) => skuId) },
  ]);
  const { parties, addresses } = baskets.of(order.buyerId);
  const today = dayOf(at);
  const request: OrderRequest = {
    orderId: order.id,
    buyer: parties.get(order.buyerId) as Party,
    seller: (await readParties(tx, [order.sellerId])).get(order.sellerId) as Party,
    shipTo: shipTo ?? shipToOf(order, addresses.get(order.addressId)),
    lines: requestLines(stored, lines, { repriced: question.repriced, repromoted: promoted !== null }),
    // A day that has gone by while the order waited is asked for no longer.
    deliverOn: order.deliverOn !== null && order.deliverOn >= today ? order.deliverOn : null,
    accepted: new Set(question.accepted),
    promotions: promoted && termsOf(promoted),
    isPickup: order.freight?.isPickup,
    // What was agreed stands as long as neither goods nor place change.
    freight: promoted === null && shipTo === undefined ? order.freight : undefined,
    steps: order.steps,
    paidFen: await waitingForOrder(tx, order.id),
    at,
  };
  const facts = await loadFacts(tx, baskets, request, {
    on: today,
    locked: true,
    againOrderId: order.id,
    originals: promoted ? await loadOriginals(tx, promoted.before) : [],
  });
  const own = balancesOf(facts);
  const { flash = [] } = question;
  if (flash.length === 0) return decideInTurn(facts, own, request);
  return decideInTurn(facts, flashBalances(own, order.sellerId, flash), flashRequest(request, flash));
}

/** The coupons and gifts the order had. */
const termsOf = ({ at, before }: Promoted): PromotionTerms => ({
  at,
  couponIds: before.flatMap(({ couponId }) => couponId ?? []),
  giftChoices: new Map(
    before.map(({ promotionId, gifts }) => [promotionId, gifts.map(({ skuId }) => skuId)]),
  ),
});

/** Where a stored order goes; what the map says of the place counts while the address still names it. */
function shipToOf(order: Order, address: Address | undefined): ShipTo {
  const isSame = address?.regionCode === order.regionCode;
  return {
    id: order.addressId,
    receiver: order.receiver,
    phone: order.phone,
    regionCode: order.regionCode,
    townCode: isSame ? address.townCode : null,
    detail: order.addressDetail,
    latitudeE6: isSame ? address.latitudeE6 : null,
    longitudeE6: isSame ? address.longitudeE6 : null,
    geocode: isSame ? address.geocode : 'none',
  };
}
