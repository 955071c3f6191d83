import { type Caller, emit, type Instant, type JobDefinition, type Platform, type Tx } from '../platform';
import { givePromotionsBack } from '../promotions';
import { decideStored } from './decide-stored-service';
import { orderEvent } from './events';
import { returnFlash } from './flash-return-service';
import { acceptable } from './audit-policy-service';
import {
  addTrail,
  decidedPayload,
  type LockedOrder,
  onceOnOrder,
  type OrderCommand,
  system,
} from './locked-order-service';
import { cleared, giveBack, writeDecision } from './redecide-service';
import { orderStore } from './store';

export function reviewService(platform: Platform) {
  const { database, newId, clock } = platform;

  /** Ends an order that has not been shipped. */
  const end = async (
    tx: Tx,
    caller: Caller,
    { order, lines, holds }: LockedOrder,
    state: 'rejected' | 'cancelled',
    reason: string,
  ) => {
    const store = orderStore(tx);
    const reserved = new Map(lines.map((line) => [line.lineNo, line.reserved]));
    await returnFlash(tx, newId, { orderId: order.id, at: caller.at }, (no) => reserved.get(no) ?? 0);
    await giveBack(tx, newId, order, lines, caller.userId, caller.at);
    await givePromotionsBack(tx, order.id);
    await store.changeOrder(order, { state, heldFen: 0, reservedUntil: null, backOrderedAt: null });
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
     * @throws orders.unknown, orders.stateForbids, orders.notYourHold, orders.revisionStale, command.idReused
     */
    approve: (caller: Caller, input: OrderCommand & { accept: readonly string[]; note: string }) =>
      onceOnOrder(platform, caller, 'approve', input, async (tx, { order, lines, holds }) => {
        const accepted = await acceptable(tx, caller, order, input.accept);
        await giveBack(tx, newId, order, lines, caller.userId, caller.at);
        const again = { order, lines, accepted, repriced: false, promoted: null, at: caller.at };
        const decision = await decideStored(tx, again);
        if (decision.verdict === 'rejected') await givePromotionsBack(tx, order.id);
        await writeDecision(tx, newId, caller, { order, holds }, decision);
        const kind = decision.verdict === 'held' ? 'reviewed' : decision.verdict;
        await addTrail(tx, caller, order.id, kind, caller.at, { accept: accepted, note: input.note });
        if (decision.verdict !== 'held') {
          const payload = decidedPayload(order, input.note);
          await emit(tx, [orderEvent(newId(), `order.${decision.verdict}`, caller.at, payload)]);
        }
      }),

    /** @throws orders.unknown, orders.stateForbids, orders.notYourHold, orders.revisionStale, command.idReused */
    reject: (caller: Caller, input: OrderCommand & { reason: string }) =>
      onceOnOrder(platform, caller, 'reject', input, (tx, locked) =>
        end(tx, caller, locked, 'rejected', input.reason),
      ),

    /** Stock and credit come back together. @throws orders.unknown, orders.stateForbids, orders.revisionStale, command.idReused */
    cancel: (caller: Caller, input: OrderCommand & { reason: string }) =>
      onceOnOrder(platform, caller, 'cancel', input, (tx, locked) =>
        end(tx, caller, locked, 'cancelled', input.reason),
      ),

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
          await giveBack(tx, newId, order, await store.lines([id]), system.userId, at);
          await store.changeOrder(order, { heldFen: 0, reservedUntil: null });
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
