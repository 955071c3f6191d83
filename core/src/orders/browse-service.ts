import { type Caller, keyBy, pageOf, type Platform, readCursor, Refused, type Tx } from '../platform';
import { findParties, loadParties } from '../partners';
import { loadApplied } from '../promotions';
import { byExpiry, loadLots, loadReservations, type Lot, type Reservation } from '../stock';
import { type Assessment, loadAssessment } from '../risk';
import { browseStore, type OrderFilter, type PlacedFilter } from './browse-store';
import { tellCount } from './count-orders';
import { fulfilStore } from './fulfil-store';
import { decisionStore } from './decision-store';
import type { Order, OrderDetail, OrderState, OrderSummary } from './model';
import { partLinesOf } from './part-lines';
import { orderStore } from './store';

/** Buyers whose orders are looked up one buyer at a time. More of them order so often that walking back in time is short. */
const buyersTogether = 100;

export interface OrderQuery {
  readonly side: 'buyer' | 'seller' | 'all';
  readonly state?: OrderState | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** True when a caller may see an order: its two parties and HQ may. */
export const concerns = (caller: Pick<Caller, 'partyId' | 'partyKind'>, order: Order) =>
  caller.partyKind === 'hq' || caller.partyId === order.sellerId || caller.partyId === order.buyerId;

/** Everything about one order, in the transaction at hand. @throws orders.unknown */
export async function loadDetail(tx: Tx, caller: Caller, orderId: string): Promise<OrderDetail> {
  const store = orderStore(tx);
  const [order] = await store.orders([orderId]);
  if (!order || !concerns(caller, order)) throw new Refused('orders.unknown');
  const parties = await loadParties(tx, [order.sellerId, order.buyerId]);
  const reservations = await loadReservations(tx, [orderId]);
  const { lots } = await loadLots(tx, [...new Set(reservations.map(({ lotId }) => lotId))]);
  const lines = await store.lines([orderId]);
  const parts = await decisionStore(tx).parts([orderId]);
  return {
    order,
    sellerName: parties.get(order.sellerId)?.name ?? '',
    buyerName: parties.get(order.buyerId)?.name ?? '',
    sellerKind: parties.get(order.sellerId)?.kind ?? 'distributor',
    lines,
    holds: await store.holds([orderId]),
    promised: inPickingOrder(reservations, lots).flatMap(({ lineNo, lotId, open }) => {
      const lot = lots.get(lotId);
      return lot
        ? [
            {
              lineNo,
              lotNo: lot.lotNo,
              expiresOn: lot.expiresOn,
              quantity: open,
              warehouseId: lot.warehouseId,
            },
          ]
        : [];
    }),
    parts,
    partLines: partLinesOf(parts, await decisionStore(tx).keptPartLines([orderId]), lines),
    shipments: await store.shipments(orderId),
    shipmentLines: await store.shipmentLines(orderId),
    trail: await store.events(orderId),
    claims: await fulfilStore(tx).claims([orderId]),
    revisions: await fulfilStore(tx).revisions(orderId),
    promotions: await loadApplied(tx, [orderId]),
  };
}

/** Line by line, first to expire first: the order in which the lots were promised. */
function inPickingOrder(reservations: readonly Reservation[], lots: ReadonlyMap<string, Lot>) {
  return [...reservations].sort((left, right) => {
    const [one, other] = [lots.get(left.lotId), lots.get(right.lotId)];
    return left.lineNo - right.lineNo || (one && other ? byExpiry(one, other) : 0);
  });
}

/** Orders as lists show them. */
async function summarise(tx: Tx, orders: readonly Order[]): Promise<readonly OrderSummary[]> {
  const store = orderStore(tx);
  const ids = orders.map(({ id }) => id);
  const parties = await loadParties(tx, [
    ...new Set(orders.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId])),
  ]);
  const heads = keyBy(await store.lineHeads(ids), ({ orderId }) => orderId);
  const holds = await store.holds(ids);
  return orders.map((order) => ({
    order,
    sellerName: parties.get(order.sellerId)?.name ?? '',
    buyerName: parties.get(order.buyerId)?.name ?? '',
    lineCount: heads.get(order.id)?.lineCount ?? 0,
    firstSkuName: heads.get(order.id)?.firstSkuName ?? '',
    openHolds: holds.filter(({ orderId, status }) => orderId === order.id && status === 'open'),
  }));
}

/** Orders by when they were placed and what they have in common, newest first. Who may see them is the caller's affair. */
export const loadPlaced = async (tx: Tx, filter: PlacedFilter): Promise<readonly OrderSummary[]> =>
  summarise(tx, await browseStore(tx).pagePlaced(filter));

export function browseService({ database }: Platform) {
  /** Only HQ sees the whole channel; anyone else who asks for all of it sees what was placed with them. */
  const sideOf = (caller: Caller, side: OrderQuery['side']) =>
    side === 'all' && caller.partyKind !== 'hq' ? 'seller' : side;

  /** Orders of the number that was typed, and of the customers whose names hold what was typed. */
  const search = async (tx: Tx, filter: OrderFilter, q: string) => {
    const buyerIds = await findParties(tx, {
      words: q,
      amongId: filter.side === 'buyer' ? filter.partyId : null,
      limit: buyersTogether + 1,
    });
    const number = q.toUpperCase();
    const store = browseStore(tx);
    return buyerIds.length > buyersTogether
      ? store.pageOfNamed(filter, number, q)
      : store.pageOfBuyers(filter, number, buyerIds);
  };

  return {
    /** Newest first. */
    list: (caller: Caller, query: OrderQuery) =>
      database.read(async (tx) => {
        const filter = {
          side: sideOf(caller, query.side),
          partyId: caller.partyId,
          state: query.state ?? null,
          after: query.cursor ? readCursor(query.cursor, 'number', 'string') : null,
          limit: query.limit + 1,
        };
        const found = query.q ? await search(tx, filter, query.q) : await browseStore(tx).page(filter);
        const { items, nextCursor } = pageOf(found, query.limit, ({ placedAt, id }) => [placedAt, id]);
        return { items: await summarise(tx, items), nextCursor };
      }),

    /** Orders by state, counted up to the limit of the state; a state without orders is absent. */
    counts: (caller: Caller, side: OrderQuery['side']) =>
      database.read(async (tx) => {
        const found = await browseStore(tx).counts(sideOf(caller, side), caller.partyId);
        return found
          .filter(({ orderCount }) => orderCount > 0)
          .map(({ state, orderCount }) => tellCount(state, orderCount));
      }),

    /** @throws orders.unknown */
    get: (caller: Caller, orderId: string) => database.read((tx) => loadDetail(tx, caller, orderId)),

    /** What an order scored in shadow: for HQ's eyes only, so null for everyone else. */
    risk: (caller: Caller, orderId: string): Promise<Assessment | null> =>
      caller.partyKind === 'hq' ? database.read((tx) => loadAssessment(tx, orderId)) : Promise.resolve(null),
  };
}
