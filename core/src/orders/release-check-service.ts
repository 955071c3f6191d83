import { dayOf, type Instant, Refused, type Tx } from '../platform';
import { caseOf, loadSkus } from '../catalog';
import { loadCredit } from '../credit';
import { mayShip } from '../credit/rules';
import { loadAddresses, loadParties } from '../partners';
import {
  allocate,
  allocateAgeing,
  loadLots,
  loadReservations,
  loadStock,
  type Lot,
  releasePart,
  type Reservation,
  reserveMore,
  wantOf,
} from '../stock';
import { loadTerritory } from '../territory';
import { checkPassage } from '../territory/rules';
import type { Order, OrderLine } from './model';
import { unfitPromises } from './plan-shipment';
import { isAgeingLine } from './take-ageing';

/**
 * Goods must not leave for where they may not go, even when a grant ended after the approval.
 * @throws orders.regionBlocked
 */
export async function assertRegion(
  tx: Tx,
  order: Order,
  lines: readonly OrderLine[],
  at: Instant,
): Promise<void> {
  const blocked = await blockedLines(tx, [{ order, lines }], at);
  const first = lines.find((line) => blocked.has(lineKey(line)));
  if (first) throw new Refused('orders.regionBlocked', first.skuId);
}

export const lineKey = ({ orderId, lineNo }: Pick<OrderLine, 'orderId' | 'lineNo'>) => `${orderId} ${lineNo}`;

/** The lines, by `lineKey`, whose goods may no longer go where their orders go. One load for all orders. */
export async function blockedLines(
  tx: Tx,
  orders: readonly { readonly order: Order; readonly lines: readonly OrderLine[] }[],
  at: Instant,
): Promise<ReadonlySet<string>> {
  const distinct = (values: readonly string[]) => [...new Set(values)];
  const heads = orders.map(({ order }) => order);
  const territory = await loadTerritory(tx, distinct(heads.map(({ sellerId }) => sellerId)));
  const parties = await loadParties(tx, distinct(heads.map(({ buyerId }) => buyerId)));
  const addresses = await loadAddresses(tx, distinct(heads.map(({ addressId }) => addressId)), []);
  const skus = await loadSkus(tx, distinct(orders.flatMap(({ lines }) => lines.map(({ skuId }) => skuId))));
  const blocked = orders.flatMap(({ order, lines }) => {
    const address = addresses.get(order.addressId);
    const townCode = (address?.regionCode === order.regionCode && address.townCode) || null;
    return lines.filter(({ skuId, quantity }) => {
      const sku = skus.get(skuId);
      const answer = checkPassage(territory, {
        sellerId: order.sellerId,
        buyerId: order.buyerId,
        skuId,
        productLine: sku?.productLine ?? '',
        category: sku?.category ?? '',
        regionCode: order.regionCode,
        townCode,
        point: null,
        geocode: 'none',
        channel: parties.get(order.buyerId)?.channel ?? '',
        quantity,
        on: dayOf(at),
        addressId: order.addressId,
      });
      // A permit that this very order used up is not used up for it.
      return answer.answer === 'block' && answer.reason !== 'permitUsedUp';
    });
  });
  return new Set(blocked.map(lineKey));
}

/**
 * 发货前复核: nothing leaves for a buyer whose overdue bills stop shipments, unless somebody released it.
 * @throws credit.accountUnknown, orders.creditStopped
 */
export async function assertCredit(tx: Tx, order: Order, at: Instant): Promise<void> {
  const { buyerId, sellerId } = order;
  const on = dayOf(at);
  const facts = await loadCredit(tx, { buyerIds: [buyerId], sellerIds: [sellerId], on, locked: true });
  const answer = mayShip(facts, { buyerId, sellerId, orderId: order.id, amountFen: order.heldFen, on });
  if (answer.answer === 'noAccount') throw new Refused('credit.accountUnknown');
  if (answer.answer === 'stopped') throw new Refused('orders.creditStopped');
}

export interface Promised {
  readonly reservations: readonly Reservation[];
  readonly lots: ReadonlyMap<string, Lot>;
  /** True when promises stand in other lots than before. */
  readonly hasMoved: boolean;
}

/**
 * The promises of an order in lots that may leave today. What was promised of a lot that has been frozen,
 * recalled or has expired since moves to another that suits the buyer.
 * @throws orders.lotUnfit when there is none
 */
export async function fitPromises(
  tx: Tx,
  order: Order,
  lines: readonly OrderLine[],
  at: Instant,
): Promise<Promised> {
  const promised = await promisesOf(tx, order.id);
  const unfit = unfitPromises(promised.reservations, promised.lots, dayOf(at));
  if (unfit.length === 0) return { ...promised, hasMoved: false };
  await releasePart(
    tx,
    unfit.map(({ open, ...promise }) => ({ ...promise, quantity: open })),
  );
  await reserveMore(tx, await otherLots(tx, order, lines, unfit, at));
  return { ...(await promisesOf(tx, order.id)), hasMoved: true };
}

async function promisesOf(tx: Tx, orderId: string): Promise<Omit<Promised, 'hasMoved'>> {
  const reservations = await loadReservations(tx, [orderId]);
  const { lots } = await loadLots(tx, [...new Set(reservations.map(({ lotId }) => lotId))]);
  return { reservations, lots };
}

/** Lots in place of unfit ones. @throws orders.lotUnfit */
async function otherLots(
  tx: Tx,
  order: Order,
  lines: readonly OrderLine[],
  unfit: readonly Reservation[],
  at: Instant,
): Promise<readonly Reservation[]> {
  const asked = lines.flatMap((line) => {
    const quantity = unfit.reduce(
      (total, { lineNo, open }) => (lineNo === line.lineNo ? total + open : total),
      0,
    );
    return quantity > 0 ? [{ line, quantity }] : [];
  });
  const skuIds = asked.map(({ line }) => line.skuId);
  const skus = await loadSkus(tx, skuIds);
  const buyer = (await loadParties(tx, [order.buyerId])).get(order.buyerId);
  const facts = await loadStock(tx, {
    sellerIds: [order.sellerId],
    buyerIds: [order.buyerId],
    skuIds,
    on: dayOf(at),
    locked: true,
  });
  return asked.flatMap(({ line, quantity }) => {
    const sku = skus.get(line.skuId);
    if (!buyer || !sku) throw new Refused('orders.lotUnfit', line.skuId);
    const want = wantOf(facts, {
      orderId: order.id,
      lineNo: line.lineNo,
      sellerId: order.sellerId,
      buyer,
      sku,
      quantity,
      caseFactor: caseOf(sku).factor,
    });
    const ownLots = facts.lots.filter(({ skuId }) => skuId === line.skuId);
    // What the line had of a channel's quota it still has.
    const asked = { ...want, channelLeft: null };
    const { picks, short } = isAgeingLine(line) ? allocateAgeing(ownLots, asked) : allocate(ownLots, asked);
    if (short > 0) throw new Refused('orders.lotUnfit', line.skuId);
    return picks.map((pick) => ({
      orderId: order.id,
      lineNo: line.lineNo,
      lotId: pick.lotId,
      open: pick.quantity,
    }));
  });
}
