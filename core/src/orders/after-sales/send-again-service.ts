import { type Caller, type Day, dayOf, emit, type NewId, Refused, type Tx } from '../../platform';
import { type Party, readParties } from '../../partners';
import { balancesOf } from '../balances';
import { composeOrder } from '../compose-order';
import { decideInTurn } from '../decide-order';
import type { Decision } from '../decision';
import { decisionStore } from '../decision-store';
import { orderEvent } from '../events';
import type { OrderRequest, RequestLine } from '../facts';
import { loadFacts } from '../load-facts-service';
import type { Order } from '../model';
import { numberOrders, type OrderCounts } from '../number-orders';
import { blockingRules } from '../revise-order';
import { readBasketBook } from '../standing-service';
import { orderStore } from '../store';
import { takeForOrders } from '../take-service';
import { type AfterSales, type AfterSalesLine, settledUnits } from './model';
import { replacementChannel } from './replacement';

interface Returned {
  readonly request: AfterSales;
  readonly order: Order;
  readonly lines: readonly AfterSalesLine[];
}

/**
 * 换货: an order for as many of the same goods as came back, each line given like a gift: at no price, exempt from
 * minimums, its lots first to expire first by the buyer's own rule, and owed where they are not there. Answers its id;
 * null where nothing came back.
 * @throws afterSales.replacementRejected
 */
export async function sendAgain(
  tx: Tx,
  newId: NewId,
  caller: Caller,
  { request, order, lines }: Returned,
): Promise<string | null> {
  const wanted = replacementLines(request, lines);
  if (wanted.length === 0) return null;
  // Locked in the order of every batch: counts, credit, lots.
  const counts = await lockCounts(tx, order.sellerId, dayOf(caller.at));
  const decision = await decide(tx, newId(), caller, order, wanted);
  // A replacement is approved as it is made, or not made: what waited for a person might come to nothing.
  if (decision.verdict !== 'approved') {
    throw new Refused('afterSales.replacementRejected', rulesOf(decision));
  }
  await write(tx, newId, caller, request, decision, counts);
  return decision.request.orderId;
}

/** One line a SKU: which lots go out is decided anew. */
function replacementLines(request: AfterSales, lines: readonly AfterSalesLine[]): readonly RequestLine[] {
  const units = new Map<string, number>();
  for (const line of lines) {
    const came = settledUnits(request.kind, line);
    if (came > 0) units.set(line.skuId, (units.get(line.skuId) ?? 0) + came);
  }
  return [...units].map(([skuId, quantity], index) => ({
    lineNo: index + 1,
    skuId,
    quantity,
    giftOf: request.id,
    agreed: { unitPriceE4: 0, priceListId: '', amountFen: 0 },
  }));
}

async function decide(
  tx: Tx,
  orderId: string,
  caller: Caller,
  order: Order,
  lines: readonly RequestLine[],
): Promise<Decision> {
  const { buyerId, sellerId, addressId } = order;
  const baskets = await readBasketBook(tx, [{ buyerId, addressId, skuIds: lines.map(({ skuId }) => skuId) }]);
  const { parties, addresses } = baskets.of(buyerId);
  const address = addresses.get(addressId);
  const request: OrderRequest = {
    orderId,
    buyer: parties.get(buyerId) as Party,
    seller: (await readParties(tx, [sellerId])).get(sellerId) as Party,
    shipTo: {
      id: addressId,
      receiver: order.receiver,
      phone: order.phone,
      regionCode: order.regionCode,
      townCode: address?.townCode ?? null,
      detail: order.addressDetail,
      latitudeE6: address?.latitudeE6 ?? null,
      longitudeE6: address?.longitudeE6 ?? null,
      geocode: address?.geocode ?? 'none',
    },
    lines,
    deliverOn: null,
    accepted: overruled,
    promotions: null,
    at: caller.at,
  };
  const on = dayOf(caller.at);
  const facts = await loadFacts(tx, baskets, request, { on, locked: true, originals: [] });
  return decideInTurn(facts, balancesOf(facts), request);
}

/** These goods cost nothing: what their buyer owes does not matter. */
const overruled: OrderRequest['accepted'] = new Set([
  'credit.over',
  'credit.overdue',
  'credit.frozen',
  'payment.due',
  'payment.previousBatch',
]);

const rulesOf = ({ findings }: Decision): string =>
  blockingRules(findings) ||
  [...new Set(findings.filter(({ severity }) => severity === 'review').map(({ rule }) => rule))].join(' ');

async function lockCounts(tx: Tx, sellerId: string, on: Day): Promise<OrderCounts> {
  const store = orderStore(tx);
  await store.beginCounts([sellerId], on);
  return { on, counts: await store.countsLocked([sellerId], on) };
}

async function write(
  tx: Tx,
  newId: NewId,
  caller: Caller,
  request: AfterSales,
  decision: Decision,
  counts: OrderCounts,
) {
  const store = orderStore(tx);
  const { orderId, seller } = decision.request;
  const number = numberOrders([{ decision, counts }]).get(orderId) as string;
  const placing = { ...caller, channel: replacementChannel };
  const note = `售后换货 ${request.number}`;
  const { order, lines, holds, event, parts, partLines } = composeOrder(decision, {
    caller: placing,
    number,
    note,
    requestHash: '',
  });
  await store.addOrders([order]);
  await takeForOrders(tx, newId, [{ decision, actorId: caller.userId }]);
  await store.addLines(lines);
  await store.addHolds(holds);
  await decisionStore(tx).addParts(parts, partLines);
  await store.addEvents([event]);
  await store.countUp(new Map([[seller.id, 1]]), counts.on);
  await emit(tx, [
    orderEvent(newId(), 'order.placed', order.placedAt, {
      orderId,
      number,
      sellerId: order.sellerId,
      buyerId: order.buyerId,
      addressId: order.addressId,
      verdict: order.verdict,
      payableFen: order.payableFen,
      quantities: {},
      placedAt: order.placedAt,
      approvalLimitFen: decision.credit.account?.limitFen ?? null,
    }),
  ]);
}
