import {
  type Caller,
  Contended,
  dayOf,
  emit,
  groupBy,
  isDuplicateKey,
  keyBy,
  type Platform,
  together,
  type Tx,
} from '../platform';
import { type FlashClaim, type PromotionTake, takePromotions } from '../promotions';
import type { Lot } from '../stock';
import { batchBalancesOf } from './balances';
import { composeOrder } from './compose-order';
import { decideOrder, withQuotaUses } from './decide-order';
import type { Decision } from './decision';
import { decisionStore } from './decision-store';
import { orderEvent } from './events';
import { joinFacts, type OrderRequest } from './facts';
import { type FlashBatch, type FlashTaking, openFlashBatch, withoutSetAside } from './flash-batch-service';
import { untilPaid } from './flash-line';
import { loadLive } from './live-service';
import type { Hold, Order, OrderDetail, PlaceInput } from './model';
import { isAskedFor } from './is-asked-for';
import { numberOrders, type OrderCounts } from './number-orders';
import { enqueueCloseUnpaid } from './pay/close-unpaid-service';
import { refuseRebate, spendAtPlacing } from './pay/spend-rebate-service';
import { resolveBasket } from './resolve-basket';
import { readBasketBook, readStandingBook } from './standing-service';
import { orderStore } from './store';
import { recordStopped, takeForOrders } from './take-service';

/** An order as it came in, and who brought it. */
export interface PlaceCommand {
  readonly caller: Caller;
  readonly input: PlaceInput;
  readonly requestHash: string;
  /** What its flash lines claim by tokens the gate let through. */
  readonly flash?: readonly FlashClaim[] | undefined;
}

/** The order as it was just decided, or the id of one that was there already. */
export type Outcome =
  | { readonly kind: 'placed'; readonly detail: OrderDetail }
  | { readonly kind: 'known'; readonly orderId: string }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string };

/** Attempts that take a duplicate key for an order that came in twice; later ones call it a bug. */
const hopefulAttempts = 3;

/**
 * Decides and writes a batch. The first attempt takes every id for a new one, as nearly all are; when the
 * write finds one that is there already, the next attempt looks first.
 */
export async function placeBatch(
  tx: Tx,
  { newId, jobs }: Pick<Platform, 'newId' | 'jobs'>,
  commands: readonly PlaceCommand[],
  attempt: number,
): Promise<readonly Outcome[]> {
  const ids = commands.map(({ input }) => input.orderId);
  const known = keyBy(attempt > 0 ? await orderStore(tx).orders(ids) : [], ({ id }) => id);
  const fresh = commands.filter(({ input }) => !known.has(input.orderId));
  const decided = fresh.length > 0 ? await decideBatch(tx, fresh) : new Map<string, Decided>();
  // What would be refused today may have been placed before: its answer stands, and no write would find it.
  const unwritten = attempt > 0 ? [] : [...decided].flatMap(([id, one]) => ('decision' in one ? [] : [id]));
  for (const order of unwritten.length > 0 ? await orderStore(tx).orders(unwritten) : []) {
    known.set(order.id, order);
  }
  const placed = [...decided.values()].filter((one) => 'decision' in one);
  const details = await writeBatch(tx, { newId, jobs }, placed).catch((error: unknown) => {
    if (isDuplicateKey(error) && attempt < hopefulAttempts) throw new Contended('an order came in twice');
    throw error;
  });
  const paid = await spendRebates(tx, { newId, jobs }, placed);
  const byId = keyBy(details, ({ order }) => order.id);
  return commands.map(({ input, requestHash, caller }): Outcome => {
    const first = known.get(input.orderId);
    if (first) {
      const isSame = first.requestHash === requestHash && first.buyerId === caller.partyId;
      return isSame ? { kind: 'known', orderId: first.id } : refused('command.idReused');
    }
    const one = decided.get(input.orderId) as Decided;
    if (!('decision' in one)) return one;
    // What was paid at once has moved on since it was decided.
    if (paid.has(input.orderId)) return { kind: 'known', orderId: input.orderId };
    return { kind: 'placed', detail: byId.get(input.orderId) as OrderDetail };
  });
}

const refused = (code: string, detail = '') => ({ kind: 'refused', code, detail }) as const;

interface Placed {
  readonly command: PlaceCommand;
  readonly decision: Decision;
  /** The lots of its batch, by id. */
  readonly lots: ReadonlyMap<string, Lot>;
  readonly counts: OrderCounts;
  /** What it takes of flash activities, and of which batch. */
  readonly flash: FlashTaking | null;
  readonly flashBatch: FlashBatch | null;
}
type Decided = Placed | ReturnType<typeof refused>;

async function decideBatch(tx: Tx, commands: readonly PlaceCommand[]): Promise<Map<string, Decided>> {
  const decided = new Map<string, Decided>();
  // Requests made on different days (a replay's) ask for different overdue amounts.
  for (const [on, ofDay] of groupBy(commands, ({ caller }) => dayOf(caller.at))) {
    const baskets = await readBasketBook(
      tx,
      ofDay.map(({ caller, input }) => ({
        buyerId: caller.partyId,
        addressId: input.addressId,
        skuIds: input.lines.map(({ skuId }) => skuId),
      })),
    );
    const resolved = ofDay.flatMap((command): { command: PlaceCommand; request: OrderRequest }[] => {
      const { caller, input } = command;
      const one = resolveBasket(baskets.of(caller.partyId), caller.partyId, input.orderId, input, caller.at);
      if (one.refused === null) return [{ command, request: one.request }];
      decided.set(input.orderId, refused(one.refused, one.detail));
      return [];
    });
    if (resolved.length === 0) continue;
    const requests = resolved.map(({ request }) => request);
    // Activities are locked before everything else an order takes from.
    const flashBatch = await openFlashBatch(
      tx,
      resolved.map(({ command }) => command),
    );
    const book = await readStandingBook(tx, baskets, requests, on);
    const { live, also: counts } = await loadLive(tx, book, requests, { on, locked: true }, () =>
      orderStore(tx).countsLocked(book.sellerIds, on),
    );
    const balances = batchBalancesOf({ ...live, lots: live.stock.lots });
    const free = keyBy(live.stock.lots, ({ id }) => id);
    const lots = flashBatch ? new Map([...flashBatch.lots, ...free]) : free;
    for (const { command, request } of resolved) {
      const { orderId, expectedPayableFen } = command.input;
      const facts = joinFacts(book.of(request), live, request);
      const plain = { request, balances: balances.of(facts), end: () => null };
      const turn = command.flash && flashBatch ? flashBatch.turn(command, request, plain.balances) : plain;
      if ('code' in turn) {
        decided.set(orderId, refused(turn.code, turn.detail));
        continue;
      }
      // What the buyer saw first: an order that is refused takes nothing from the ones after it.
      const seen = decideOrder(facts, turn.balances, turn.request);
      if (expectedPayableFen !== undefined && expectedPayableFen !== seen.payableFen) {
        decided.set(orderId, refused('orders.priceChanged', String(seen.payableFen)));
        continue;
      }
      const { rebateFen } = command.input;
      const overdrawn = rebateFen === undefined ? null : await refuseRebate(tx, seen, rebateFen);
      if (overdrawn !== null) {
        decided.set(orderId, refused(overdrawn));
        continue;
      }
      const flash = turn.end(seen);
      if (flash && flash.code !== null) {
        decided.set(orderId, refused(flash.code, flash.detail));
        continue;
      }
      const decision = withQuotaUses(flash ? untilPaid(seen) : seen, turn.balances.take(seen));
      decided.set(orderId, { command, decision, lots, counts: { on, counts }, flash, flashBatch });
    }
  }
  return decided;
}

/** Writes a decided batch with one statement per table, all in one round trip. */
async function writeBatch(
  tx: Tx,
  { newId, jobs }: Pick<Platform, 'newId' | 'jobs'>,
  placed: readonly Placed[],
): Promise<readonly OrderDetail[]> {
  if (placed.length === 0) return [];
  const store = orderStore(tx);
  const days = [...groupBy(placed, ({ counts }) => counts.on).values()];
  for (const ofDay of days) await beginCounts(tx, ofDay);
  const numbers = new Map(days.flatMap((ofDay) => [...numberOrders(ofDay)]));
  const composed = placed.map(({ decision, command }) => {
    const { caller, requestHash, input } = command;
    const number = numbers.get(decision.request.orderId) as string;
    return composeOrder(decision, { caller, requestHash, number, note: input.note });
  });
  await together([
    // First: an order that another process is placing under the same id waits here, and replays.
    store.addOrders(composed.map(({ order }) => order)),
    takeForOrders(
      tx,
      newId,
      placed.map(({ decision, command, flash }) => ({
        decision: withoutSetAside(decision, flash),
        actorId: command.caller.userId,
      })),
    ),
    takePromotions(
      tx,
      placed.flatMap(({ decision }) => usedOf(decision)),
    ),
    recordStopped(
      tx,
      newId,
      placed.map(({ decision }) => decision),
    ),
    store.addLines(composed.flatMap(({ lines }) => lines)),
    store.addHolds(composed.flatMap(({ holds }) => holds)),
    decisionStore(tx).addParts(
      composed.flatMap(({ parts }) => parts),
      composed.flatMap(({ partLines }) => partLines),
    ),
    store.addEvents(composed.map(({ event }) => event)),
    emit(
      tx,
      composed.map(({ order }, at) => placedEvent(newId(), order, (placed[at] as Placed).decision)),
    ),
    ...days.map((ofDay) => countUp(tx, ofDay)),
    ...writeFlash(tx, placed),
    ...composed.flatMap(({ order, holds }, at) => endUnpaid(tx, jobs, order, holds, placed[at]?.flash)),
  ]);
  return composed.map(({ order, lines, holds, parts, partLines, event }, at): OrderDetail => {
    const { decision, lots } = placed[at] as Placed;
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
      promotions: usedOf(decision).map(({ applied }) => applied),
    };
  });
}

/** What an order uses of promotions; one that is rejected uses nothing. */
const usedOf = ({ verdict, promotionTakes }: Decision): readonly PromotionTake[] =>
  verdict === 'rejected' ? [] : promotionTakes;

/** What orders take of flash activities, by the batch that locked them. */
const writeFlash = (tx: Tx, placed: readonly Placed[]) =>
  [...new Set(placed.map(({ flashBatch }) => flashBatch))].flatMap((batch) => {
    const takings = placed.flatMap(({ flash, flashBatch }) => (flash && flashBatch === batch ? [flash] : []));
    return batch && takings.length > 0 ? [batch.write(tx, takings)] : [];
  });

/** Pays what orders are to pay by rebate, after they were written; hardly any order asks for it. Answers which did. */
async function spendRebates(
  tx: Tx,
  parts: Pick<Platform, 'newId' | 'jobs'>,
  placed: readonly Placed[],
): Promise<ReadonlySet<string>> {
  const paid = new Set<string>();
  for (const { command, decision } of placed) {
    const { orderId, rebateFen } = command.input;
    if (rebateFen === undefined || decision.verdict === 'rejected') continue;
    await spendAtPlacing(tx, parts, command.caller, orderId, rebateFen);
    paid.add(orderId);
  }
  return paid;
}

/** What a flash sale gave to an order that waits for its payment is not kept for longer than that. */
const endUnpaid = (
  tx: Tx,
  jobs: Platform['jobs'],
  { id }: Order,
  holds: readonly Hold[],
  flash: FlashTaking | null | undefined,
) => (flash ? holds.map(({ dueAt }) => enqueueCloseUnpaid(tx, jobs, id, dueAt)) : []);

const sellersOf = (placed: readonly Placed[]) => [
  ...new Set(placed.map(({ decision }) => decision.request.seller.id)),
];

/** Sellers without an order of the day have no count to lock: theirs begins here, and the batch looks again. */
async function beginCounts(tx: Tx, ofDay: readonly Placed[]) {
  const { on, counts } = (ofDay[0] as Placed).counts;
  const counted = new Set(counts.map(({ sellerId }) => sellerId));
  const missing = sellersOf(ofDay).filter((id) => !counted.has(id));
  if (missing.length === 0) return;
  await orderStore(tx).beginCounts(missing.sort(), on);
  const found = await orderStore(tx).countsLocked(missing, on);
  if (found.some(({ orderCount }) => orderCount > 0)) throw new Contended('a count begun by somebody else');
}

const countUp = (tx: Tx, ofDay: readonly Placed[]) =>
  orderStore(tx).countUp(
    new Map(
      [...groupBy(ofDay, ({ decision }) => decision.request.seller.id)].map(([id, of]) => [id, of.length]),
    ),
    (ofDay[0] as Placed).counts.on,
  );

/** What was asked for, by SKU: in an object that is a dictionary from the first: a shape for every set of SKUs would never be met again. */
function quantitiesOf(lines: Decision['lines']): Record<string, number> {
  const quantities = Object.create(null) as Record<string, number>;
  for (const line of lines) if (isAskedFor(line)) quantities[line.sku.id] = line.quantity;
  return quantities;
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
    quantities: quantitiesOf(lines),
    placedAt: order.placedAt,
    approvalLimitFen: credit.account?.limitFen ?? null,
    ...(lines.some((line) => line.request.isFlash === true) ? { isFlash: true as const } : {}),
  });
}
