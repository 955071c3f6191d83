import { type Caller, type Instant, keyBy, type NewId, type Tx } from '../platform';
import { accountKey, fitPrepaid, giveBackReleases, loadAccounts, postCredit } from '../credit';
import { takePromotions } from '../promotions';
import { commitBackOrders, releaseOrders } from '../stock';
import { returnPermits } from '../territory';
import { composeHolds, composeLines, composeParts, reservedUntil } from './compose-order';
import type { Decision } from './decision';
import { decisionStore } from './decision-store';
import type { Hold, Order, OrderLine } from './model';
import { orderStore } from './store';
import { takeForOrders } from './take-service';

/** Who decides anew, and when: a person, or the house itself. */
export type Deciding = Pick<Caller, 'userId' | 'userName' | 'at'>;

/** Gives back what an order took. Credit before lots: every path locks in that order. */
export async function giveBack(
  tx: Tx,
  newId: NewId,
  order: Order,
  lines: readonly OrderLine[],
  actorId: string,
  at: Instant,
): Promise<void> {
  const accounts = await loadAccounts(tx, [order.buyerId], [order.sellerId], true);
  const account = accounts.get(accountKey(order.buyerId, order.sellerId));
  if (account && order.heldFen > 0) {
    const document = { documentKind: 'order', documentId: order.id, actorId, at } as const;
    const change = { heldFen: -order.heldFen };
    await postCredit(tx, newId, [{ accountId: account.id, kind: 'release', change, ...document }], {
      withinLimit: false,
    });
    await fitPrepaid(tx, newId, { account, orderId: order.id, standsForFen: 0, actorId, at });
  }
  await giveBackReleases(tx, newId, [order.id], { actorId, at });
  await releaseOrders(tx, [order.id]);
  await returnPermits(tx, [order.id]);
  await commitBackOrders(tx, [order.id], []);
  await orderStore(tx).changeLines(lines.map((line) => ({ ...line, reserved: 0, backOrdered: 0 })));
}

/**
 * Writes what a stored order was decided to be, after `giveBack`: credit, lots, lines and holds anew.
 * Nothing of it has shipped. `more` is what the command itself changes of the order.
 */
export async function writeDecision(
  tx: Tx,
  newId: NewId,
  actor: Deciding,
  { order, holds }: { readonly order: Order; readonly holds: readonly Hold[] },
  decision: Decision,
  more: Parameters<ReturnType<typeof orderStore>['changeOrder']>[1] = {},
): Promise<void> {
  const store = orderStore(tx);
  await takeForOrders(tx, newId, [{ decision, actorId: actor.userId }]);
  await takePromotions(tx, decision.verdict === 'rejected' ? [] : decision.promotionTakes);
  const lines = composeLines(decision);
  await store.replaceLines(order.id, lines);
  const { parts, partLines } = composeParts(decision);
  await decisionStore(tx).replaceParts(order.id, parts, partLines);
  await store.changeOrder(order, {
    state: decision.verdict,
    findings: decision.findings,
    goodsFen: decision.goodsFen,
    freightFen: decision.freightFen,
    freightDueFen: decision.freightFen,
    freight: decision.freight,
    steps: decision.steps,
    stepDueAt: decision.stepDueAt,
    payableFen: decision.payableFen,
    heldFen: decision.heldFen,
    reservedUntil: reservedUntil(decision),
    policyVersion: decision.policyVersion,
    waitsForFull: decision.waitsForFull,
    backOrderedAt: lines.some(({ backOrdered }) => backOrdered > 0)
      ? (order.backOrderedAt ?? actor.at)
      : null,
    ...more,
  });
  await store.replaceHolds(order.id, renewHolds(holds, decision, actor));
}

/** A hold that is over, and who ended it. */
export const cleared = (hold: Hold, actor: Deciding): Hold =>
  hold.status === 'open'
    ? { ...hold, status: 'cleared', clearedBy: actor.userName, clearedAt: actor.at }
    : hold;

/** Holds that the new decision opened again stay open as they were; the others are cleared. */
function renewHolds(before: readonly Hold[], decision: Decision, actor: Deciding): readonly Hold[] {
  const open = keyBy(composeHolds(decision), ({ kind }) => kind);
  const kept = before.map((hold) => {
    const again = open.get(hold.kind);
    open.delete(hold.kind);
    if (!again) return cleared(hold, actor);
    // A step of a pre-order has a time of its own.
    if (decision.stepDueAt !== null && hold.status === 'open') return { ...hold, dueAt: again.dueAt };
    return hold.status === 'open' ? hold : again;
  });
  return [...kept, ...open.values()];
}
