import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../statistics';
import { type HttpAnswer, HttpConnection } from './http-connection';
import { outcomeOf } from './http-load';
import { httpRequests } from './http-requests';
import type { HttpTarget, OpenLoadOrder, OpenLoadResult } from './load-model';

/** More than the server queues, so that it is the server that decides whom it turns away. */
const mostConnections = 8_000;
const tickMs = 2;
const drainMs = 20_000;

/**
 * Sends at a rate, however the server fares: a request that is due is sent on a connection of its own if all others
 * wait.
 */
export async function openLoop(order: OpenLoadOrder, target: HttpTarget): Promise<readonly OpenLoadResult[]> {
  const groups = order.groups.map((group) => openGroup(order, target, group));
  const idle: HttpConnection[] = [];
  const all: HttpConnection[] = [];
  const due: { readonly group: Group; readonly at: number }[] = [];

  const connect = () => {
    const connection = new HttpConnection(target.ports[all.length % target.ports.length] as number);
    all.push(connection);
    return connection;
  };
  const send = () => {
    while (due.length > 0 && (idle.length > 0 || all.length < mostConnections)) {
      const { group, at } = due.shift() as (typeof due)[number];
      const connection = idle.pop() ?? connect();
      group.send(connection, at, () => {
        idle.push(connection);
        if (due.length > 0) send();
      });
    }
  };

  const startedAt = performance.now();
  try {
    for (;;) {
      const now = performance.now();
      const elapsedMs = Math.min(now - startedAt, order.windowMs);
      for (const group of groups) {
        const wanted = Math.floor((elapsedMs / 1000) * order.ratePerSecond * group.share);
        while (group.offered() < wanted) due.push({ group, at: group.offer(startedAt, order.ratePerSecond) });
      }
      send();
      if (elapsedMs >= order.windowMs) break;
      await wait(tickMs);
    }
    const deadline = performance.now() + drainMs;
    while (groups.some((group) => group.underWay() > 0) && performance.now() < deadline) await wait(10);
    return groups.map((group) => group.result());
  } finally {
    for (const connection of all) connection.close();
  }
}

type Group = ReturnType<typeof openGroup>;

function openGroup(
  order: OpenLoadOrder,
  target: HttpTarget,
  { name, share, buyerNos }: OpenLoadOrder['groups'][number],
) {
  const nextRequest = httpRequests({ ...order, buyerNos }, target);
  const accepted: number[] = [];
  const refused: number[] = [];
  const late: number[] = [];
  const codes: Record<string, number> = {};
  let withoutRetryAfter = 0;
  let offered = 0;
  let sent = 0;

  const take = (answer: HttpAnswer, tookMs: number) => {
    const outcome = outcomeOf(answer, 'order');
    if (outcome === 'good') {
      accepted.push(tookMs);
      return;
    }
    refused.push(tookMs);
    codes[outcome] = (codes[outcome] ?? 0) + 1;
    if (!/\r\nretry-after:/i.test(answer.head)) withoutRetryAfter += 1;
  };

  return {
    share,
    offered: () => offered,
    underWay: () => sent - accepted.length - refused.length,
    /** Counts one more request and says when it is due. */
    offer(startedAt: number, ratePerSecond: number) {
      offered += 1;
      return startedAt + (offered / (ratePerSecond * share)) * 1000;
    },
    send(connection: HttpConnection, dueAt: number, done: () => void) {
      const sentAt = performance.now();
      late.push(Math.max(0, sentAt - dueAt));
      sent += 1;
      connection.send(nextRequest(), (answer) => {
        take(answer, performance.now() - sentAt);
        done();
      });
    },
    result(): OpenLoadResult {
      const [acceptedMs, refusedMs, lateMs] = [accepted, refused, late].map((times) =>
        Float64Array.from(times).sort(),
      ) as [Float64Array, Float64Array, Float64Array];
      return {
        name,
        offered,
        accepted: accepted.length,
        acceptedP50Ms: percentile(acceptedMs, 0.5),
        acceptedP99Ms: percentile(acceptedMs, 0.99),
        refused: refused.length,
        refusedP50Ms: percentile(refusedMs, 0.5),
        refusedP99Ms: percentile(refusedMs, 0.99),
        codes,
        withoutRetryAfter,
        unanswered: offered - accepted.length - refused.length,
        lateP99Ms: percentile(lateMs, 0.99),
      };
    },
  };
}
