import {
  type Caller,
  commandsOver,
  type Consumer,
  type Day,
  dayOf,
  groupBy,
  type Instant,
  keyBy,
  type Platform,
  type PriceE4,
  Refused,
  sum,
  type Tx,
} from '../platform';
import { loadSkus, priceLine, readPricing, type Sku } from '../catalog';
import { accountKey, issueBill, loadAccounts, postCredit } from '../credit';
import { loadParties, loadSupplies } from '../partners';
import {
  answerBorrow,
  askToBorrow,
  type BorrowAnswered,
  type BorrowLent,
  type BorrowProposal,
  type BorrowReleased,
  type BorrowRequested,
  borrowedKey,
  hearAnswer,
  lastsUntil,
  lendOut,
  loadBorrow,
  loadBorrowed,
  loadFreeLots,
  loadLoan,
  loadSharing,
  loadWarehouses,
  releaseLoan,
  reserveMore,
  settleLoan,
  sharingOf,
  sourceOrder,
  takeBackBorrows,
  takeInBorrowed,
} from '../stock';
import { decideFills } from './decide-fills-service';
import type { Order, OrderLine } from './model';
import { orderStore } from './store';
import { writeFills } from './write-fills-service';

/** A line whose decision says what of it is to be borrowed. */
export interface BorrowsDecided {
  readonly orderId: string;
  readonly lineNo: number;
  /** The order's seller, who borrows. */
  readonly sellerId: string;
  readonly sku: Sku;
  readonly lastsUntil: Day;
  readonly borrows: readonly BorrowProposal[];
}

/**
 * Asks lenders for what decided lines are to borrow, in the transaction that writes the orders: each
 * lender answers in one of its own.
 */
export async function askLenders(
  tx: Tx,
  newId: () => string,
  decided: readonly BorrowsDecided[],
  requestedBy: string,
  at: Instant,
): Promise<number> {
  const asked = decided.flatMap(({ orderId, lineNo, sellerId, sku, lastsUntil: until, borrows }) =>
    borrows.map(({ agreementId, lenderId, quantity, unitPriceE4 }) => ({
      ...{ borrowerId: sellerId, lenderId, agreementId, orderId, lineNo, skuId: sku.id },
      ...{ quantity, unitPriceE4, lastsUntil: until, requestedBy },
      ...{ productLine: sku.productLine, temperatureZone: sku.temperatureZone },
    })),
  );
  if (asked.length > 0) await askToBorrow(tx, newId, asked, at);
  return asked.length;
}

/** What these parties pay their own suppliers today for a base unit, the cheapest of them; null without a price. */
export async function loadPurchasePrices(
  tx: Tx,
  partyIds: readonly string[],
  skuIds: readonly string[],
  on: Day,
): Promise<(partyId: string, skuId: string) => PriceE4 | null> {
  const buyerIds = [...new Set(partyIds)];
  const supplies = await loadSupplies(tx, buyerIds);
  const parties = await loadParties(tx, buyerIds);
  const pricing = await readPricing(
    tx,
    supplies.map(({ sellerId, buyerId }) => ({ sellerId, buyerId, skuIds })),
  );
  return (partyId, skuId) => {
    const buyer = parties.get(partyId);
    if (!buyer) return null;
    const own = [
      ...new Set(supplies.flatMap((supply) => (supply.buyerId === partyId ? [supply.sellerId] : []))),
    ];
    const prices = own.flatMap((sellerId) => {
      const unit = { unit: '', factor: 1 };
      const price = priceLine(pricing, { sellerId, buyer, skuId, quantity: 1, unit, on });
      return price ? [price.unitPriceE4] : [];
    });
    return prices.length > 0 ? Math.min(...prices) : null;
  };
}

export interface BorrowCommand {
  readonly commandId: string;
  readonly borrowId: string;
}

/** States in which an order still wants goods. */
const wanting: ReadonlySet<string> = new Set(['held', 'approved', 'picking']);

/** States in which what is owed may be filled. */
const fillable: ReadonlySet<string> = new Set(['approved', 'picking']);

/** The desk between an order that is short and the stock that others share. */
export function borrowService({ database, newId, outbox }: Platform) {
  const commands = commandsOver(database);
  const once = async (
    caller: Caller,
    kind: string,
    input: { readonly commandId: string },
    work: (tx: Tx) => Promise<object>,
  ) => {
    const answer = await commands(caller, kind, input.commandId, input, work);
    outbox.poke();
    return answer;
  };

  return {
    /**
     * Asks lenders for what one of the caller's orders lacks and its own stock does not have.
     * @throws orders.unknown, orders.stateForbids, pool.nothingToBorrow, command.idReused
     */
    borrow: (caller: Caller, input: { readonly commandId: string; readonly orderId: string }) =>
      once(caller, 'pool.borrow', input, async (tx) => {
        const store = orderStore(tx);
        const order = await store.orderLocked(input.orderId);
        if (order?.sellerId !== caller.partyId) throw new Refused('orders.unknown');
        if (!wanting.has(order.state)) throw new Refused('orders.stateForbids');
        const lines = await store.lines([order.id]);
        const decided = await findLenders(tx, order, lines, caller.at);
        if ((await askLenders(tx, newId, decided, caller.userId, caller.at)) === 0) {
          throw new Refused('pool.nothingToBorrow');
        }
        return {};
      }),

    /** Takes back a request of the caller's before its goods have left. @throws pool.borrowUnknown, pool.stateForbids, command.idReused */
    takeBack: (caller: Caller, input: BorrowCommand) =>
      once(caller, 'pool.takeBack', input, async (tx) => {
        const request = await loadBorrow(tx, caller.partyId, input.borrowId);
        if (!request) throw new Refused('pool.borrowUnknown');
        const { orderId, id } = request;
        const taken = await takeBackBorrows(tx, newId, orderId, [id], 'withdrawn', caller.at);
        if (taken === 0) throw new Refused('pool.stateForbids');
        return {};
      }),

    /**
     * Sends lent goods to their borrower: they leave the caller's ledger, and are billed at the transfer
     * price where the borrower has an account with the caller.
     * @throws pool.borrowUnknown, pool.stateForbids, command.idReused, stock.recalled, stock.expired
     */
    lend: (caller: Caller, input: BorrowCommand) =>
      once(caller, 'pool.lend', input, async (tx) => {
        const found = await loadLoan(tx, caller.partyId, input.borrowId);
        if (!found) throw new Refused('pool.borrowUnknown');
        if (found.state !== 'reserved') throw new Refused('pool.stateForbids');
        const { borrowerId, lenderId, id } = found;
        // Credit before lots: every path locks in that order.
        const account = (await loadAccounts(tx, [borrowerId], [lenderId], true)).get(
          accountKey(borrowerId, lenderId),
        );
        const lent = await lendOut(tx, newId, found, caller.userId, caller.at);
        const amountFen = sum(lent.settlements.map((settlement) => settlement.amountFen));
        let billId: string | null = null;
        if (account && amountFen > 0) {
          const document = { documentKind: 'shipment', documentId: id } as const;
          const change = { receivableFen: amountFen };
          const { userId: actorId, at } = caller;
          await postCredit(
            tx,
            newId,
            [{ accountId: account.id, kind: 'sign', change, ...document, actorId, at }],
            {
              withinLimit: false,
            },
          );
          const named = { orderId: id, orderNumber: `JH-${id.slice(-12)}` };
          const bill = await issueBill(tx, newId, { account, ...named, amountFen, issuedAt: at });
          billId = bill.id;
        }
        await settleLoan(tx, newId, lent, billId, caller.at);
        return {};
      }),
  };
}

/** What an order's lines lack after its own promises and what was asked for already, and who could lend it. */
async function findLenders(
  tx: Tx,
  order: Order,
  lines: readonly OrderLine[],
  at: Instant,
): Promise<readonly BorrowsDecided[]> {
  const { sellerId, buyerId, id: orderId } = order;
  const on = dayOf(at);
  const asked = await loadBorrowed(tx, [orderId]);
  const lacking = lines.flatMap((line) => {
    const coming = sum(
      (asked.get(borrowedKey(line)) ?? []).map(({ promised, quantity }) => promised || quantity),
    );
    const quantity = lackOf(line) - coming;
    return quantity > 0 ? [{ line, quantity }] : [];
  });
  const skuIds = lacking.map(({ line }) => line.skuId);
  const skus = await loadSkus(tx, skuIds);
  const buyer = (await loadParties(tx, [buyerId])).get(buyerId);
  if (!buyer) return [];
  const purchasePrice = await loadPurchasePrices(tx, [sellerId], skuIds, on);
  const sharing = await loadSharing(tx, { borrowerIds: [sellerId], skuIds, on });
  const own = await loadFreeLots(tx, [sellerId], skuIds, false);
  const lots = groupBy([...own, ...sharing.lots], ({ ownerId, skuId }) => `${ownerId} ${skuId}`);
  const wants = lacking.flatMap(({ line: { lineNo, skuId }, quantity }) => {
    const sku = skus.get(skuId);
    if (!sku) return [];
    const until = lastsUntil(on, sku.shelfLifeDays, buyer);
    const want = { orderId, lineNo, sellerId, skuId, quantity, lastsUntil: until };
    return [{ want, sku, temperatureZone: sku.temperatureZone, productLine: sku.productLine }];
  });
  const { lines: sourced } = sourceOrder({
    sellerId,
    regionCode: order.regionCode,
    on,
    contract: null,
    warehouses: await loadWarehouses(tx, [sellerId]),
    wants,
    lotsOf: (ownerId, skuId) => lots.get(`${ownerId} ${skuId}`) ?? [],
    sharing: sharingOf(sharing, sellerId, (skuId) => purchasePrice(sellerId, skuId)),
  });
  const wantOf = keyBy(wants, ({ want }) => String(want.lineNo));
  return sourced.flatMap(({ lineNo, borrows }) => {
    const found = wantOf.get(String(lineNo));
    if (!found || borrows.length === 0) return [];
    return [{ orderId, lineNo, sellerId, sku: found.sku, lastsUntil: found.want.lastsUntil, borrows }];
  });
}

/** What of a line is neither promised from own lots, nor shipped, nor cancelled. */
const lackOf = ({ quantity, reserved, shipped, cancelled }: OrderLine) =>
  quantity - reserved - shipped - cancelled;

/**
 * The two sides of a borrowing, joined by the outbox: each handles what the other said in a transaction of
 * its own stock alone. Whatever comes twice, late or out of order finds its record as it is, and leaves it so.
 */
export function borrowConsumers({ newId }: Pick<Platform, 'newId'>): readonly Consumer[] {
  return [
    {
      name: 'borrow.lender',
      events: ['borrow.requested', 'borrow.released'],
      async handle(tx, { name, payload, at }) {
        if (name === 'borrow.requested') await answerBorrow(tx, newId, payload as BorrowRequested, at);
        else await releaseLoan(tx, payload as BorrowReleased, at);
      },
    },
    {
      name: 'borrow.borrower',
      events: ['borrow.answered', 'borrow.lent'],
      async handle(tx, { name, payload, at }) {
        if (name === 'borrow.answered') await hearAnswer(tx, payload as BorrowAnswered, at);
        else await arrive(tx, newId, payload as BorrowLent, at);
      },
    },
    {
      // What an order no longer wants goes back to its lenders.
      name: 'borrow.order',
      events: [
        'order.approved',
        'order.rejected',
        'order.cancelled',
        'order.edited',
        'order.filled',
        'order.shortClosed',
      ],
      async handle(tx, { payload, at }) {
        const { orderId } = payload as { readonly orderId: string };
        await giveUpSurplus(tx, newId, orderId, at);
      },
    },
  ];
}

/** Borrowed goods come in; the order they were borrowed for is promised them before any other may be. */
async function arrive(tx: Tx, newId: () => string, lent: BorrowLent, at: Instant) {
  // The order before its requests, and credit before lots: every path locks in that order.
  const request = await loadBorrow(tx, lent.borrowerId, lent.borrowId);
  if (!request) return;
  const store = orderStore(tx);
  const order = await store.orderLocked(request.orderId);
  const lines = order ? await store.lines([order.id]) : [];
  const line = lines.find(({ lineNo }) => lineNo === request.lineNo);
  const isOwed = order !== undefined && fillable.has(order.state) && (line?.backOrdered ?? 0) > 0;
  if (isOwed) await loadAccounts(tx, [order.buyerId], [order.sellerId], true);
  const arrived = await takeInBorrowed(tx, newId, lent, at);
  if (!arrived || !order || !line) return;
  if (isOwed) return giveArrived(tx, newId, order, lines, line, arrived, at);
  const keepsPromises = order.state === 'held' && order.reservedUntil !== null && order.reservedUntil > at;
  if (keepsPromises) await promiseArrived(tx, line, arrived);
}

type ArrivedLots = NonNullable<Awaited<ReturnType<typeof takeInBorrowed>>>;

/** An approved order is filled as from the queue, and its credit, region and life rules are asked as there. */
async function giveArrived(
  tx: Tx,
  newId: () => string,
  order: Order,
  lines: readonly OrderLine[],
  { lineNo, skuId }: OrderLine,
  arrived: ArrivedLots,
  at: Instant,
) {
  const linesOf = new Map([[order.id, lines]]);
  const came = { lineNo, lotIds: new Set(arrived.map(({ lotId }) => lotId)) };
  const fills = await decideFills(tx, [order], linesOf, new Set([skuId]), at, came);
  await writeFills(tx, newId, [order], linesOf, fills, at);
}

/** A held order that keeps its promises keeps these beside them; its credit was held when it was decided. */
async function promiseArrived(tx: Tx, line: OrderLine, arrived: ArrivedLots) {
  let lack = lackOf(line);
  const promises = arrived.flatMap(({ lotId, quantity }) => {
    const open = Math.min(lack, quantity);
    lack -= open;
    return open > 0 ? [{ orderId: line.orderId, lineNo: line.lineNo, lotId, open }] : [];
  });
  if (promises.length === 0) return;
  await reserveMore(tx, promises);
  const more = sum(promises.map(({ open }) => open));
  await orderStore(tx).changeLines([{ ...line, reserved: line.reserved + more }]);
}

/** Takes back requests beyond what the lines of an order still lack; all of them when it has ended. */
async function giveUpSurplus(tx: Tx, newId: () => string, orderId: string, at: Instant) {
  const store = orderStore(tx);
  const order = await store.orderLocked(orderId);
  if (!order) return;
  const lines = keyBy(await store.lines([orderId]), (line) => borrowedKey(line));
  const surplus: string[] = [];
  for (const [key, requests] of await loadBorrowed(tx, [orderId])) {
    const line = lines.get(key);
    let lack = line && wanting.has(order.state) ? lackOf(line) : 0;
    for (const { id, promised, quantity } of requests) {
      if (lack <= 0) surplus.push(id);
      lack -= promised || quantity;
    }
  }
  const reason = wanting.has(order.state) ? 'notNeeded' : 'orderEnded';
  if (surplus.length > 0) await takeBackBorrows(tx, newId, orderId, surplus, reason, at);
}
