import { answerOnce, type Caller, type Instant, type Platform, Refused, type Tx } from '../platform';
import { allowedActions, mayClear, type OrderStanding } from './allowed-actions';
import { concerns } from './browse-service';
import { fulfilStore } from './fulfil-store';
import type { Claim } from './fulfilment';
import type { Hold, Order, OrderAction, OrderEventKind, OrderLine, ShipmentLine } from './model';
import { orderStore } from './store';

export interface OrderCommand {
  readonly orderId: string;
  readonly commandId: string;
  /** The version the caller has seen; another one refuses the command. */
  readonly expectedRevision?: number | undefined;
}

/** An order as a command finds it, its row locked. */
export interface LockedOrder extends OrderStanding {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly holds: readonly Hold[];
  readonly shipmentLines: readonly ShipmentLine[];
  readonly claims: readonly Claim[];
}

/** Locks an order a caller may see. @throws orders.unknown */
export async function lockOrder(tx: Tx, caller: Caller, orderId: string): Promise<LockedOrder> {
  const locked = await lockForSystem(tx, orderId);
  if (!concerns(caller, locked.order)) throw new Refused('orders.unknown');
  return locked;
}

/** The same for a look at an order: nothing is locked, so nothing may be written by it. @throws orders.unknown */
export async function readOrder(tx: Tx, caller: Caller, orderId: string): Promise<LockedOrder> {
  const [order] = await orderStore(tx).orders([orderId]);
  if (!order || !concerns(caller, order)) throw new Refused('orders.unknown');
  return standingOf(tx, order);
}

/** Locks an order for what the house does by itself. @throws orders.unknown */
export async function lockForSystem(tx: Tx, orderId: string): Promise<LockedOrder> {
  const order = await orderStore(tx).orderLocked(orderId);
  if (!order) throw new Refused('orders.unknown');
  return standingOf(tx, order);
}

async function standingOf(tx: Tx, order: Order): Promise<LockedOrder> {
  const store = orderStore(tx);
  const { id: orderId } = order;
  const lines = await store.lines([orderId]);
  return {
    order,
    lines,
    holds: await store.holds([orderId]),
    reserved: lines.reduce((total, line) => total + line.reserved, 0),
    backOrdered: lines.reduce((total, line) => total + line.backOrdered, 0),
    shipmentLines: await store.shipmentLines(orderId),
    claims: await fulfilStore(tx).claims([orderId]),
  };
}

/** @throws orders.notYourHold, orders.waitsForFull, orders.stateForbids */
export function assertAllowed(caller: Caller, locked: LockedOrder, action: OrderAction): void {
  if (allowedActions(caller, locked).includes(action)) return;
  const isDecision = action === 'approve' || action === 'reject';
  if (isDecision && locked.order.state === 'held' && !mayClear(caller, locked.holds)) {
    throw new Refused('orders.notYourHold');
  }
  const waits = locked.order.waitsForFull && locked.backOrdered > 0;
  if (action === 'ship' && waits && caller.partyId === locked.order.sellerId) {
    throw new Refused('orders.waitsForFull');
  }
  throw new Refused('orders.stateForbids');
}

/** Two people at one order: who has not seen its latest version changes nothing. @throws orders.revisionStale */
export function assertRevision({ order }: LockedOrder, expectedRevision: number | undefined): void {
  if (expectedRevision !== undefined && expectedRevision !== order.revision) {
    throw new Refused('orders.revisionStale', String(order.revision));
  }
}

/** Runs a command on a locked order, once per command id. */
export async function onceOnOrder<Input extends OrderCommand>(
  { database, outbox }: Pick<Platform, 'database' | 'outbox'>,
  caller: Caller,
  action: OrderAction,
  input: Input,
  work: (tx: Tx, locked: LockedOrder) => Promise<void>,
): Promise<void> {
  await database.transaction(async (tx) => {
    const locked = await lockOrder(tx, caller, input.orderId);
    const command = {
      commandId: input.commandId,
      partyId: caller.partyId,
      kind: `orders.${action}`,
      input,
      at: caller.at,
    };
    await answerOnce(tx, command, async () => {
      assertAllowed(caller, locked, action);
      assertRevision(locked, input.expectedRevision);
      await work(tx, locked);
      return {};
    });
  });
  outbox.poke();
}

/** Who acts when nobody does. */
export const system = { userId: 'system', userName: '系统' };

/** Writes a step of an order's trail. */
export const addTrail = (
  tx: Tx,
  actor: Pick<Caller, 'userId' | 'userName'>,
  orderId: string,
  kind: OrderEventKind,
  at: Instant,
  detail: object,
) =>
  orderStore(tx).addEvent({
    orderId,
    kind,
    actorId: actor.userId,
    actorName: actor.userName,
    detail: { ...detail },
    at,
  });

/** What an event says of an order that was decided. */
export const decidedPayload = ({ id, number, sellerId, buyerId }: Order, reason: string) => ({
  orderId: id,
  number,
  sellerId,
  buyerId,
  reason,
});
