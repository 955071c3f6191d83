import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Claim } from './fulfilment';
import type {
  Hold,
  Order,
  OrderCount,
  OrderEvent,
  OrderLine,
  OrderPart,
  OrderPartLine,
  Shipment,
  ShipmentLine,
} from './model';
import { keptPartLines } from './part-lines';
import {
  claimTable,
  holdTable,
  orderCountTable,
  orderEventTable,
  orderLineTable,
  orderTable,
  partLineTable,
  partTable,
  shipmentLineTable,
  shipmentTable,
} from './tables';

/** What became of orders elsewhere or earlier, as the rows it leaves. */
export interface OrderHistory {
  readonly orders: readonly Order[];
  readonly lines: readonly OrderLine[];
  readonly holds: readonly Hold[];
  readonly parts: readonly OrderPart[];
  readonly partLines: readonly OrderPartLine[];
  readonly events: readonly OrderEvent[];
  readonly shipments: readonly Shipment[];
  readonly shipmentLines: readonly ShipmentLine[];
  readonly claims: readonly Claim[];
  /** The last number given on each seller's day. */
  readonly counts: readonly OrderCount[];
}

/** Writes a history that was composed whole: nothing is decided again, and nothing of it may be there yet. */
export async function addOrderHistory(tx: Tx, history: OrderHistory): Promise<void> {
  const sql = sqlOf(tx);
  await sql.insert(orderTable, history.orders);
  await sql.insert(orderLineTable, history.lines);
  await sql.insert(holdTable, history.holds);
  await sql.insert(partTable, history.parts);
  await sql.insert(partLineTable, keptPartLines(history.parts, history.partLines));
  await sql.insert(orderEventTable, history.events);
  await sql.insert(shipmentTable, history.shipments);
  await sql.insert(shipmentLineTable, history.shipmentLines);
  await sql.insert(claimTable, history.claims);
  await sql.insert(orderCountTable, history.counts);
}
