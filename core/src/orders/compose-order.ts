import type { Caller } from '../platform/caller';
import { sum } from '../platform/money';
import type { Decision } from './decision';
import { reservedForMs } from './holds';
import type {
  Hold,
  Order,
  OrderEvent,
  OrderLine,
  OrderPart,
  OrderPartLine,
  OrderState,
  Verdict,
} from './model';

/** Who placed an order, and what they said beside the basket. */
export interface Placing {
  readonly caller: Caller;
  readonly number: string;
  readonly note: string;
  readonly requestHash: string;
}

const stateOf: Readonly<Record<Verdict, OrderState>> = {
  approved: 'approved',
  held: 'held',
  rejected: 'rejected',
};

/** The rows a decided order becomes. */
export function composeOrder(decision: Decision, { caller, number, note, requestHash }: Placing) {
  const { request, verdict } = decision;
  const { orderId, shipTo, at } = request;
  const order: Order = {
    id: orderId,
    number,
    sellerId: request.seller.id,
    buyerId: request.buyer.id,
    userId: caller.userId,
    state: stateOf[verdict],
    verdict,
    findings: decision.findings,
    channel: caller.channel,
    deviceId: caller.deviceId,
    ip: caller.ip,
    payerId: request.buyer.id,
    addressId: shipTo.id,
    receiver: shipTo.receiver,
    phone: shipTo.phone,
    regionCode: shipTo.regionCode,
    addressDetail: shipTo.detail,
    goodsFen: decision.goodsFen,
    freightFen: decision.freightFen,
    freightDueFen: decision.freightFen,
    freight: decision.freight,
    steps: decision.steps,
    stepDueAt: decision.stepDueAt,
    forfeitedFen: 0,
    payableFen: decision.payableFen,
    heldFen: decision.heldFen,
    note,
    placedAt: at,
    reservedUntil: reservedUntil(decision),
    requestHash,
    policyVersion: decision.policyVersion,
    revision: 1,
    priority: 0,
    deliverOn: request.deliverOn,
    waitsForFull: decision.waitsForFull,
    backOrderedAt: owesSomething(decision) ? at : null,
  };
  const event: OrderEvent = {
    orderId,
    eventNo: 1,
    kind: 'placed',
    actorId: caller.userId,
    actorName: caller.userName,
    detail: { verdict, rules: [...new Set(decision.findings.map(({ rule }) => rule))] },
    at,
  };
  return {
    order,
    lines: composeLines(decision),
    holds: composeHolds(decision),
    event,
    ...composeParts(decision),
  };
}

/** True when something of an approved order is still to come in. */
const owesSomething = ({ lines }: Decision) => lines.some(({ backOrdered }) => backOrdered > 0);

/** The parts of an approved order, as rows. */
export function composeParts({ request: { orderId }, parts }: Decision) {
  return {
    parts: parts.map((part): OrderPart => ({
      orderId,
      partNo: part.partNo,
      warehouseId: part.warehouseId,
      temperatureZone: part.temperatureZone,
      invoiceEntity: part.invoiceEntity,
      deliverOn: part.deliverOn,
      amountFen: part.amountFen,
    })),
    partLines: parts.flatMap(({ partNo, lines }) =>
      lines.map(({ lineNo, quantity, amountFen }): OrderPartLine => ({
        orderId,
        partNo,
        lineNo,
        quantity,
        amountFen,
      })),
    ),
  };
}

/** The lines of a decided order, with what is promised of each. */
export function composeLines({ request, lines, reservations }: Decision): readonly OrderLine[] {
  const isReserved = reservations.length > 0;
  return lines.map((line) => ({
    orderId: request.orderId,
    lineNo: line.lineNo,
    skuId: line.sku.id,
    skuName: line.sku.name,
    spec: line.sku.spec,
    baseUnit: line.sku.baseUnit,
    caseUnit: line.caseUnit,
    caseFactor: line.caseFactor,
    quantity: line.quantity,
    unit: line.unit,
    packVersion: line.sku.packVersion,
    unitPriceE4: line.price?.unitPriceE4 ?? 0,
    priceListId: line.price?.priceListId ?? '',
    amountFen: line.amountFen,
    discountFen: line.discountFen,
    giftOf: line.giftOf,
    payableFen: line.payableFen,
    reserved: isReserved ? sum(line.picks.map(({ quantity }) => quantity)) : 0,
    shipped: 0,
    signed: 0,
    cancelled: line.cancelled,
    backOrdered: line.backOrdered,
    closesOn: line.closesOn,
    shortage: line.request.shortage ?? null,
    substituteFor: line.substituteFor,
    acceptsAgeing: line.request.acceptsAgeing === true,
  }));
}

export function composeHolds({ request, holds }: Decision): readonly Hold[] {
  return holds.map((hold) => ({
    orderId: request.orderId,
    sellerId: request.seller.id,
    ...hold,
    status: 'open',
    clearedBy: null,
    clearedAt: null,
  }));
}

/**
 * Until when a held order keeps what it took; null when it took nothing, is not held, or has flash lines: those are
 * given up as a whole when they are not paid, and never keep a sale without its goods.
 */
export function reservedUntil({ verdict, reservations, heldFen, request }: Decision): number | null {
  if (request.lines.some(({ isFlash }) => isFlash)) return null;
  const tookSomething = reservations.length > 0 || heldFen > 0;
  return verdict === 'held' && tookSomething ? request.at + reservedForMs : null;
}

/** The credit an order takes. Nothing is posted when it takes nothing. */
export function composeHoldPosting({ credit: { account }, heldFen, request }: Decision, actorId: string) {
  if (!account || heldFen === 0) return [];
  const document = { documentKind: 'order', documentId: request.orderId, actorId, at: request.at } as const;
  return [{ accountId: account.id, kind: 'hold' as const, change: { heldFen }, ...document }];
}
