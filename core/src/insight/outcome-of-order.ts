import type { Order, OrderLine, Shipment, ShipmentLine } from '../orders';
import { isReplacementOrder } from '../orders/rules';
import { dayOf } from '../platform/clock';
import type { DeliveryOutcome } from './model';

export interface DeliveredOrder {
  readonly order: Pick<Order, 'placedAt' | 'deliverOn' | 'channel'>;
  readonly lines: readonly Pick<
    OrderLine,
    'quantity' | 'shipped' | 'cancelled' | 'signed' | 'giftOf' | 'substituteFor'
  >[];
  readonly shipments: readonly Pick<Shipment, 'signedAt'>[];
  readonly sent: readonly Pick<ShipmentLine, 'accepted' | 'damaged' | 'refused'>[];
}

const hourMs = 3_600_000;
/** 90 days: longer ones are counted as that long, so that a day has a bounded number of rows. */
export const longestCycleHours = 2_160;

/**
 * How an order was delivered, once nothing of it is to come and all that was sent is signed for; null before, of one
 * with nothing sent, and of goods that were sent again.
 */
export function outcomeOfOrder({ order, lines, shipments, sent }: DeliveredOrder): DeliveryOutcome | null {
  const isOver =
    sent.length > 0 &&
    lines.every((line) => line.shipped + line.cancelled === line.quantity) &&
    sent.every(({ accepted }) => accepted !== null);
  if (!isOver || isReplacementOrder(order)) return null;
  const signedAt = Math.max(...shipments.map((one) => one.signedAt ?? order.placedAt));
  const day = dayOf(signedAt);
  const asked = lines.filter(({ giftOf, substituteFor }) => giftOf === null && substituteFor === null);
  const fullLines = asked.filter(({ signed, quantity }) => signed === quantity).length;
  const cycleHours = Math.floor((signedAt - order.placedAt) / hourMs);
  return {
    day,
    cycleHours: Math.min(longestCycleHours, Math.max(0, cycleHours)),
    isPromised: order.deliverOn !== null,
    isOnTime: order.deliverOn !== null && day <= order.deliverOn,
    isFull: fullLines === asked.length,
    isUndamaged: sent.every(({ damaged, refused }) => damaged + refused === 0),
    orderLines: asked.length,
    fullLines,
  };
}
