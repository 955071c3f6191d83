import { dayOf, emit, groupBy, type Instant, type Platform, type Tx } from '../platform';
import { caseOf, loadSkus } from '../catalog';
import { loadCredit } from '../credit';
import { accountKey, assessCredit, roomFen } from '../credit/rules';
import { loadParties } from '../partners';
import { allocate, commitBackOrders, loadFreeLots, loadStock, reserveMore, stockBalancesOf } from '../stock';
import { commitmentsOf } from './commitments';
import { orderEvent } from './events';
import { holdCredit } from './hold-credit-service';
import { type Fill, fillBackOrders, type Waiting } from './fill-back-orders';
import { fulfilStore } from './fulfil-store';
import { worthFen } from './line-worth';
import { addTrail, decidedPayload, system } from './locked-order-service';
import type { Order, OrderLine } from './model';
import { blockedLines, lineKey } from './release-check-service';
import { splitAgain } from './split-service';
import { orderStore } from './store';

/** Lines given goods in one transaction. */
const filledTogether = 500;

/** Gives goods that have come in to the orders that wait for them. */
export function fillService({ database, newId, outbox }: Platform) {
  /** Gives a seller's arrived goods to the lines that wait for them, in one transaction. Answers how many. */
  const fillSeller = (sellerId: string, skuIds: readonly string[], at: Instant) =>
    database.transaction(async (tx) => {
      const store = fulfilStore(tx);
      const queued = await store.waitingFor(sellerId, skuIds, filledTogether);
      const orders = await store.ordersLocked([...new Set(queued.map(({ orderId }) => orderId))]);
      const open = orders.filter(
        ({ state, backOrderedAt }) => backOrderedAt !== null && (state === 'approved' || state === 'picking'),
      );
      const lines = groupBy(await store.linesOf(open.map(({ id }) => id)), ({ orderId }) => orderId);
      const fills = await decideFills(tx, open, lines, new Set(skuIds), at);
      await writeFills(tx, open, lines, fills, at);
      return fills.length;
    });

  const writeFills = async (
    tx: Tx,
    orders: readonly Order[],
    lines: ReadonlyMap<string, readonly OrderLine[]>,
    fills: readonly Fill[],
    at: Instant,
  ) => {
    if (fills.length === 0) return;
    const store = orderStore(tx);
    const byOrder = groupBy(fills, ({ orderId }) => orderId);
    const filled = orders.filter(({ id }) => byOrder.has(id));
    const facts = await loadCredit(tx, {
      buyerIds: [...new Set(filled.map(({ buyerId }) => buyerId))],
      sellerIds: [...new Set(filled.map(({ sellerId }) => sellerId))],
      on: dayOf(at),
      locked: true,
    });
    await holdCredit(
      tx,
      newId,
      facts,
      filled.map((order) => ({ order, heldFen: heldBy(byOrder.get(order.id) ?? []) })),
      at,
    );
    await reserveMore(
      tx,
      fills.flatMap(({ orderId, lineNo, picks }) =>
        picks.map(({ lotId, quantity }) => ({ orderId, lineNo, lotId, open: quantity })),
      ),
    );
    for (const order of filled) {
      const ofOrder = byOrder.get(order.id) ?? [];
      const given = new Map(ofOrder.map(({ lineNo, quantity }) => [lineNo, quantity]));
      const after = (lines.get(order.id) ?? []).map((line) => {
        const quantity = given.get(line.lineNo) ?? 0;
        return { ...line, reserved: line.reserved + quantity, backOrdered: line.backOrdered - quantity };
      });
      await store.changeLines(after);
      await splitAgain(tx, order, after, at);
      await commitBackOrders(tx, [order.id], commitmentsOf(order, after, dayOf(at)));
      const isDone = after.every(({ backOrdered }) => backOrdered === 0);
      await store.changeOrder(order, {
        heldFen: order.heldFen + heldBy(ofOrder),
        backOrderedAt: isDone ? null : order.backOrderedAt,
      });
      const units = ofOrder.reduce((total, { quantity }) => total + quantity, 0);
      await addTrail(tx, system, order.id, 'filled', at, { units, lines: ofOrder.length, isDone });
      const payload = { ...decidedPayload(order, ''), units, isDone };
      await emit(tx, [orderEvent(newId(), 'order.filled', at, payload)]);
    }
  };

  return {
    /** Gives what has come in to the lines that wait. Answers how many lines got something. */
    async fillArrived(at: Instant): Promise<number> {
      const wanted = await database.read(async (tx) => {
        const awaited = await fulfilStore(tx).awaited();
        const sellerIds = [...new Set(awaited.map(({ sellerId }) => sellerId))];
        const skuIds = [...new Set(awaited.map(({ skuId }) => skuId))];
        const lots = awaited.length > 0 ? await loadFreeLots(tx, sellerIds, skuIds, false) : [];
        const there = new Set(lots.map(({ ownerId, skuId }) => `${ownerId} ${skuId}`));
        return groupBy(
          awaited.filter(({ sellerId, skuId }) => there.has(`${sellerId} ${skuId}`)),
          ({ sellerId }) => sellerId,
        );
      });
      let count = 0;
      for (const [sellerId, goods] of wanted) {
        count += await fillSeller(
          sellerId,
          goods.map(({ skuId }) => skuId),
          at,
        );
      }
      if (count > 0) outbox.poke();
      return count;
    },
  };
}

const heldBy = (fills: readonly Fill[]) => fills.reduce((total, { heldFen }) => total + heldFen, 0);

/** Decides which waiting lines get what of the goods that came in: credit and region as they are now. */
async function decideFills(
  tx: Tx,
  orders: readonly Order[],
  linesOf: ReadonlyMap<string, readonly OrderLine[]>,
  skuIds: ReadonlySet<string>,
  at: Instant,
): Promise<readonly Fill[]> {
  const on = dayOf(at);
  const waiting = orders.map((order) => ({
    order,
    lines: (linesOf.get(order.id) ?? []).filter((line) => line.backOrdered > 0 && skuIds.has(line.skuId)),
  }));
  const buyerIds = [...new Set(orders.map(({ buyerId }) => buyerId))];
  const sellerIds = [...new Set(orders.map(({ sellerId }) => sellerId))];
  const credit = await loadCredit(tx, { buyerIds, sellerIds, on, locked: true });
  const blocked = await blockedLines(tx, waiting, at);
  const parties = await loadParties(tx, buyerIds);
  const skus = await loadSkus(tx, [...skuIds]);
  const stock = stockBalancesOf(
    await loadStock(tx, { sellerIds, buyerIds, skuIds: [...skuIds], on, locked: true }),
  );
  const promised = new Map<string, number>();
  const standingOf = ({ buyerId, sellerId }: Pick<Order, 'buyerId' | 'sellerId'>) => {
    const promisedFen = promised.get(accountKey(buyerId, sellerId)) ?? 0;
    return assessCredit(credit, { buyerId, sellerId, amountFen: 0, promisedFen, on });
  };
  const questionOf = (line: Waiting, quantity: number) => {
    const buyer = parties.get(line.buyerId);
    const sku = skus.get(line.skuId);
    if (!buyer || !sku) throw new Error('a back-order of goods or a buyer there is not');
    const { orderId, lineNo, sellerId } = line;
    return { orderId, lineNo, sellerId, buyer, sku, quantity, caseFactor: caseOf(sku).factor };
  };
  const lines = waiting.flatMap(({ order, lines: ofOrder }) => {
    const { answer, locked } = standingOf(order);
    return ofOrder.map((line): Waiting => {
      const from = line.shipped + line.reserved;
      return {
        orderId: order.id,
        lineNo: line.lineNo,
        sellerId: order.sellerId,
        buyerId: order.buyerId,
        skuId: line.skuId,
        backOrdered: line.backOrdered,
        priority: order.priority,
        backOrderedAt: order.backOrderedAt ?? at,
        mayFill: answer !== 'noAccount' && !locked && !blocked.has(lineKey(line)),
        worthFen: (units) => worthFen(line, from, from + units),
      };
    });
  });
  return fillBackOrders(lines, {
    allocate(line, quantity) {
      const want = stock.wantOf(questionOf(line, quantity));
      // An order that was agreed to is not held to its channel's quota a second time.
      return allocate(stock.lotsOf(line.sellerId, line.skuId), { ...want, channelLeft: null }).picks;
    },
    availableFen: (line) => roomFen(standingOf(line)),
    take(line, fill) {
      stock.take(questionOf(line, fill.quantity), fill.picks);
      const key = accountKey(line.buyerId, line.sellerId);
      promised.set(key, (promised.get(key) ?? 0) + fill.heldFen);
    },
  });
}
