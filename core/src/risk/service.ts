import { dayMs, type Fen, type Tx } from '../platform';
import type { Assessment, GrabTiming, OrderFacts } from './model';
import { scoreOrder } from './score-order';
import { riskStore } from './store';

const historyDays = 90;
/** A buyer with more orders than this in 90 days is judged by the latest of them. */
const historyLimit = 500;

/** Scores an order in shadow: the score is kept for review and decides nothing. */
export async function assessInShadow(
  tx: Tx,
  order: OrderFacts,
  approvalLimitFen: Fen | null,
  grabs: readonly GrabTiming[] = [],
): Promise<Assessment> {
  const store = riskStore(tx);
  const from = order.placedAt - historyDays * dayMs;
  const history = await store.history(order.buyerId, from, order.placedAt, historyLimit);
  const before = history.filter(({ orderId }) => orderId !== order.orderId).reverse();
  const scored = scoreOrder(order, before, approvalLimitFen, grabs);
  const assessment: Assessment = { ...order, ...scored, mode: 'shadow' };
  await store.add([assessment]);
  return assessment;
}

/** What an order scored; null until the worker has come to it. */
export async function loadAssessment(tx: Tx, orderId: string): Promise<Assessment | null> {
  return riskStore(tx).assessment(orderId);
}
