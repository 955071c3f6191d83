import {
  type Caller,
  dayOf,
  emit,
  groupBy,
  hashOf,
  keyBy,
  type Platform,
  Refused,
  type Tx,
  Unavailable,
} from '../platform';
import { balancesOf } from './balances';
import { composeOrder } from './compose-order';
import { decideOrder } from './decide-order';
import type { Decision } from './decision';
import { orderEvent } from './events';
import type { Facts } from './facts';
import { loadFacts } from './load-facts-service';
import type { Order, OrderDetail, PlaceInput } from './model';
import { decisionStore } from './decision-store';
import { resolveBasket } from './resolve-basket';
import { orderStore } from './store';
import { recordStopped, takeForOrders } from './take-service';

interface Command {
  readonly caller: Caller;
  readonly input: PlaceInput;
  readonly requestHash: string;
}

/** The order as it was just decided, or the id of one that was there already. */
type Outcome =
  | { readonly kind: 'placed'; readonly detail: OrderDetail }
  | { readonly kind: 'known'; readonly orderId: string }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string };

interface Waiting {
  readonly command: Command;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

const batchOrders = 256;
const batchLines = 8_000;
/** Beyond this many waiting orders a new one is told to come back. */
const queueLimit = 4_096;

/**
 * Takes orders in batches: whatever arrives while a batch commits is decided together in the next
 * transaction. A lone order is a batch of one and waits for nothing.
 */
export function openIntake(platform: Platform) {
  const waiting: Waiting[] = [];
  let isRunning = false;

  const run = async () => {
    while (waiting.length > 0) {
      const batch = nextBatch(waiting);
      await answerBatch(platform, batch);
    }
    isRunning = false;
  };

  return {
    /** @throws Unavailable when too many orders wait; Refused when the order cannot be served. */
    place(caller: Caller, input: PlaceInput): Promise<Outcome> {
      if (waiting.length >= queueLimit) return Promise.reject(new Unavailable('the order queue is full'));
      const { orderId, ...asked } = input;
      const requestHash = hashOf({ buyerId: caller.partyId, ...asked });
      return new Promise((resolve, reject) => {
        waiting.push({ command: { caller, input: { orderId, ...asked }, requestHash }, resolve, reject });
        // What arrives in this turn of the event loop joins the first batch.
        if (!isRunning) {
          isRunning = true;
          setImmediate(() => void run());
        }
      });
    },
  };
}

/** Takes from the front, within the bounds of one transaction. The same id never comes twice in a batch. */
function nextBatch(waiting: Waiting[]): Waiting[] {
  const batch: Waiting[] = [];
  const later: Waiting[] = [];
  const ids = new Set<string>();
  let lines = 0;
  while (waiting.length > 0 && batch.length < batchOrders) {
    const next = waiting[0] as Waiting;
    const { orderId, lines: asked } = next.command.input;
    if (batch.length > 0 && lines + asked.length > batchLines) break;
    waiting.shift();
    if (ids.has(orderId)) {
      later.push(next);
      continue;
    }
    ids.add(orderId);
    lines += asked.length;
    batch.push(next);
  }
  waiting.unshift(...later);
  return batch;
}

async function answerBatch(platform: Platform, batch: readonly Waiting[]) {
  try {
    const commands = batch.map(({ command }) => command);
    const outcomes = await platform.database.transaction((tx) => placeBatch(tx, platform, commands));
    platform.outbox.poke();
    batch.forEach((one, at) => one.resolve(outcomes[at] as Outcome));
  } catch (error) {
    if (batch.length === 1 || error instanceof Unavailable) {
      for (const one of batch) one.reject(error);
      return;
    }
    // One order's failure never fails its neighbours: each is tried alone.
    for (const one of batch) await answerBatch(platform, [one]);
  }
}

async function placeBatch(
  tx: Tx,
  { newId }: Platform,
  commands: readonly Command[],
): Promise<readonly Outcome[]> {
  const store = orderStore(tx);
  const known = keyBy(await store.orders(commands.map(({ input }) => input.orderId)), ({ id }) => id);
  const fresh = commands.filter(({ input }) => !known.has(input.orderId));
  const decided = fresh.length > 0 ? await decideBatch(tx, fresh) : new Map<string, Decided>();
  const placed = [...decided.values()].filter((one) => 'decision' in one);
  const details = keyBy(await writeBatch(tx, newId, placed), ({ order }) => order.id);
  return commands.map(({ input, requestHash, caller }): Outcome => {
    const first = known.get(input.orderId);
    if (first) {
      const isSame = first.requestHash === requestHash && first.buyerId === caller.partyId;
      return isSame ? { kind: 'known', orderId: first.id } : refused('command.idReused');
    }
    const one = decided.get(input.orderId) as Decided;
    if (!('decision' in one)) return one;
    return { kind: 'placed', detail: details.get(input.orderId) as OrderDetail };
  });
}

const refused = (code: string, detail = '') => ({ kind: 'refused', code, detail }) as const;

interface Placed {
  readonly command: Command;
  readonly decision: Decision;
  readonly facts: Facts;
}
type Decided = Placed | ReturnType<typeof refused>;

async function decideBatch(tx: Tx, commands: readonly Command[]): Promise<Map<string, Decided>> {
  const decided = new Map<string, Decided>();
  // Requests made on different days (a replay's) ask for different overdue amounts.
  for (const [on, ofDay] of groupBy(commands, ({ caller }) => dayOf(caller.at))) {
    const facts = await loadFacts(tx, {
      buyerIds: ofDay.map(({ caller }) => caller.partyId),
      addressIds: ofDay.flatMap(({ input }) => input.addressId ?? []),
      skuIds: ofDay.flatMap(({ input }) => input.lines.map(({ skuId }) => skuId)),
      sellerIds: null,
      on,
      locked: true,
    });
    const balances = balancesOf(facts);
    for (const command of ofDay) {
      const { caller, input } = command;
      const resolved = resolveBasket(facts, caller.partyId, input.orderId, input, caller.at);
      if (resolved.refused !== null) {
        decided.set(input.orderId, refused(resolved.refused, resolved.detail));
        continue;
      }
      // What the buyer saw first: an order that is refused takes nothing from the ones after it.
      const seen = decideOrder(facts, balances, resolved.request);
      if (input.expectedPayableFen !== undefined && input.expectedPayableFen !== seen.payableFen) {
        decided.set(input.orderId, refused('orders.priceChanged', String(seen.payableFen)));
        continue;
      }
      const decision = { ...seen, quotaUses: balances.take(seen) };
      decided.set(input.orderId, { command, decision, facts });
    }
  }
  return decided;
}

/** Writes a decided batch with one statement per table. */
async function writeBatch(
  tx: Tx,
  newId: () => string,
  placed: readonly Placed[],
): Promise<readonly OrderDetail[]> {
  if (placed.length === 0) return [];
  const store = orderStore(tx);
  const numbers = await numberOrders(tx, placed);
  const composed = placed.map(({ decision, command }) => {
    const { caller, requestHash, input } = command;
    const number = numbers.get(decision.request.orderId) as string;
    return composeOrder(decision, { caller, requestHash, number, note: input.note });
  });
  // First: an order that another process is placing under the same id waits here, and replays.
  await store.addOrders(composed.map(({ order }) => order));
  await takeForOrders(
    tx,
    newId,
    placed.map(({ decision, command }) => ({ decision, actorId: command.caller.userId })),
  );
  await recordStopped(
    tx,
    newId,
    placed.map(({ decision }) => decision),
  );
  await store.addLines(composed.flatMap(({ lines }) => lines));
  await store.addHolds(composed.flatMap(({ holds }) => holds));
  await decisionStore(tx).addParts(
    composed.flatMap(({ parts }) => parts),
    composed.flatMap(({ partLines }) => partLines),
  );
  await store.addEvents(composed.map(({ event }) => event));
  await emit(
    tx,
    composed.map(({ order }, at) => placedEvent(newId(), order, (placed[at] as Placed).decision)),
  );
  return composed.map(({ order, lines, holds, parts, partLines, event }, at): OrderDetail => {
    const { decision, facts } = placed[at] as Placed;
    const lots = keyBy(facts.stock.lots, ({ id }) => id);
    return {
      order,
      sellerName: decision.request.seller.name,
      buyerName: decision.request.buyer.name,
      sellerKind: decision.request.seller.kind,
      lines,
      holds,
      promised: decision.reservations.map(({ lineNo, lotId, open }) => {
        const lot = lots.get(lotId);
        if (!lot) throw new Error('a promise from a lot nobody read');
        return {
          lineNo,
          lotNo: lot.lotNo,
          expiresOn: lot.expiresOn,
          quantity: open,
          warehouseId: lot.warehouseId,
        };
      }),
      parts,
      partLines,
      shipments: [],
      shipmentLines: [],
      trail: [event],
      claims: [],
      revisions: [],
    };
  });
}

/** Seller's code, day, and how many orders the seller has had that day. */
async function numberOrders(tx: Tx, placed: readonly Placed[]): Promise<ReadonlyMap<string, string>> {
  const numbers = new Map<string, string>();
  const groups = groupBy(placed, ({ decision: { request } }) => `${request.seller.id} ${dayOf(request.at)}`);
  for (const key of [...groups.keys()].sort()) {
    const group = groups.get(key) as Placed[];
    const { seller, at } = (group[0] as Placed).decision.request;
    const day = dayOf(at);
    let count = await orderStore(tx).countUp(seller.id, day, group.length);
    for (const { decision } of group) {
      count += 1;
      const short = day.slice(2).replaceAll('-', '');
      numbers.set(decision.request.orderId, `${seller.code}-${short}-${String(count).padStart(4, '0')}`);
    }
  }
  return numbers;
}

function placedEvent(id: string, order: Order, { lines, credit }: Decision) {
  return orderEvent(id, 'order.placed', order.placedAt, {
    orderId: order.id,
    number: order.number,
    sellerId: order.sellerId,
    buyerId: order.buyerId,
    addressId: order.addressId,
    verdict: order.verdict,
    payableFen: order.payableFen,
    quantities: Object.fromEntries(lines.map(({ sku, quantity }) => [sku.id, quantity])),
    placedAt: order.placedAt,
    approvalLimitFen: credit.account?.limitFen ?? null,
  });
}

/** Turns an outcome into an answer or the refusal it stands for. */
export function orRefuse(outcome: Outcome): Exclude<Outcome, { kind: 'refused' }> {
  if (outcome.kind === 'refused') throw new Refused(outcome.code, outcome.detail);
  return outcome;
}
