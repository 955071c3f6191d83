import {
  type AfterSalesClosed,
  type AfterSalesTold,
  loadShipment,
  loadToldOrders,
  type OrderDecided,
  type OrderShipped,
} from '../orders';
import { loadParties } from '../partners';
import type { Consumer, Day, DomainEvent, Tx } from '../platform';
import type { RefundMoved } from '../payments';
import type { AfterSalesNews, News, OrderNews } from './compose-message';
import { type Hearers, tellParty, type TellParts, tellUsers } from './tell-service';

/** What is told of a planned report; whoever makes them stands beside this domain. */
interface ReportMade {
  readonly fileId: string;
  readonly partyId: string;
  readonly userId: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  /** Empty where there is a file. */
  readonly problem: string;
}

/** One person of a party. */
interface Person {
  readonly partyId: string;
  readonly userId: string;
}

interface Telling {
  readonly to: Hearers | Person;
  readonly news: News;
}
type Tell = (tx: Tx, event: DomainEvent) => Promise<Telling | null>;

/** Whom each event is told to, and what. Null: nobody. */
const tellings: Readonly<Record<string, Tell>> = {
  'order.approved': async (tx, { payload }) => {
    const { orderId, buyerId } = payload as OrderDecided;
    const order = await orderNews(tx, orderId);
    return order && { to: ordering(buyerId), news: { kind: 'orderApproved', order } };
  },
  'order.rejected': async (tx, { payload }) => {
    const { orderId, buyerId, reason } = payload as OrderDecided;
    const order = await orderNews(tx, orderId);
    return order && { to: ordering(buyerId), news: { kind: 'orderRejected', order, reason } };
  },
  'order.shipped': async (tx, { payload }) => {
    const { orderId, buyerId, shipmentId } = payload as OrderShipped;
    const order = await orderNews(tx, orderId);
    const shipment = await loadShipment(tx, orderId, shipmentId);
    if (!order || !shipment) return null;
    const { carrier, trackingNo } = shipment;
    const to = { partyId: buyerId, roles: ['purchaser', 'warehouse'] } as const;
    return { to, news: { kind: 'orderShipped', order, carrier, trackingNo } };
  },
  'payment.refunded': async (tx, { payload }) => {
    const moved = payload as RefundMoved;
    const to = { partyId: moved.buyerId, roles: ['purchaser', 'finance'] } as const;
    return { to, news: { kind: 'refunded', ...(await refundNews(tx, moved)) } };
  },
  'payment.refundAbnormal': async (tx, { payload }) => {
    const moved = payload as RefundMoved;
    const to = { partyId: moved.sellerId, roles: ['finance'] } as const;
    return { to, news: { kind: 'refundStuck', ...(await refundNews(tx, moved)) } };
  },
  'afterSales.requested': async (tx, { payload }) => {
    const told = payload as AfterSalesTold;
    const to = { partyId: told.sellerId, roles: ['reviewer'] } as const;
    return { to, news: { kind: 'afterSalesAsked', request: await requestNews(tx, told) } };
  },
  'afterSales.approved': async (tx, { payload }) => {
    const told = payload as AfterSalesTold;
    return decided(told.buyerId, await requestNews(tx, told), 'approved');
  },
  'afterSales.refused': async (tx, { payload }) => {
    const told = payload as AfterSalesTold & { readonly words: string };
    return decided(told.buyerId, await requestNews(tx, told), 'refused', { words: told.words });
  },
  'afterSales.closed': async (tx, { payload }) => {
    const told = payload as AfterSalesClosed;
    // Who withdrew it knows, and what lapsed nobody sent.
    if (told.state !== 'closed') return null;
    return decided(told.buyerId, await requestNews(tx, told), 'closed', { grantedFen: told.grantedFen });
  },
  'report.made': async (_, { payload }) => {
    const { fileId, partyId, userId, name, from, to, problem } = payload as ReportMade;
    const news = { kind: 'reportMade', fileId, name, from, to, isMade: problem === '' } as const;
    return { to: { partyId, userId }, news };
  },
};

const ordering = (partyId: string): Hearers => ({ partyId, roles: ['purchaser'] });

const decided = (
  buyerId: string,
  request: AfterSalesNews,
  decision: 'approved' | 'refused' | 'closed',
  { words = '', grantedFen = 0 } = {},
): Telling => ({
  to: ordering(buyerId),
  news: { kind: 'afterSalesDecided', request, decision, words, grantedFen },
});

const namesOf = async (tx: Tx, ids: readonly string[]) => {
  const parties = await loadParties(tx, ids);
  return (id: string) => parties.get(id)?.name ?? '';
};

async function orderNews(tx: Tx, orderId: string): Promise<OrderNews | null> {
  const order = (await loadToldOrders(tx, [orderId])).get(orderId);
  if (!order) return null;
  const nameOf = await namesOf(tx, [order.sellerId]);
  return { ...order, sellerName: nameOf(order.sellerId) };
}

async function refundNews(tx: Tx, { refundId, amountFen, orderId, sellerId, buyerId }: RefundMoved) {
  const nameOf = await namesOf(tx, [sellerId, buyerId]);
  const order = orderId === null ? null : await orderNews(tx, orderId);
  return { refundId, amountFen, order, sellerName: nameOf(sellerId), buyerName: nameOf(buyerId) };
}

async function requestNews(tx: Tx, told: AfterSalesTold): Promise<AfterSalesNews> {
  const { requestId, number, kind, sellerId, buyerId } = told;
  const nameOf = await namesOf(tx, [sellerId, buyerId]);
  return { requestId, number, kind, sellerName: nameOf(sellerId), buyerName: nameOf(buyerId) };
}

/** Tells people what has happened, in the transaction that remembers the event. */
export const messageConsumer = (parts: TellParts): Consumer => ({
  name: 'messages.tell',
  events: Object.keys(tellings),
  async handle(tx, event) {
    const telling = await tellings[event.name]?.(tx, event);
    if (!telling) return;
    const { to, news } = telling;
    const said = { eventId: event.id, at: event.at };
    await ('userId' in to ? tellUsers(tx, parts, said, [to], news) : tellParty(tx, parts, said, to, news));
  },
});
