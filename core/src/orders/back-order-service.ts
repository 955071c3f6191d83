import {
  type Caller,
  type Day,
  dayOf,
  emit,
  type Instant,
  type JobDefinition,
  keyBy,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import { fitPrepaid, postCredit } from '../credit';
import { loadParties } from '../partners';
import { commitBackOrders, loadReservations, releasePart } from '../stock';
import { type CloseScope, closeLines } from './close-lines';
import { commitmentsOf } from './commitments';
import { closeFreight } from './delivery/carry-freight';
import { orderEvent } from './events';
import { returnFlash } from './flash-return-service';
import { fillService } from './fill-service';
import { fulfilStore } from './fulfil-store';
import { promisedFen, unsignedFen } from './line-worth';
import {
  addTrail,
  decidedPayload,
  type LockedOrder,
  onceOnOrder,
  type OrderCommand,
  system,
} from './locked-order-service';
import type { Order, OrderLine } from './model';
import { accountFor } from './fulfil-service';
import { lineKey } from './release-check-service';
import { splitAgain } from './split-service';
import { afterClosing } from './states';
import { orderStore } from './store';

export interface ShortCloseInput extends OrderCommand {
  /** `backOrdered` closes what waits for goods, `rest` all that has not shipped. */
  readonly scope: CloseScope;
  /** Left out: every line. */
  readonly lineNos?: readonly number[] | undefined;
  readonly reason: string;
}

export interface BackOrderQuery {
  readonly side: 'buyer' | 'seller';
  readonly skuId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const closedTogether = 100;

type Actor = Pick<Caller, 'userId' | 'userName'>;

export function backOrderService(platform: Platform) {
  const { database, newId, outbox, clock } = platform;
  const { fillArrived } = fillService(platform);

  /** Closes what is left of an order: what was promised and held for it comes free, and the buyer is told. */
  const close = async (
    tx: Tx,
    actor: Actor,
    at: Instant,
    { order, lines, shipmentLines, claims }: LockedOrder,
    scope: CloseScope,
    lineNos: readonly number[] | undefined,
    reason: string,
  ) => {
    const closed = closeLines(lines, scope, lineNos);
    if (!closed) throw new Refused('orders.nothingToClose');
    const promisedBefore = new Map(lines.map((line) => [line.lineNo, line.reserved]));
    const promisedAfter = new Map(closed.lines.map((line) => [line.lineNo, line.reserved]));
    await returnFlash(
      tx,
      newId,
      { orderId: order.id, at },
      (no) => (promisedBefore.get(no) ?? 0) - (promisedAfter.get(no) ?? 0),
    );
    const account = await accountFor(tx, order);
    const freight = closeFreight(order, closed.lines);
    const heldFen = promisedFen(closed.lines) + freight.heldFen;
    if (heldFen < order.heldFen) {
      const change = { heldFen: heldFen - order.heldFen };
      const document = { documentKind: 'order', documentId: order.id, actorId: actor.userId, at } as const;
      await postCredit(tx, newId, [{ accountId: account.id, kind: 'release', change, ...document }], {
        withinLimit: false,
      });
      const standsForFen = heldFen + unsignedFen(shipmentLines) + freight.underWayFen;
      const ofOrder = { account, orderId: order.id, actorId: actor.userId, at };
      await fitPrepaid(tx, newId, { ...ofOrder, standsForFen });
    }
    await releaseClosed(tx, order, lines, closed.lines);
    const store = orderStore(tx);
    await store.changeLines(closed.lines);
    await splitAgain(tx, order, closed.lines, at);
    await commitBackOrders(tx, [order.id], commitmentsOf(order, closed.lines, dayOf(at)));
    const count = (unitsOf: (line: OrderLine) => number) =>
      closed.lines.reduce((total, line) => total + unitsOf(line), 0);
    const stillBackOrdered = count(({ backOrdered }) => backOrdered);
    const state = afterClosing({
      state: order.state,
      stillPromised: count(({ reserved }) => reserved),
      stillBackOrdered,
      shipped: count(({ shipped }) => shipped),
      everythingSigned: shipmentLines.every(({ accepted }) => accepted !== null),
      hasOpenClaims: claims.some((claim) => claim.state === 'open'),
    });
    await store.changeOrder(order, {
      state,
      heldFen,
      freightFen: freight.freightFen,
      freightDueFen: freight.freightDueFen,
      payableFen: count(({ payableFen }) => payableFen) + freight.freightFen,
      backOrderedAt: stillBackOrdered > 0 ? order.backOrderedAt : null,
    });
    const detail = { reason, units: closed.closed, scope };
    await addTrail(tx, actor, order.id, 'shortClosed', at, detail);
    await emit(tx, [
      orderEvent(newId(), 'order.shortClosed', at, { ...decidedPayload(order, reason), state }),
    ]);
  };

  return {
    /**
     * 关闭欠货: closes what is left of an order, with a reason the buyer reads.
     * @throws orders.unknown, orders.stateForbids, orders.nothingToClose, orders.revisionStale, command.idReused
     */
    shortClose: (caller: Caller, input: ShortCloseInput) =>
      onceOnOrder(platform, caller, 'shortClose', input, (tx, locked) =>
        close(tx, caller, caller.at, locked, input.scope, input.lineNos, input.reason),
      ),

    /** What waits for goods, the longest wait first. */
    backOrders: (caller: Caller, query: BackOrderQuery) =>
      database.read(async (tx) => {
        const found = await fulfilStore(tx).backOrders({
          side: query.side,
          partyId: caller.partyId,
          skuId: query.skuId ?? null,
          after: query.cursor ? readCursor(query.cursor, 'number', 'string', 'number') : null,
          limit: query.limit + 1,
        });
        const page = pageOf(found, query.limit, ({ backOrderedAt, orderId, lineNo }) => [
          backOrderedAt,
          orderId,
          lineNo,
        ]);
        const parties = await loadParties(tx, [
          ...new Set(page.items.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId])),
        ]);
        return { ...page, nameOf: (partyId: string) => parties.get(partyId)?.name ?? '' };
      }),

    /** Closes what has waited for as long as its policy lets it. Answers how many orders that was. */
    async closeOverdue(on: Day, at: Instant): Promise<number> {
      const overdue = await database.read((tx) => fulfilStore(tx).overdueBackOrders(on, closedTogether));
      for (const { orderId } of overdue) {
        await database.transaction(async (tx) => {
          const locked = await lockForSystem(tx, orderId);
          const due = locked?.lines.filter(
            ({ backOrdered, closesOn }) => backOrdered > 0 && closesOn !== null && closesOn <= on,
          );
          if (!locked || !due || due.length === 0) return;
          const lineNos = due.map(({ lineNo }) => lineNo);
          await close(tx, system, at, locked, 'backOrdered', lineNos, '欠货到期自动关闭');
        });
      }
      outbox.poke();
      return overdue.length;
    },

    fillArrived,

    backOrderJobs(): readonly JobDefinition[] {
      return [
        {
          name: 'orders.fillBackOrders',
          every: { ms: 60_000 },
          run: async () => {
            await fillArrived(clock.now());
          },
        },
        {
          name: 'orders.closeBackOrders',
          every: { dailyAt: '00:40' },
          run: async () => {
            const at = clock.now();
            while ((await this.closeOverdue(dayOf(at), at)) === closedTogether);
          },
        },
      ];
    },
  };
}

/** Frees what a closing no longer promises: all that its lines were promised, never a part of a line. */
async function releaseClosed(
  tx: Tx,
  order: Order,
  before: readonly OrderLine[],
  after: readonly OrderLine[],
): Promise<void> {
  const kept = keyBy(after, lineKey);
  const freed = before.filter((line) => line.reserved > 0 && kept.get(lineKey(line))?.reserved === 0);
  if (freed.length === 0) return;
  const lineNos = new Set(freed.map(({ lineNo }) => lineNo));
  const reservations = await loadReservations(tx, [order.id]);
  await releasePart(
    tx,
    reservations
      .filter(({ lineNo }) => lineNos.has(lineNo))
      .map(({ orderId, lineNo, lotId, open }) => ({ orderId, lineNo, lotId, quantity: open })),
  );
}

async function lockForSystem(tx: Tx, orderId: string): Promise<LockedOrder | null> {
  const [order] = await fulfilStore(tx).ordersLocked([orderId]);
  if (!order || order.backOrderedAt === null) return null;
  const store = orderStore(tx);
  const lines = await store.lines([orderId]);
  return {
    order,
    lines,
    holds: [],
    reserved: 0,
    backOrdered: 0,
    shipmentLines: await store.shipmentLines(orderId),
    claims: await fulfilStore(tx).claims([orderId]),
  };
}
