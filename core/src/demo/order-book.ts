import {
  afterShipping,
  afterSigning,
  claimsOf,
  composeHoldPosting,
  composeLines,
  composeOrder,
  composeParts,
  composeShipmentLines,
  countSigned,
  type Decision,
  everything,
  type OrderHistory,
  planShipment,
  promisedIn,
  type ShipmentLine,
  shipLines,
  signLines,
} from '../orders';
import { type Caller, dayOf, type Instant, sum } from '../platform';
import type { CreditBook } from './credit-book';
import type { StockBook } from './stock-book';

type Writable<Row> = { -readonly [Name in keyof Row]: Row[Name] };
type History = { [Name in keyof OrderHistory]: OrderHistory[Name][number][] };

/** An order that something may still happen to. */
export interface LiveOrder extends Omit<History, 'orders' | 'counts'> {
  readonly order: Writable<History['orders'][number]>;
}

/** How a held order was looked at again: what was overruled, by whom, when, and what came of it. */
export interface Review {
  readonly by: Caller;
  readonly decision: Decision;
  readonly accepted: readonly string[];
}

const nothing = (): History => ({
  orders: [],
  lines: [],
  holds: [],
  parts: [],
  partLines: [],
  events: [],
  shipments: [],
  shipmentLines: [],
  claims: [],
  counts: [],
});

/** Orders of the past: what the desks' rules make of them, as rows; they leave once nothing happens to them any more. */
export function openOrderBook(newIdAt: (at: Instant) => string, stock: StockBook, credit: CreditBook) {
  const counts = new Map<string, Writable<OrderHistory['counts'][number]>>();
  const live = new Map<string, LiveOrder>();
  let done = nothing();

  const numberOf = ({ seller, at }: Decision['request']) => {
    const day = dayOf(at);
    const key = `${seller.id} ${day}`;
    const count = counts.get(key) ?? { sellerId: seller.id, day, orderCount: 0 };
    count.orderCount += 1;
    counts.set(key, count);
    const short = day.slice(2).replaceAll('-', '');
    return `${seller.code}-${short}-${String(count.orderCount).padStart(4, '0')}`;
  };

  const trail = (
    one: LiveOrder,
    by: Pick<Caller, 'userId' | 'userName'>,
    kind: History['events'][number]['kind'],
    at: Instant,
    detail: Record<string, unknown>,
  ) =>
    one.events.push({
      orderId: one.order.id,
      eventNo: one.events.length + 1,
      kind,
      actorId: by.userId,
      actorName: by.userName,
      detail,
      at,
    });

  const hold = (decision: Decision, actorId: string, at: Instant) => {
    const { buyer, seller } = decision.request;
    for (const { change, documentKind, documentId } of composeHoldPosting(decision, actorId)) {
      credit.post(buyer.id, seller.id, change, { kind: 'hold', documentKind, documentId, actorId, at });
    }
  };

  const finish = (one: LiveOrder) => {
    live.delete(one.order.id);
    done.orders.push(one.order);
    for (const name of ['lines', 'holds', 'parts', 'partLines', 'events'] as const) {
      (done[name] as unknown[]).push(...one[name]);
    }
    for (const name of ['shipments', 'shipmentLines', 'claims'] as const) {
      (done[name] as unknown[]).push(...one[name]);
    }
  };

  return {
    /** Writes a decided order down; a review that followed has been decided in the same breath. */
    place(decision: Decision, caller: Caller, note: string, review: Review | null): LiveOrder {
      const { request } = decision;
      const number = numberOf(request);
      const requestHash = request.orderId.padEnd(64, '0');
      const { order, event, ...rows } = composeOrder(decision, { caller, number, note, requestHash });
      const one: LiveOrder = {
        order: { ...order },
        lines: [...rows.lines],
        holds: [...rows.holds],
        parts: [...rows.parts],
        partLines: [...rows.partLines],
        events: [event],
        shipments: [],
        shipmentLines: [],
        claims: [],
      };
      live.set(order.id, one);
      hold(decision, caller.userId, request.at);
      if (!review) {
        stock.promise(decision.reservations);
        if (order.state === 'rejected') finish(one);
        return one;
      }
      const { by, decision: again, accepted } = review;
      const at = again.request.at;
      if (order.heldFen > 0) {
        const change = { heldFen: -order.heldFen };
        const document = { documentKind: 'order', documentId: order.id, actorId: by.userId, at } as const;
        credit.post(order.buyerId, order.sellerId, change, { kind: 'release', ...document });
      }
      const isApproved = again.verdict === 'approved';
      const cleared = { status: 'cleared', clearedBy: by.userName, clearedAt: at } as const;
      one.holds.splice(0, one.holds.length, ...rows.holds.map((held) => ({ ...held, ...cleared })));
      one.order.reservedUntil = null;
      if (isApproved) {
        hold(again, by.userId, at);
        stock.promise(again.reservations);
        const { findings, goodsFen, payableFen, heldFen, policyVersion } = again;
        Object.assign(one.order, {
          state: 'approved',
          findings,
          goodsFen,
          payableFen,
          heldFen,
          policyVersion,
        });
        one.lines.splice(0, one.lines.length, ...composeLines(again));
        const { parts, partLines } = composeParts(again);
        one.parts.push(...parts);
        one.partLines.push(...partLines);
        trail(one, by, 'approved', at, { accept: accepted, note: '老客户，按现货发' });
        return one;
      }
      one.lines.splice(
        0,
        one.lines.length,
        ...one.lines.map((line) => ({ ...line, reserved: 0, backOrdered: 0 })),
      );
      Object.assign(one.order, { state: 'rejected', heldFen: 0, backOrderedAt: null });
      trail(one, by, 'rejected', at, { reason: '暂时无法供货，请结清或到货后重新下单' });
      finish(one);
      return one;
    },

    /** Everything promised leaves, a shipment a part. */
    ship(one: LiveOrder, by: Caller, carrier: string): readonly string[] {
      const { order, parts, partLines } = one;
      const { at } = by;
      return parts.flatMap(({ partNo, warehouseId }) => {
        const lineNos = partLines.flatMap((line) => (line.partNo === partNo ? [line.lineNo] : []));
        const leaving = promisedIn({ warehouseId, lineNos }, stock.promisesOf(order.id), stock.lots);
        const releases = planShipment(order.id, one.lines, leaving, stock.lots, everything(leaving));
        if (!releases) return [];
        const shipmentId = newIdAt(at);
        const shipped = composeShipmentLines(shipmentId, one.lines, releases, stock.lots);
        const amountFen = sum(shipped.map((line) => line.amountFen));
        const document = {
          documentKind: 'shipment',
          documentId: shipmentId,
          actorId: by.userId,
          at,
        } as const;
        stock.issue(order.buyerId, releases, { kind: 'ship', ...document });
        const change = { heldFen: -amountFen, shippedFen: amountFen };
        credit.post(order.buyerId, order.sellerId, change, { kind: 'ship', ...document });
        const trackingNo = '';
        one.shipments.push({
          id: shipmentId,
          orderId: order.id,
          carrier,
          trackingNo,
          freightFen: 0,
          shippedAt: at,
          signedAt: null,
          signature: null,
        });
        one.shipmentLines.push(...shipped);
        one.lines.splice(0, one.lines.length, ...shipLines(one.lines, releases));
        order.heldFen -= amountFen;
        order.state = afterShipping(
          one.lines.every((line) => line.shipped + line.cancelled === line.quantity),
        );
        trail(one, by, 'shipped', at, { shipmentId, carrier, trackingNo, amountFen });
        return [shipmentId];
      });
    },

    /**
     * The buyer signs; what it accepts is billed. `damaged` units of the first line were broken on the way.
     * Answers what was accepted, and the last day of the bill.
     */
    sign(one: LiveOrder, shipmentId: string, by: Caller, damaged: number) {
      const { order } = one;
      const { at } = by;
      const sent = one.shipmentLines.filter((line) => line.shipmentId === shipmentId);
      const [first] = sent;
      const broken = first && damaged > 0 && damaged < first.quantity ? damaged : 0;
      const differences =
        first && broken > 0
          ? [{ shipmentLineNo: first.shipmentLineNo, short: 0, damaged: broken, refused: 0 }]
          : [];
      const signed = signLines(sent, differences);
      if (!signed) throw new Error('more was broken than was sent');
      const acceptedFen = sum(signed.map((line) => line.acceptedFen));
      const document = { documentKind: 'shipment', documentId: shipmentId, actorId: by.userId, at } as const;
      const change = { shippedFen: -sum(signed.map((line) => line.amountFen)), receivableFen: acceptedFen };
      credit.post(order.buyerId, order.sellerId, change, { kind: 'sign', ...document });
      const billDueOn = acceptedFen > 0 ? credit.bill(order, acceptedFen, at) : null;
      takeBack(stock, order.sellerId, signed, by, shipmentId);
      const byNo = new Map(signed.map((line) => [line.shipmentLineNo, line]));
      one.shipmentLines.splice(
        0,
        one.shipmentLines.length,
        ...one.shipmentLines.map((line) =>
          line.shipmentId === shipmentId ? (byNo.get(line.shipmentLineNo) ?? line) : line,
        ),
      );
      const method = 'tap' as const;
      const signature = {
        method,
        references: [],
        place: '',
        latitudeE6: null,
        longitudeE6: null,
        signedBy: by.userName,
      };
      one.shipments.splice(
        0,
        one.shipments.length,
        ...one.shipments.map((shipment) =>
          shipment.id === shipmentId ? { ...shipment, signedAt: at, signature } : shipment,
        ),
      );
      one.lines.splice(0, one.lines.length, ...countSigned(one.lines, signed));
      const opened = claimsOf(signed);
      for (const claim of opened) {
        const untouched = {
          state: 'open',
          note: '',
          openedAt: at,
          settledBy: null,
          settledAt: null,
        } as const;
        one.claims.push({ ...claim, id: newIdAt(at), ...untouched });
      }
      const isAllSigned = one.shipmentLines.every(({ accepted }) => accepted !== null);
      order.state = afterSigning(order.state, isAllSigned, one.claims.length > 0);
      trail(one, by, 'signed', at, {
        shipmentId,
        acceptedFen,
        differences: opened.length > 0 ? 1 : 0,
        method,
      });
      if (order.state === 'completed') finish(one);
      return { signed, billDueOn };
    },

    /** The seller bears what was broken. */
    settle(one: LiveOrder, by: Caller): void {
      const { at } = by;
      const note = '核实属实，按差异免收';
      const amountFen = sum(one.claims.map((claim) => claim.amountFen));
      const settled = { state: 'accepted', note, settledBy: by.userName, settledAt: at } as const;
      one.claims.splice(0, one.claims.length, ...one.claims.map((claim) => ({ ...claim, ...settled })));
      trail(one, by, 'settled', at, { outcome: 'accepted', note, amountFen, claims: one.claims.length });
      trail(one, { userId: 'system', userName: '系统' }, 'completed', at, {});
      one.order.state = 'completed';
      finish(one);
    },

    /** Rows that nothing changes any more, each handed out once. */
    drain(): History {
      const drained = done;
      done = nothing();
      return drained;
    },
    /** The orders that are still open today, and the numbers given. */
    close(): History {
      for (const one of [...live.values()]) finish(one);
      const left = done;
      done = nothing();
      return { ...left, counts: [...counts.values()] };
    },
  };
}

/** Damaged goods come back as damaged. */
function takeBack(
  stock: StockBook,
  ownerId: string,
  signed: readonly ShipmentLine[],
  by: Caller,
  shipmentId: string,
): void {
  for (const { lotId, damaged } of signed) {
    const lot = stock.lots.get(lotId);
    if (!lot || damaged === 0) continue;
    const { warehouseId, skuId, lotNo, producedOn, expiresOn } = lot;
    stock.receive(
      { ownerId, warehouseId, skuId, lotNo, producedOn, expiresOn, quality: 'damaged', quantity: damaged },
      { kind: 'return', documentKind: 'signing', documentId: shipmentId, actorId: by.userId, at: by.at },
    );
  }
}
