import type { Day, Instant } from '../platform/clock';

export interface Warehouse {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly regionCode: string;
}

/** 质量状态: only `available` goods are ever promised. */
export type Quality = 'available' | 'inspection' | 'damaged' | 'blocked' | 'expired';

/** 批次: goods of one SKU made together, in one place, with one owner and one quality. */
export interface Lot {
  readonly id: string;
  readonly ownerId: string;
  readonly warehouseId: string;
  readonly skuId: string;
  readonly lotNo: string;
  readonly producedOn: Day;
  /** The first day it may no longer be sold. */
  readonly expiresOn: Day;
  readonly quality: Quality;
  /** 在库 */
  readonly onHand: number;
  /** 占用: promised to orders and still here. */
  readonly reserved: number;
  readonly receivedAt: Instant;
}

export type MovementKind = 'receive' | 'ship' | 'return';

/** An entry of the stock ledger: a lot's on-hand quantity is the sum of its movements. */
export interface Movement {
  readonly id: string;
  readonly lotId: string;
  readonly ownerId: string;
  readonly warehouseId: string;
  readonly skuId: string;
  /** Positive comes in, negative goes out. */
  readonly quantity: number;
  readonly kind: MovementKind;
  readonly documentKind: 'receipt' | 'shipment' | 'signing';
  readonly documentId: string;
  readonly actorId: string;
  readonly at: Instant;
}

/** What a lot has promised to an order line. `open` is what of it has neither shipped nor been released. */
export interface Reservation {
  readonly orderId: string;
  readonly lineNo: number;
  readonly lotId: string;
  readonly open: number;
}

/** What an order line asks of the seller's stock. */
export interface Want {
  readonly orderId: string;
  readonly lineNo: number;
  readonly sellerId: string;
  readonly skuId: string;
  readonly quantity: number;
  /** Lots that expire before this day are too old for this buyer. */
  readonly lastsUntil: Day;
}

export interface Pick {
  readonly lotId: string;
  readonly quantity: number;
}

export interface Allocation {
  readonly picks: readonly Pick[];
  /** What no lot could meet: picks + short = quantity. */
  readonly short: number;
  /** Of the shortage, how much lies in lots that are only too old for this buyer. */
  readonly ageing: number;
}

/** A day of a SKU in a warehouse, as planning will want it: one row a day, never rewritten. */
export interface StockDay {
  readonly day: Day;
  readonly warehouseId: string;
  readonly skuId: string;
  readonly ownerId: string;
  /** At the end of the day. */
  readonly onHand: number;
  readonly reserved: number;
  readonly received: number;
  readonly shipped: number;
  /** True when nothing could be promised at the end of the day. */
  readonly stockOut: boolean;
}
