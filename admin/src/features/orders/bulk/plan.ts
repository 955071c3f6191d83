import type { OrderSummary } from '../model';
import { overrulable, waitsForHq } from '../review';

export type BulkAction = 'approve' | 'reject';

/** What a decision over many would do to one order. */
export interface Plan {
  readonly order: OrderSummary;
  /** False: it is left out. */
  readonly isMine: boolean;
  /** What will happen, or why nothing will; what an approval comes to the server is `asked`. */
  readonly words: string;
  readonly outcome: 'approved' | 'held' | 'rejected' | 'leftOut' | 'asked';
  /** The rules that are overruled with it. */
  readonly accept: readonly string[];
}

interface Choice {
  readonly action: BulkAction;
  readonly partyKind: string;
  /** Rules that whoever decides lets pass. */
  readonly accepted: ReadonlySet<string>;
}

/** What is done with each, and with which rules overruled. */
export const planOf = (orders: readonly OrderSummary[], choice: Choice): readonly Plan[] =>
  orders.map((order) => ({ order, ...planOne(order, choice) }));

function planOne(order: OrderSummary, { action, partyKind, accepted }: Choice): Omit<Plan, 'order'> {
  if (waitsForHq(order, partyKind)) {
    return { isMine: false, words: '由总部处理，不在本次范围', outcome: 'leftOut', accept: [] };
  }
  if (action === 'reject') {
    return { isMine: true, words: '驳回，释放占用的库存和额度', outcome: 'rejected', accept: [] };
  }
  const accept = overrulable(order.findings)
    .map(({ rule }) => rule)
    .filter((rule) => accepted.has(rule));
  return { isMine: true, words: '试算中…', outcome: 'asked', accept };
}

/** The rules that may be overruled among many orders, and in how many of them each stands. */
export function rulesAmong(orders: readonly OrderSummary[]) {
  const counts = new Map<string, number>();
  for (const order of orders) {
    for (const { rule } of overrulable(order.findings)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts].map(([rule, orderCount]) => ({ rule, orderCount }));
}
