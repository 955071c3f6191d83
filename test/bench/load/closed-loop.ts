import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../statistics';
import type { LoadOrder, LoadResult } from './load-model';

/** `good`, or what came instead. */
export type Outcome = string;

/** Sends the next request of a connection and says when it was answered. */
export type Ask = (connection: number, answered: (outcome: Outcome) => void) => void;

const drainMs = 10_000;
/** Whoever is refused comes again after this. */
const pauseAfterRefusalMs = 10;

/**
 * Keeps `connections` requests under way: each sends its next when it has its answer. Counts what is answered within
 * the window, and then waits, not for ever, for what is still under way.
 */
export async function closedLoop(
  order: Pick<LoadOrder, 'connections' | 'warmMs' | 'windowMs' | 'orders'>,
  ask: Ask,
  tell: (moment: 'began' | 'ended') => void,
): Promise<LoadResult> {
  let phase: 'warm' | 'window' | 'over' = 'warm';
  let underWay = 0;
  let latencies: number[] = [];
  let others: Record<string, number> = {};
  let enough = () => {};
  const wanted = order.orders ?? Infinity;

  const next = (connection: number) => {
    if (phase === 'over') return;
    underWay += 1;
    const sentAt = performance.now();
    ask(connection, (outcome) => {
      underWay -= 1;
      if (phase === 'over') return;
      if (outcome === 'good') {
        latencies.push(performance.now() - sentAt);
        if (phase === 'window' && latencies.length >= wanted) enough();
        next(connection);
        return;
      }
      others[outcome] = (others[outcome] ?? 0) + 1;
      setTimeout(next, pauseAfterRefusalMs, connection);
    });
  };

  for (let connection = 0; connection < order.connections; connection += 1) next(connection);
  await wait(order.warmMs);
  latencies = [];
  others = {};
  phase = 'window';
  tell('began');
  const startedAt = performance.now();
  await Promise.race([wait(order.windowMs), new Promise<void>((resolve) => (enough = resolve))]);
  const seconds = (performance.now() - startedAt) / 1000;
  phase = 'over';
  tell('ended');

  const deadline = performance.now() + drainMs;
  while (underWay > 0 && performance.now() < deadline) await wait(5);
  const sorted = Float64Array.from(latencies).sort();
  return {
    good: sorted.length,
    seconds,
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
    others,
    unanswered: underWay,
  };
}
