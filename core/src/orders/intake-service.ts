import { setTimeout as wait } from 'node:timers/promises';
import { type Caller, hashOf, type Platform, Refused, Unavailable } from '../platform';
import { type FairQueue, fairQueue } from './fair-queue';
import type { FlashClaim } from '../promotions';
import type { PlaceInput } from './model';
import { type Outcome, placeBatch, type PlaceCommand } from './place-batch-service';

interface Waiting {
  readonly command: PlaceCommand;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

const batchOrders = 256;
const batchLines = 8_000;
/** Beyond these a new order is told to come back: what waits longer than a moment is better asked again. */
const queueLimits = { all: 4_096, ofSeller: 2_048, ofBuyer: 512 };
/** An order that would wait longer is refused at once, as far as the last batches tell; so few may always wait. */
const longestWaitMs = 250;
const alwaysWaiting = 256;
/** A batch of fewer says little about what an order takes under load. */
const tellingOrders = 32;
/** Of so many buyers it is remembered whom they order from, to queue them by. */
const rememberedBuyers = 100_000;
/**
 * Under load a batch waits for this share of the one before it, as long as a share of the time that took: who was
 * answered together asks again together, and small batches would pay a commit each.
 */
const expectedShare = 0.6;
const waitShare = 0.2;
const longestCollectMs = 5;
const recentMs = 50;

interface LastBatch {
  readonly orders: number;
  readonly tookMs: number;
  readonly endedMs: number;
}
const noBatch: LastBatch = { orders: 1, tookMs: 0, endedMs: 0 };

/**
 * Takes orders in batches: whatever arrives while a batch commits is decided together in the next
 * transaction. A lone order is a batch of one and waits for nothing. Sellers, and for each its buyers, take turns.
 */
export function openIntake(platform: Platform) {
  const waiting: FairQueue<Waiting> = fairQueue(queueLimits);
  const sellerOf = new Map<string, string>();
  let isRunning = false;
  let msPerOrder = 0;
  let last: LastBatch = noBatch;

  const isFull = () =>
    waiting.size >= Math.max(alwaysWaiting, Math.min(queueLimits.all, longestWaitMs / msPerOrder));
  const learn = (orders: number, tookMs: number) => {
    if (orders < tellingOrders) return;
    const now = tookMs / orders;
    msPerOrder = msPerOrder === 0 ? now : 0.8 * msPerOrder + 0.2 * now;
  };

  /** Lets come what is on its way: what arrives in this turn of the event loop, and what the last batch lets expect. */
  const collect = async () => {
    // Long ago tells nothing: a lone order waits for nobody.
    if (performance.now() - last.endedMs > recentMs) last = noBatch;
    const expected = Math.min(batchOrders, last.orders * expectedShare);
    const until = performance.now() + Math.min(longestCollectMs, last.tookMs * waitShare);
    for (let before = 0; waiting.size < batchOrders;) {
      const isComing = waiting.size > before;
      before = waiting.size;
      if (isComing) await new Promise(setImmediate);
      else if (waiting.size < expected && performance.now() < until) await wait(1);
      else return;
    }
  };
  const run = async () => {
    while (waiting.size > 0) {
      await collect();
      const batch = nextBatch(waiting);
      const beganMs = performance.now();
      const outcomes = await answerBatch(platform, batch);
      const endedMs = performance.now();
      last = { orders: batch.length, tookMs: endedMs - beganMs, endedMs };
      learn(last.orders, last.tookMs);
      for (const outcome of outcomes) {
        if (outcome.kind !== 'placed') continue;
        const { buyerId, sellerId } = outcome.detail.order;
        if (sellerOf.size >= rememberedBuyers) sellerOf.clear();
        sellerOf.set(buyerId, sellerId);
      }
    }
    isRunning = false;
  };

  return {
    /**
     * @param flash what its flash lines claim by tokens
     * @throws Unavailable when too many orders wait; Refused when the order cannot be served.
     */
    place(caller: Caller, input: PlaceInput, flash?: readonly FlashClaim[]): Promise<Outcome> {
      const { orderId, ...asked } = input;
      const buyerId = caller.partyId;
      // Whom a new buyer orders from is not known before a batch has read it: until then it stands alone. What the
      // order itself says of it proves nothing, and would let one buyer stand in many lanes.
      const sellerId = sellerOf.get(buyerId) ?? buyerId;
      return new Promise((resolve, reject) => {
        const requestHash = hashOf({ buyerId, ...asked });
        const command = { caller, input: { orderId, ...asked }, requestHash, flash };
        if (isFull() || !waiting.push({ sellerId, buyerId }, { command, resolve, reject })) {
          reject(new Unavailable('the order queue is full'));
          return;
        }
        if (isRunning) return;
        isRunning = true;
        void run();
      });
    },
    /** Whether so many orders wait that a new one would be refused. */
    isFull,
  };
}

/** Takes in turn, within the bounds of one transaction. The same id never comes twice in a batch. */
function nextBatch(waiting: FairQueue<Waiting>): Waiting[] {
  const batch: Waiting[] = [];
  const ids = new Set<string>();
  let lines = 0;
  for (let next = waiting.peek(); next && batch.length < batchOrders; next = waiting.peek()) {
    const { orderId, lines: asked } = next.command.input;
    if (batch.length > 0 && (ids.has(orderId) || lines + asked.length > batchLines)) break;
    waiting.take();
    ids.add(orderId);
    lines += asked.length;
    batch.push(next);
  }
  return batch;
}

async function answerBatch(platform: Platform, batch: readonly Waiting[]): Promise<readonly Outcome[]> {
  const commands = batch.map(({ command }) => command);
  try {
    let attempt = 0;
    const outcomes = await platform.database.transaction((tx) =>
      placeBatch(tx, platform, commands, attempt++),
    );
    platform.outbox.poke();
    batch.forEach((one, at) => one.resolve(outcomes[at] as Outcome));
    return outcomes;
  } catch (error) {
    if (batch.length === 1 || error instanceof Unavailable) {
      for (const one of batch) one.reject(error);
      return [];
    }
    // One order's failure never fails its neighbours: each is tried alone.
    const outcomes: Outcome[] = [];
    for (const one of batch) outcomes.push(...(await answerBatch(platform, [one])));
    return outcomes;
  }
}

/** Turns an outcome into an answer or the refusal it stands for. */
export function orRefuse(outcome: Outcome): Exclude<Outcome, { kind: 'refused' }> {
  if (outcome.kind === 'refused') throw new Refused(outcome.code, outcome.detail);
  return outcome;
}
