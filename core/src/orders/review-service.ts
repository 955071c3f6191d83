import {
  answerOnce,
  type Caller,
  dayOf,
  emit,
  type Instant,
  type JobDefinition,
  keyBy,
  type Platform,
  Refused,
  type Tx,
} from '../platform';
import { accountKey, loadAccounts, postCredit } from '../credit';
import type { Party } from '../partners';
import { releaseOrders, reserveLots } from '../stock';
import { allowedActions, mayClear, type OrderStanding } from './allowed-actions';
import { balancesOf } from './balances';
import { concerns } from './browse-service';
import { composeHoldPosting, composeHolds, composeLines, reservedUntil } from './compose-order';
import { decideOrder } from './decide-order';
import type { Decision } from './decision';
import { orderEvent } from './events';
import { mayAccept } from './holds';
import type { OrderRequest } from './facts';
import { loadFacts } from './load-facts-service';
import type { Hold, Order, OrderAction, OrderEventKind, OrderLine, Rule } from './model';
import { orderStore } from './store';

export interface OrderCommand {
  readonly orderId: string;
  readonly commandId: string;
}

/** An order as a command finds it, its row locked. */
export interface LockedOrder extends OrderStanding {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly holds: readonly Hold[];
}

/** Locks an order a caller may see. @throws orders.unknown */
export async function lockOrder(tx: Tx, caller: Caller, orderId: string): Promise<LockedOrder> {
  const store = orderStore(tx);
  const order = await store.orderLocked(orderId);
  if (!order || !concerns(caller, order)) throw new Refused('orders.unknown');
  const lines = await store.lines([orderId]);
  return {
    order,
    lines,
    holds: await store.holds([orderId]),
    reserved: lines.reduce((total, line) => total + line.reserved, 0),
    shipmentLines: await store.shipmentLines(orderId),
  };
}

/** @throws orders.notYourHold, orders.stateForbids */
export function assertAllowed(caller: Caller, locked: LockedOrder, action: OrderAction): void {
  if (allowedActions(caller, locked).includes(action)) return;
  const isDecision = action === 'approve' || action === 'reject';
  if (isDecision && locked.order.state === 'held' && !mayClear(caller, locked.holds)) {
    throw new Refused('orders.notYourHold');
  }
  throw new Refused('orders.stateForbids');
}

export function reviewService({ database, newId, outbox, clock }: Platform) {
  const commandOf = (caller: Caller, kind: string, input: OrderCommand) => ({
    commandId: input.commandId,
    partyId: caller.partyId,
    kind,
    input,
    at: caller.at,
  });

  /** Runs a command on a locked order, once per command id. */
  const once = async (
    caller: Caller,
    action: 'approve' | 'reject' | 'cancel',
    input: OrderCommand,
    work: (tx: Tx, locked: LockedOrder) => Promise<void>,
  ) => {
    await database.transaction(async (tx) => {
      const locked = await lockOrder(tx, caller, input.orderId);
      await answerOnce(tx, commandOf(caller, `orders.${action}`, input), async () => {
        assertAllowed(caller, locked, action);
        await work(tx, locked);
        return {};
      });
    });
    outbox.poke();
  };

  const addTrail = (
    tx: Tx,
    caller: Pick<Caller, 'userId' | 'userName'>,
    orderId: string,
    kind: OrderEventKind,
    at: Instant,
    detail: object,
  ) =>
    orderStore(tx).addEvent({
      orderId,
      kind,
      actorId: caller.userId,
      actorName: caller.userName,
      detail: { ...detail },
      at,
    });

  /** Gives back what an order took. Credit before lots: every path locks in that order. */
  const giveBack = async (
    tx: Tx,
    order: Order,
    lines: readonly OrderLine[],
    actorId: string,
    at: Instant,
  ) => {
    const account = (await loadAccounts(tx, [order.buyerId], [order.sellerId], true)).get(
      accountKey(order.buyerId, order.sellerId),
    );
    if (account && order.heldFen > 0) {
      const document = { documentKind: 'order', documentId: order.id, actorId, at } as const;
      const change = { heldFen: -order.heldFen };
      await postCredit(tx, newId, [{ accountId: account.id, kind: 'release', change, ...document }], {
        withinLimit: false,
      });
    }
    await releaseOrders(tx, [order.id]);
    await orderStore(tx).changeLines(lines.map((line) => ({ ...line, reserved: 0 })));
  };

  /** Ends an order that has not been shipped. */
  const end = async (
    tx: Tx,
    caller: Caller,
    { order, lines, holds }: LockedOrder,
    state: 'rejected' | 'cancelled',
    reason: string,
  ) => {
    const store = orderStore(tx);
    await giveBack(tx, order, lines, caller.userId, caller.at);
    await store.changeOrder(order, { ...order, state, heldFen: 0, reservedUntil: null });
    await store.replaceHolds(
      order.id,
      holds.map((hold) => cleared(hold, caller)),
    );
    await addTrail(tx, caller, order.id, state, caller.at, { reason });
    await emit(tx, [orderEvent(newId(), `order.${state}`, caller.at, decidedPayload(order, reason))]);
  };

  return {
    /**
     * Runs every check of a held order again; `accept` names the rules the reviewer overrules. The order
     * is then approved, still held with fresh findings, or rejected by what nobody may overrule.
     * @throws orders.unknown, orders.stateForbids, orders.notYourHold, command.idReused
     */
    approve: (caller: Caller, input: OrderCommand & { accept: readonly string[]; note: string }) =>
      once(caller, 'approve', input, async (tx, { order, lines, holds }) => {
        const store = orderStore(tx);
        const accepted = input.accept.filter((rule) => mayAccept(rule, caller.partyKind === 'hq'));
        await giveBack(tx, order, lines, caller.userId, caller.at);
        const decision = await decideAgain(tx, order, lines, accepted, caller.at);
        const isOverLimit = decision.findings.some(({ rule }) => rule === 'credit.over');
        await postCredit(tx, newId, composeHoldPosting(decision, caller.userId), {
          withinLimit: !isOverLimit,
        });
        await reserveLots(tx, decision.reservations);
        await store.changeLines(composeLines(decision));
        await store.changeOrder(order, {
          state: decision.verdict,
          findings: decision.findings,
          payableFen: decision.payableFen,
          heldFen: decision.heldFen,
          reservedUntil: reservedUntil(decision),
        });
        await store.replaceHolds(order.id, renewHolds(holds, decision, caller));
        const kind = decision.verdict === 'held' ? 'reviewed' : decision.verdict;
        await addTrail(tx, caller, order.id, kind, caller.at, { accept: accepted, note: input.note });
        if (decision.verdict !== 'held') {
          const payload = decidedPayload(order, input.note);
          await emit(tx, [orderEvent(newId(), `order.${decision.verdict}`, caller.at, payload)]);
        }
      }),

    /** @throws orders.unknown, orders.stateForbids, orders.notYourHold, command.idReused */
    reject: (caller: Caller, input: OrderCommand & { reason: string }) =>
      once(caller, 'reject', input, (tx, locked) => end(tx, caller, locked, 'rejected', input.reason)),

    /** Stock and credit come back together. @throws orders.unknown, orders.stateForbids, command.idReused */
    cancel: (caller: Caller, input: OrderCommand & { reason: string }) =>
      once(caller, 'cancel', input, (tx, locked) => end(tx, caller, locked, 'cancelled', input.reason)),

    /**
     * Takes back what held orders keep beyond their time; they stay held. Answers how many. A replay
     * does it for the seller whose past it plays, on its own clock.
     */
    async releaseLapsed(at: Instant, replayedSellerId: string | null = null): Promise<number> {
      const lapsed = await database.read((tx) => orderStore(tx).lapsed(at, replayedSellerId, lapsedTogether));
      for (const { id } of lapsed) {
        await database.transaction(async (tx) => {
          const store = orderStore(tx);
          const order = await store.orderLocked(id);
          if (!order || order.reservedUntil === null || order.reservedUntil >= at) return;
          await giveBack(tx, order, await store.lines([id]), system.userId, at);
          await store.changeOrder(order, { ...order, heldFen: 0, reservedUntil: null });
          await addTrail(tx, system, id, 'lapsed', at, {});
        });
      }
      return lapsed.length;
    },

    /** Every few minutes: held orders do not keep goods from others for longer than promised. */
    lapseJob(): JobDefinition {
      return {
        name: 'orders.releaseLapsed',
        every: { ms: 60_000 },
        run: async () => {
          while ((await this.releaseLapsed(clock.now())) === lapsedTogether);
        },
      };
    },
  };
}

const lapsedTogether = 100;
const system = { userId: 'system', userName: '系统' };

/** Decides a stored order anew, at its agreed prices, as of now. */
async function decideAgain(
  tx: Tx,
  order: Order,
  lines: readonly OrderLine[],
  accept: readonly Rule[],
  at: Instant,
): Promise<Decision> {
  const facts = await loadFacts(tx, {
    buyerIds: [order.buyerId],
    addressIds: [],
    skuIds: lines.map(({ skuId }) => skuId),
    sellerIds: [order.sellerId],
    on: dayOf(at),
    locked: true,
  });
  const request: OrderRequest = {
    orderId: order.id,
    buyer: facts.parties.get(order.buyerId) as Party,
    seller: facts.parties.get(order.sellerId) as Party,
    shipTo: {
      id: order.addressId,
      receiver: order.receiver,
      phone: order.phone,
      regionCode: order.regionCode,
      detail: order.addressDetail,
    },
    lines: lines.map(({ lineNo, skuId, quantity, unitPriceE4, priceListId }) => ({
      lineNo,
      skuId,
      quantity,
      agreed: { unitPriceE4, priceListId },
    })),
    accepted: new Set(accept),
    at,
  };
  return decideOrder(facts, balancesOf(facts), request);
}

const cleared = (hold: Hold, caller: Caller): Hold =>
  hold.status === 'open'
    ? { ...hold, status: 'cleared', clearedBy: caller.userName, clearedAt: caller.at }
    : hold;

/** Holds that the new decision opened again stay open as they were; the others are cleared. */
function renewHolds(before: readonly Hold[], decision: Decision, caller: Caller): readonly Hold[] {
  const open = keyBy(composeHolds(decision), ({ kind }) => kind);
  const kept = before.map((hold) => {
    const again = open.get(hold.kind);
    open.delete(hold.kind);
    if (!again) return cleared(hold, caller);
    return hold.status === 'open' ? hold : again;
  });
  return [...kept, ...open.values()];
}

const decidedPayload = ({ id, number, sellerId, buyerId }: Order, reason: string) => ({
  orderId: id,
  number,
  sellerId,
  buyerId,
  reason,
});
