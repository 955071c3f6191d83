import type { PartyKind } from '../platform/caller';
import type { Day, Instant } from '../platform/clock';
import type { Fen, PriceE4 } from '../platform/money';

export type OrderState =
  | 'held'
  | 'approved'
  | 'rejected'
  | 'picking'
  | 'shipped'
  | 'signed'
  | 'completed'
  | 'cancelled'
  | 'shortClosed';

/** 结论: what the audit said. */
export type Verdict = 'approved' | 'held' | 'rejected';

export type Rule =
  | 'sku.inactive'
  | 'price.missing'
  | 'price.floor'
  | 'quantity.minimum'
  | 'quantity.multiple'
  | 'quantity.maximum'
  | 'order.minimum'
  | 'region.blocked'
  | 'region.review'
  | 'stock.short'
  | 'stock.ageing'
  | 'credit.none'
  | 'credit.over'
  | 'credit.overdue';

/** `block` rejects, `review` holds until a person accepts it, `notice` only tells. */
export type Severity = 'block' | 'review' | 'notice';

/** One thing the audit found: the rule and its numbers. Words for it are made by `explainFinding`. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Null when it is about the whole order. */
  readonly lineNo: number | null;
  readonly skuId: string | null;
  readonly numbers: Readonly<Record<string, number | string>>;
}

export type HoldKind = 'payment' | 'credit' | 'review' | 'risk' | 'region';

/** A reason an order waits for a person. Holds stand in parallel; all must clear. */
export interface Hold {
  readonly orderId: string;
  readonly kind: HoldKind;
  readonly status: 'open' | 'cleared';
  /** Whose reviewers may clear it. */
  readonly owner: 'seller' | 'hq';
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly clearedBy: string | null;
  readonly clearedAt: Instant | null;
}

export interface Order {
  readonly id: string;
  /** Readable: seller's code, day, count of the day. */
  readonly number: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly userId: string;
  readonly state: OrderState;
  /** The first verdict; it never changes. */
  readonly verdict: Verdict;
  /** The findings of the latest audit. */
  readonly findings: readonly Finding[];
  /** Where it came from; risk and planning live on this history. */
  readonly channel: string;
  readonly deviceId: string;
  readonly ip: string;
  /** Who owes the money. */
  readonly payerId: string;
  readonly addressId: string;
  readonly receiver: string;
  readonly phone: string;
  readonly regionCode: string;
  readonly addressDetail: string;
  readonly goodsFen: Fen;
  /** What the lines not cancelled come to. */
  readonly payableFen: Fen;
  /** What of the buyer's credit this order holds and has not shipped. */
  readonly heldFen: Fen;
  readonly note: string;
  readonly placedAt: Instant;
  /** A held order keeps its lots and credit until then; null when it holds nothing on time. */
  readonly reservedUntil: Instant | null;
  readonly requestHash: string;
}

export interface OrderLine {
  readonly orderId: string;
  readonly lineNo: number;
  readonly skuId: string;
  readonly skuName: string;
  readonly spec: string;
  readonly baseUnit: string;
  /** The unit and factor cases were counted in that day. */
  readonly caseUnit: string;
  readonly caseFactor: number;
  readonly quantity: number;
  readonly unitPriceE4: PriceE4;
  readonly priceListId: string;
  readonly amountFen: Fen;
  /** What of the amount is not cancelled. */
  readonly payableFen: Fen;
  readonly reserved: number;
  readonly shipped: number;
  /** What the buyer accepted. */
  readonly signed: number;
  readonly cancelled: number;
}

export type OrderEventKind =
  | 'placed'
  | 'approved'
  | 'reviewed'
  | 'rejected'
  | 'cancelled'
  | 'lapsed'
  | 'shipped'
  | 'signed'
  | 'completed';

/** A step of an order's trail. */
export interface OrderEvent {
  readonly orderId: string;
  readonly eventNo: number;
  readonly kind: OrderEventKind;
  readonly actorId: string;
  readonly actorName: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Instant;
}

export interface Shipment {
  readonly id: string;
  readonly orderId: string;
  readonly carrier: string;
  readonly trackingNo: string;
  readonly shippedAt: Instant;
  readonly signedAt: Instant | null;
}

/** One lot of one order line in one shipment. */
export interface ShipmentLine {
  readonly shipmentId: string;
  readonly shipmentLineNo: number;
  readonly orderId: string;
  readonly lineNo: number;
  readonly skuId: string;
  readonly lotId: string;
  readonly lotNo: string;
  readonly producedOn: Day;
  readonly expiresOn: Day;
  readonly quantity: number;
  readonly amountFen: Fen;
  /** Null until signed; then accepted + short + damaged + refused = quantity. */
  readonly accepted: number | null;
  /** What of the amount was accepted, and so became debt. */
  readonly acceptedFen: Fen;
  readonly short: number;
  readonly damaged: number;
  readonly refused: number;
}

/** How many orders a seller got on a day: the last part of the next order number. */
export interface OrderCount {
  readonly sellerId: string;
  readonly day: Day;
  readonly orderCount: number;
}

/** What a buyer asks for. */
export interface Basket {
  readonly supplierId?: string | undefined;
  readonly addressId?: string | undefined;
  readonly lines: readonly BasketLine[];
}

export interface BasketLine {
  readonly skuId: string;
  readonly quantity: number;
}

export interface PlaceInput extends Basket {
  readonly orderId: string;
  readonly note: string;
  readonly expectedPayableFen?: number | undefined;
}

export type OrderAction = 'cancel' | 'approve' | 'reject' | 'ship' | 'sign';

/** Everything about one order that its parties may see. */
export interface OrderDetail {
  readonly order: Order;
  readonly sellerName: string;
  readonly buyerName: string;
  readonly sellerKind: PartyKind;
  readonly lines: readonly OrderLine[];
  readonly holds: readonly Hold[];
  readonly promised: readonly PromisedLot[];
  readonly shipments: readonly Shipment[];
  readonly shipmentLines: readonly ShipmentLine[];
  readonly trail: readonly OrderEvent[];
}

export interface PromisedLot {
  readonly lineNo: number;
  readonly lotNo: string;
  readonly expiresOn: Day;
  readonly quantity: number;
  readonly warehouseId: string;
}

export interface OrderSummary {
  readonly order: Order;
  readonly sellerName: string;
  readonly buyerName: string;
  readonly lineCount: number;
  readonly firstSkuName: string;
  readonly openHolds: readonly Hold[];
}
