import { setTimeout as wait } from 'node:timers/promises';
import { eventuallyWithin } from './eventually-within';
import type { Load, Told } from './load';
import {
  booksOf,
  outboxLeft,
  readAfterWrites,
  storedOrders,
  strayRows,
  type StoredOrder,
} from './node-store';
import type { Random } from './random';

export interface Checked {
  /** Sentences that are not true; none when all is well. */
  readonly faults: readonly string[];
  readonly orders: number;
  /** Given up by their stores, and there all the same. */
  readonly committedUnacknowledged: number;
  readonly books: number;
}

const drainWaitMs = 60_000;

/** Holds one node against what the stores were told. */
export async function checkNode(name: string, url: string, told: Load['told']): Promise<Checked> {
  await readAfterWrites(url);
  const stored = await storedOrders(url);
  const faults = [...faultsOf(told, stored)];
  for (const [table, strays] of Object.entries(await strayRows(url)))
    if (strays > 0) faults.push(`${strays} rows of ${table} belong to no order`);
  const books = await booksOf(url);
  for (const { name: book, mismatches } of books)
    if (mismatches.length > 0) faults.push(`the books: ${book}: ${JSON.stringify(mismatches[0])}`);
  const byId = new Set(stored.map(({ id }) => id));
  return {
    faults: faults.map((fault) => `${name}: ${fault}`),
    orders: stored.length,
    committedUnacknowledged: [...told.values()].filter(
      ({ placed, body }) => !placed && byId.has(body.orderId),
    ).length,
    books: books.length,
  };
}

function* faultsOf(told: Load['told'], stored: readonly StoredOrder[]) {
  const found = new Map(stored.map((order) => [order.id, order]));
  if (found.size !== stored.length) yield 'an order is there twice';
  if (new Set(stored.map(({ number }) => number)).size !== stored.length) yield 'two orders have one number';
  for (const order of stored) {
    const one = told.get(order.id);
    if (!one) yield `order ${order.id} was placed by nobody`;
    else yield* faultsOfStored(one, order);
  }
  for (const { placed, body } of told.values())
    if (placed && !found.has(body.orderId)) yield `acknowledged order ${body.orderId} is lost`;
}

function* faultsOfStored({ placed, body, cancel }: Told, order: StoredOrder) {
  // Without an acknowledgement it may be there or not, but never in part.
  if (order.lineCount !== body.lines.length) yield `order ${order.id} has ${order.lineCount} lines`;
  if (order.eventCount === 0) yield `order ${order.id} has no trail`;
  if (order.outboxCount === 0) yield `nobody is told of order ${order.id}`;
  if (!placed) return;
  if (placed.number !== order.number || placed.payableFen !== order.payableFen)
    yield `order ${order.id} was acknowledged as ${JSON.stringify(placed)} and is ${JSON.stringify(order)}`;
  const states = {
    none: [placed.state],
    asked: [placed.state, 'cancelled'],
    acknowledged: ['cancelled'],
  }[cancel];
  if (!states.includes(order.state)) yield `order ${order.id} is ${order.state}, not ${states.join(' or ')}`;
}

/** Says again every order that was given up, and some that were acknowledged, at both web processes. */
export async function checkRetries(orders: Load, bases: readonly string[], random: Random, sample: number) {
  const all = [...orders.told.values()];
  const open = all.filter(({ placed }) => !placed);
  const known = all.filter(({ placed }) => placed);
  const some = Array.from({ length: Math.min(sample, known.length) }, () => random.pick(known));
  for (const one of [...open, ...some]) for (const base of bases) await orders.sayAgain(one, base);
  return open.length + some.length;
}

/** Waits until every event has reached its consumers. */
export async function checkOutbox(url: string): Promise<readonly string[]> {
  await eventuallyWithin(drainWaitMs, 'all events are delivered', async () => {
    const { open } = await outboxLeft(url);
    if (open > 0) await wait(400);
    return open === 0;
  });
  const { dead } = await outboxLeft(url);
  return dead > 0 ? [`${dead} events were given up`] : [];
}
