import { emit, type Fen, type NewId, type Tx } from '../platform';
import { givePromotionsBack } from '../promotions';
import { orderEvent } from './events';
import { returnFlash } from './flash-return-service';
import { addTrail, decidedPayload, type LockedOrder } from './locked-order-service';
import { forfeitDeposit } from './steps/forfeit-service';
import { cleared, type Deciding, giveBack } from './redecide-service';
import { orderStore } from './store';

/** How an order ends. */
export interface Ending {
  readonly state: 'rejected' | 'cancelled';
  readonly reason: string;
  /** True when its buyer gives it up: a deposit that is agreed to be kept is forfeited. */
  readonly isGivenUp?: boolean;
}

interface Closing extends Pick<Ending, 'state' | 'reason'> {
  readonly forfeitedFen?: Fen;
}

/** Ends an order that has not been shipped: stock, credit, promotions and flash goods come back together. */
export async function endOrder(
  tx: Tx,
  newId: NewId,
  actor: Deciding,
  { order, lines, holds }: Pick<LockedOrder, 'order' | 'lines' | 'holds'>,
  { state, reason, isGivenUp = false }: Ending,
): Promise<void> {
  const { at } = actor;
  const reserved = new Map(lines.map((line) => [line.lineNo, line.reserved]));
  await returnFlash(tx, newId, { orderId: order.id, at }, (no) => reserved.get(no) ?? 0);
  await giveBack(tx, newId, order, lines, actor.userId, at);
  const forfeitedFen = isGivenUp ? await forfeitDeposit(tx, newId, order, { actorId: actor.userId, at }) : 0;
  await closeOrder(tx, newId, actor, { order, holds }, { state, reason, forfeitedFen });
}

/** Ends an order that has given back its goods and credit already, and tells so. */
export async function closeOrder(
  tx: Tx,
  newId: NewId,
  actor: Deciding,
  { order, holds }: Pick<LockedOrder, 'order' | 'holds'>,
  { state, reason, forfeitedFen = 0 }: Closing,
): Promise<void> {
  const { at } = actor;
  const store = orderStore(tx);
  await givePromotionsBack(tx, order.id);
  const nothing = { heldFen: 0, reservedUntil: null, backOrderedAt: null, stepDueAt: null };
  await store.changeOrder(order, { state, ...nothing, forfeitedFen });
  await store.replaceHolds(
    order.id,
    holds.map((hold) => cleared(hold, actor)),
  );
  await addTrail(tx, actor, order.id, state, at, { reason, ...(forfeitedFen > 0 ? { forfeitedFen } : {}) });
  await emit(tx, [orderEvent(newId(), `order.${state}`, at, decidedPayload(order, reason))]);
}
