import { emit, type NewId, type Tx } from '../platform';
import { givePromotionsBack } from '../promotions';
import { orderEvent } from './events';
import { returnFlash } from './flash-return-service';
import { addTrail, decidedPayload, type LockedOrder } from './locked-order-service';
import { cleared, type Deciding, giveBack } from './redecide-service';
import { orderStore } from './store';

/** Ends an order that has not been shipped: stock, credit, promotions and flash goods come back together. */
export async function endOrder(
  tx: Tx,
  newId: NewId,
  actor: Deciding,
  { order, lines, holds }: Pick<LockedOrder, 'order' | 'lines' | 'holds'>,
  { state, reason }: { readonly state: 'rejected' | 'cancelled'; readonly reason: string },
): Promise<void> {
  const { at } = actor;
  const reserved = new Map(lines.map((line) => [line.lineNo, line.reserved]));
  await returnFlash(tx, newId, { orderId: order.id, at }, (no) => reserved.get(no) ?? 0);
  await giveBack(tx, newId, order, lines, actor.userId, at);
  await closeOrder(tx, newId, actor, { order, holds }, { state, reason });
}

/** Ends an order that has given back its goods and credit already, and tells so. */
export async function closeOrder(
  tx: Tx,
  newId: NewId,
  actor: Deciding,
  { order, holds }: Pick<LockedOrder, 'order' | 'holds'>,
  { state, reason }: { readonly state: 'rejected' | 'cancelled'; readonly reason: string },
): Promise<void> {
  const { at } = actor;
  const store = orderStore(tx);
  await givePromotionsBack(tx, order.id);
  await store.changeOrder(order, { state, heldFen: 0, reservedUntil: null, backOrderedAt: null });
  await store.replaceHolds(
    order.id,
    holds.map((hold) => cleared(hold, actor)),
  );
  await addTrail(tx, actor, order.id, state, at, { reason });
  await emit(tx, [orderEvent(newId(), `order.${state}`, at, decidedPayload(order, reason))]);
}
