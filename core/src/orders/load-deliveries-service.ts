import { groupBy, type Tx } from '../platform';
import { fulfilStore } from './fulfil-store';
import type { Order, OrderLine, Shipment, ShipmentLine } from './model';
import { orderStore } from './store';

/** An order with all that was asked for and all that was sent. */
export interface OrderDelivery {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly shipments: readonly Shipment[];
  readonly sent: readonly ShipmentLine[];
}

/** Orders with their lines and shipments, in the order of their ids; those that are not there are left out. */
export async function loadDeliveries(tx: Tx, orderIds: readonly string[]): Promise<readonly OrderDelivery[]> {
  const store = orderStore(tx);
  const fulfilled = fulfilStore(tx);
  const byOrder = ({ orderId }: { readonly orderId: string }) => orderId;
  const orders = await store.orders(orderIds);
  const lines = groupBy(await store.lines(orderIds), byOrder);
  const shipments = groupBy(await fulfilled.shipmentsOf(orderIds), byOrder);
  const sent = groupBy(await fulfilled.shipmentLinesOf(orderIds), byOrder);
  return orders.map((order) => ({
    order,
    lines: lines.get(order.id) ?? [],
    shipments: shipments.get(order.id) ?? [],
    sent: sent.get(order.id) ?? [],
  }));
}
