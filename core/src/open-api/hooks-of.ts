import type {
  AfterSalesClosed,
  AfterSalesTold,
  OrderDecided,
  OrderEdited,
  OrderPlaced,
  OrderShipped,
} from '../orders';
import type { PaymentPaid, RefundMoved } from '../payments';
import type { DomainEvent } from '../platform/outbox/event';
import type { HookType } from './model';

/** What a webhook is told of an event. Fields are picked one by one: what is added to an event does not leave by itself. */
export interface Hook {
  readonly type: HookType;
  /** Whose it is; nobody else hears of it. */
  readonly partyIds: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

interface Between {
  readonly sellerId: string;
  readonly buyerId: string;
}

const hook = (type: HookType, { sellerId, buyerId }: Between, data: Hook['data']): Hook => ({
  type,
  partyIds: [...new Set([sellerId, buyerId])],
  data: { ...data, sellerId, buyerId },
});

const ofOrder = ({ orderId, number }: OrderDecided) => ({ orderId, number });
const ofRequest = ({ requestId, number, kind, orderId, orderNumber }: AfterSalesTold) => ({
  afterSalesId: requestId,
  number,
  kind,
  orderId,
  orderNumber,
});

const ended = (type: HookType) => (payload: unknown) => {
  const order = payload as OrderDecided;
  return [hook(type, order, { ...ofOrder(order), reason: order.reason })];
};
const sent = (type: HookType) => (payload: unknown) => {
  const shipped = payload as OrderShipped;
  const { orderId, number, shipmentId } = shipped;
  return [hook(type, shipped, { orderId, number, shipmentId })];
};
const asked = (type: HookType) => (payload: unknown) => {
  const request = payload as AfterSalesTold;
  return [hook(type, request, ofRequest(request))];
};

const tellings: Readonly<Record<string, (payload: unknown) => readonly Hook[]>> = {
  'order.placed': (payload) => {
    const placed = payload as OrderPlaced;
    const { orderId, number, verdict, payableFen } = placed;
    const told = [hook('order.placed', placed, { orderId, number, verdict, payableFen })];
    // An order that nobody had to look at was decided as it was placed; who waits for a decision hears of it alike.
    if (verdict !== 'approved' && verdict !== 'rejected') return told;
    const reason = verdict === 'rejected' ? { reason: '' } : {};
    return [...told, hook(`order.${verdict}`, placed, { orderId, number, ...reason })];
  },
  'order.approved': (payload) => {
    const order = payload as OrderDecided;
    return [hook('order.approved', order, ofOrder(order))];
  },
  'order.rejected': ended('order.rejected'),
  'order.cancelled': ended('order.cancelled'),
  'order.edited': (payload) => {
    const edited = payload as OrderEdited;
    const { revision, state, payableFen } = edited;
    return [hook('order.edited', edited, { ...ofOrder(edited), revision, state, payableFen })];
  },
  'order.shipped': sent('order.shipped'),
  'order.signed': sent('order.signed'),
  'payment.paid': (payload) => {
    const paid = payload as PaymentPaid;
    const { paymentId, orderId, paidFen } = paid;
    return [hook('payment.paid', paid, { paymentId, orderId, paidFen })];
  },
  'payment.refunded': (payload) => {
    const moved = payload as RefundMoved;
    const { paymentId, refundId, orderId, amountFen } = moved;
    return [hook('payment.refunded', moved, { paymentId, refundId, orderId, amountFen })];
  },
  'afterSales.requested': asked('afterSales.requested'),
  'afterSales.approved': asked('afterSales.approved'),
  'afterSales.refused': (payload) => {
    const request = payload as AfterSalesTold & { readonly words: string };
    return [hook('afterSales.refused', request, { ...ofRequest(request), words: request.words })];
  },
  'afterSales.closed': (payload) => {
    const request = payload as AfterSalesClosed;
    const { state, grantedFen } = request;
    return [hook('afterSales.closed', request, { ...ofRequest(request), state, grantedFen })];
  },
};

/** The events webhooks may be told of. */
export const toldEvents: readonly string[] = Object.keys(tellings);

/** What webhooks are told of an event, and whose. */
export const hooksOf = ({ name, payload }: Pick<DomainEvent, 'name' | 'payload'>): readonly Hook[] =>
  tellings[name]?.(payload) ?? [];

/** What may be chosen, in the order of an order’s life. */
export const hookTypes: readonly HookType[] = [
  'order.placed',
  'order.approved',
  'order.rejected',
  'order.edited',
  'order.cancelled',
  'order.shipped',
  'order.signed',
  'payment.paid',
  'payment.refunded',
  'afterSales.requested',
  'afterSales.approved',
  'afterSales.refused',
  'afterSales.closed',
];
