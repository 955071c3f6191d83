import {
  type Caller,
  type Fen,
  type Instant,
  type JobDefinition,
  type Platform,
  rehearse,
} from '../platform';
import { acceptable } from './audit-policy-service';
import { decideHeld } from './decide-held-service';
import { eachDue } from './each-due';
import { endOrder } from './end-order-service';
import {
  addTrail,
  assertAllowed,
  assertRevision,
  lockOrder,
  onceOnOrder,
  type OrderCommand,
  system,
} from './locked-order-service';
import type { Finding, Order } from './model';
import { giveBack } from './redecide-service';
import { orderStore } from './store';

export interface ApprovePreviewInput extends Omit<OrderCommand, 'commandId'> {
  /** The rules that would be overruled. */
  readonly accept: readonly string[];
}

/** What would become of a held order. */
export interface ApprovePreview {
  readonly state: Order['state'];
  readonly findings: readonly Finding[];
  readonly payableFen: Fen;
}

export function reviewService(platform: Platform) {
  const { database, newId, clock, log } = platform;

  return {
    /**
     * Runs every check of a held order again; `accept` names the rules the reviewer overrules. The order
     * is then approved, still held with fresh findings, or rejected by what nobody may overrule.
     * @throws orders.unknown, orders.stateForbids, orders.notYourHold, orders.revisionStale, command.idReused
     */
    approve: (caller: Caller, input: OrderCommand & { accept: readonly string[]; note: string }) =>
      onceOnOrder(platform, caller, 'approve', input, async (tx, { order, lines, holds }) => {
        const accepted = await acceptable(tx, caller, order, input.accept);
        await decideHeld(tx, newId, caller, { order, lines, holds }, { accepted, note: input.note });
      }),

    /**
     * What `approve` would make of an order now, all by itself: the same checks on the same lots and credit, and
     * nothing is written.
     * @throws orders.unknown, orders.stateForbids, orders.notYourHold, orders.revisionStale
     */
    previewApprove: (caller: Caller, input: ApprovePreviewInput): Promise<ApprovePreview> =>
      rehearse(database, async (tx) => {
        const locked = await lockOrder(tx, caller, input.orderId);
        assertAllowed(caller, locked, 'approve');
        assertRevision(locked, input.expectedRevision);
        const accepted = await acceptable(tx, caller, locked.order, input.accept);
        const { findings, payableFen } = await decideHeld(tx, newId, caller, locked, { accepted, note: '' });
        const [order] = await orderStore(tx).orders([locked.order.id]);
        return { state: order?.state ?? locked.order.state, findings, payableFen };
      }),

    /** @throws orders.unknown, orders.stateForbids, orders.notYourHold, orders.revisionStale, command.idReused */
    reject: (caller: Caller, input: OrderCommand & { reason: string }) =>
      onceOnOrder(platform, caller, 'reject', input, (tx, locked) =>
        endOrder(tx, newId, caller, locked, { state: 'rejected', reason: input.reason }),
      ),

    /** Stock and credit come back together. @throws orders.unknown, orders.stateForbids, orders.revisionStale, command.idReused */
    cancel: (caller: Caller, input: OrderCommand & { reason: string }) =>
      onceOnOrder(platform, caller, 'cancel', input, (tx, locked) =>
        endOrder(tx, newId, caller, locked, {
          state: 'cancelled',
          reason: input.reason,
          isGivenUp: caller.partyId === locked.order.buyerId,
        }),
      ),

    /**
     * Takes back what held orders keep beyond their time; they stay held. Answers how many. A replay
     * does it for the seller whose past it plays, on its own clock.
     */
    releaseLapsed: (at: Instant, replayedSellerId: string | null = null): Promise<number> =>
      eachDue(
        log,
        'held order still keeps goods',
        (after, limit) => database.read((tx) => orderStore(tx).lapsed(at, replayedSellerId, after, limit)),
        (id) =>
          database.transaction(async (tx) => {
            const store = orderStore(tx);
            const order = await store.orderLocked(id);
            if (!order || order.reservedUntil === null || order.reservedUntil >= at) return;
            await giveBack(tx, newId, order, await store.lines([id]), system.userId, at);
            await store.changeOrder(order, { heldFen: 0, reservedUntil: null });
            await addTrail(tx, system, id, 'lapsed', at, {});
          }),
      ),

    /** Every few minutes: held orders do not keep goods from others for longer than promised. */
    lapseJob(): JobDefinition {
      return {
        name: 'orders.releaseLapsed',
        every: { ms: 60_000 },
        run: async () => {
          await this.releaseLapsed(clock.now());
        },
      };
    },
  };
}
