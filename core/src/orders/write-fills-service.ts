import { dayOf, emit, groupBy, type Instant, type NewId, type Tx } from '../platform';
import { loadCredit } from '../credit';
import { commitBackOrders, reserveMore } from '../stock';
import { commitmentsOf } from './commitments';
import { orderEvent } from './events';
import type { Fill } from './fill-back-orders';
import { holdCredit } from './hold-credit-service';
import { addTrail, decidedPayload, system } from './locked-order-service';
import type { Order, OrderLine } from './model';
import { splitAgain } from './split-service';
import { orderStore } from './store';

/** Writes what fills give: credit, then lots, lines, parts and what is still owed; and says so. */
export async function writeFills(
  tx: Tx,
  newId: NewId,
  orders: readonly Order[],
  lines: ReadonlyMap<string, readonly OrderLine[]>,
  fills: readonly Fill[],
  at: Instant,
): Promise<void> {
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
}

const heldBy = (fills: readonly Fill[]) => fills.reduce((total, { heldFen }) => total + heldFen, 0);
