import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Consumer,
  type Database,
  defineJob,
  type JobDefinition,
  keyBy,
  type Platform,
  type Tx,
} from '../platform';
import { loadDeliveries } from '../orders';
import { addShares } from './add-shares';
import { outcomeOfOrder } from './outcome-of-order';
import { shareOfOrder } from './share-of-order';
import { insightStore } from './store';

/** Whatever changes what an order adds to the figures. */
const changing = [
  'order.placed',
  'order.approved',
  'order.rejected',
  'order.cancelled',
  'order.shipped',
  'order.signed',
  'order.edited',
  'order.shortClosed',
];

/** Few, because the embedded engine does all of a transaction before anybody else has a turn. */
const ordersTogether = 20;
const everyMs = 10_000;

/** An order that has changed waits for its turn to be counted anew; many changes are one turn. */
export const turnConsumer: Consumer = {
  name: 'insight.turn',
  events: changing,
  async handle(tx, event) {
    await insightStore(tx).addTurns([(event.payload as { orderId: string }).orderId]);
  },
};

export const tallyJob = ({ database }: Pick<Platform, 'database'>): JobDefinition =>
  defineJob({
    name: 'insight.tally',
    every: { ms: everyMs },
    run: ({ signal, assertMine }) => tallyAll(database, signal, assertMine),
  });

/** Counts the orders that wait, each as it stands now and less what it had added before, until none waits. */
export async function tallyAll(
  database: Database,
  signal?: AbortSignal,
  assertMine: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<void> {
  let counted = ordersTogether;
  while (counted === ordersTogether && !signal?.aborted) {
    counted = await database.transaction(async (tx) => {
      await assertMine(tx);
      return tallyTurns(tx);
    });
    // Requests that have come meanwhile go first.
    await nextTurn();
  }
}

/** Lets orders wait to be counted that come in without an event, as a history does: in the transaction that adds them. */
export async function countHistory(tx: Tx, orderIds: readonly string[]): Promise<void> {
  await insightStore(tx).addTurns(orderIds);
}

/** Counts some orders that wait, and answers how many those were. */
async function tallyTurns(tx: Tx): Promise<number> {
  const store = insightStore(tx);
  const orderIds = await store.turnsLocked(ordersTogether);
  if (orderIds.length === 0) return 0;
  const before = keyBy(await store.sharesLocked(orderIds), ({ orderId }) => orderId);
  const now = (await loadDeliveries(tx, orderIds)).map((delivered) => ({
    orderId: delivered.order.id,
    share: shareOfOrder(delivered.order, delivered.lines, outcomeOfOrder(delivered)),
  }));
  const change = addShares(
    now.flatMap(({ orderId, share }) => {
      const kept = before.get(orderId);
      const added = { share, sign: 1 } as const;
      return kept ? [added, { share: kept.share, sign: -1 } as const] : [added];
    }),
  );
  await store.add(change);
  await store.replaceShares(now);
  await store.endTurns(orderIds);
  return orderIds.length;
}
