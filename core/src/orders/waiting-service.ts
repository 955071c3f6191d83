import { type Caller, groupBy, type Instant, type Tx } from '../platform';
import { decisionStore } from './decision-store';
import { holdScopeOf } from './holds-service';
import type { HoldKind, Order, OrderLine } from './model';
import { orderStore } from './store';

/** Open holds of one kind that a desk must clear. */
export interface HoldCount {
  readonly kind: HoldKind;
  readonly open: number;
  readonly overdue: number;
  readonly firstDueAt: Instant;
}

/** What waits for the desk of the caller's people, kind by kind. */
export const countHolds = (tx: Tx, caller: Caller): Promise<readonly HoldCount[]> =>
  decisionStore(tx).holdCounts(holdScopeOf(caller, 'mine'), caller.at);

/** Orders with all their lines, in the order of their ids; those that are not there are left out. */
export async function loadOrderLines(
  tx: Tx,
  orderIds: readonly string[],
): Promise<readonly { readonly order: Order; readonly lines: readonly OrderLine[] }[]> {
  const store = orderStore(tx);
  const orders = await store.orders(orderIds);
  const lines = groupBy(await store.lines(orderIds), ({ orderId }) => orderId);
  return orders.map((order) => ({ order, lines: lines.get(order.id) ?? [] }));
}
