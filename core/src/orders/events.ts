import type { DomainEvent } from '../platform';
import type { Day, Instant } from '../platform/clock';

/** What other desks are told about orders. Each payload says all its readers need. */
export interface OrderPlaced {
  readonly orderId: string;
  readonly number: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly addressId: string;
  readonly verdict: string;
  readonly payableFen: number;
  readonly quantities: Readonly<Record<string, number>>;
  readonly placedAt: Instant;
  /** The amount up to which this buyer's orders pass without a person; null without credit. */
  readonly approvalLimitFen: number | null;
  /** True for an order with goods of a flash sale; left out for others. */
  readonly isFlash?: true;
}

export interface OrderDecided {
  readonly orderId: string;
  readonly number: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly reason: string;
}

export interface OrderShipped extends Omit<OrderDecided, 'reason'> {
  readonly shipmentId: string;
}

export interface OrderSigned extends OrderShipped {
  /** The lots the buyer accepted: a buyer with a warehouse now has them in stock. */
  readonly accepted: readonly {
    readonly skuId: string;
    readonly lotNo: string;
    readonly producedOn: Day;
    readonly expiresOn: Day;
    readonly quantity: number;
  }[];
}

export interface OrderEdited extends OrderDecided {
  readonly revision: number;
  readonly state: string;
  readonly payableFen: number;
}

export interface OrderFilled extends OrderDecided {
  readonly units: number;
  /** True when nothing of it waits any more. */
  readonly isDone: boolean;
}

export interface OrderShortClosed extends OrderDecided {
  readonly state: string;
}

interface Payloads {
  readonly 'order.placed': OrderPlaced;
  readonly 'order.approved': OrderDecided;
  readonly 'order.rejected': OrderDecided;
  readonly 'order.cancelled': OrderDecided;
  readonly 'order.balanceDue': OrderDecided;
  readonly 'order.shipped': OrderShipped;
  readonly 'order.signed': OrderSigned;
  readonly 'order.edited': OrderEdited;
  readonly 'order.filled': OrderFilled;
  readonly 'order.shortClosed': OrderShortClosed;
}

/** An event of one order; events of the same order are delivered in the order they were made. */
export function orderEvent<Name extends keyof Payloads>(
  id: string,
  name: Name,
  at: Instant,
  payload: Payloads[Name],
): DomainEvent {
  return { id, name, version: 1, aggregate: `order:${payload.orderId}`, at, payload };
}
