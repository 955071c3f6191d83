import type { TemperatureZone } from '../catalog';
import type { PartyKind } from '../platform/caller';
import type { Day, Instant } from '../platform/clock';
import type { Fen, PriceE4 } from '../platform/money';
import type { AppliedPromotion } from '../promotions';
import type { ShortageKind } from '../stock';
import type { OrderFreight } from './delivery/model';
import type { OrderSteps } from './steps/model';
import type { Claim, OrderRevision } from './fulfilment';

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
  | 'buyer.licenceExpired'
  | 'buyer.licenceExpiring'
  | 'buyer.licenceMissing'
  | 'sku.inactive'
  | 'supply.otherSeller'
  | 'price.missing'
  | 'price.floor'
  | 'quantity.minimum'
  | 'quantity.multiple'
  | 'quantity.maximum'
  | 'order.minimum'
  | 'order.minimumCases'
  | 'order.minimumWeight'
  | 'region.blocked'
  | 'region.review'
  | 'region.absorption'
  | 'stock.short'
  | 'stock.borrow'
  | 'stock.backOrdered'
  | 'stock.waiting'
  | 'stock.cancelled'
  | 'stock.substituted'
  | 'stock.ageing'
  | 'stock.kept'
  | 'stock.quota'
  | 'stock.manyLots'
  | 'credit.none'
  | 'credit.over'
  | 'credit.overdue'
  | 'credit.frozen'
  | 'payment.due'
  | 'payment.topUp'
  | 'payment.previousBatch'
  | 'preOrder.deposit'
  | 'preOrder.waiting'
  | 'preOrder.balance'
  | 'preOrder.mixed'
  | 'preOrder.over';

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
  /** Whose order it is, so that a seller's desk is read without the orders. */
  readonly sellerId: string;
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
  /** 运费: what delivery costs after promotions; nothing any more where it was given up. */
  readonly freightFen: Fen;
  /** What of that no bill has asked for. */
  readonly freightDueFen: Fen;
  /** How it came to that; null where the seller charges nobody. */
  readonly freight: OrderFreight | null;
  /** What the lines not cancelled come to, and freight. */
  readonly payableFen: Fen;
  /** 预售: how it is paid in steps; null: at once. */
  readonly steps: OrderSteps | null;
  /** When its present step ends; null when none is under way. */
  readonly stepDueAt: Instant | null;
  /** 定金不退: what its buyer forfeited, billed and paid. */
  readonly forfeitedFen: Fen;
  /** What of the buyer's credit this order holds and has not shipped. */
  readonly heldFen: Fen;
  readonly note: string;
  readonly placedAt: Instant;
  /** A held order keeps its lots and credit until then; null when it holds nothing on time. */
  readonly reservedUntil: Instant | null;
  readonly requestHash: string;
  /** The audit policy it was last decided by; 0 is the usual one. */
  readonly policyVersion: number;
  /** 版本: 1 when placed, one more with every edit and reopening. */
  readonly revision: number;
  /** Who gets arriving goods first, 0 to 9; higher before lower, then the longer wait. */
  readonly priority: number;
  /** The day the buyer asked for; null: as soon as may be. */
  readonly deliverOn: Day | null;
  /** 齐单发货: nothing of it ships until all of it is there. */
  readonly waitsForFull: boolean;
  /** Since when something of it is back-ordered; null when nothing is. */
  readonly backOrderedAt: Instant | null;
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
  /** The unit it was ordered in. */
  readonly unit: string;
  /** How the goods were packed that day. */
  readonly packVersion: number;
  /** At the list, before promotions. */
  readonly unitPriceE4: PriceE4;
  readonly priceListId: string;
  /** After promotions; with `discountFen` it is what the list asks. */
  readonly amountFen: Fen;
  /** 优惠: what promotions took off. */
  readonly discountFen: Fen;
  /** 赠品: the promotion that gives these goods; null for what the buyer asked for. */
  readonly giftOf: string | null;
  /** What of the amount is not cancelled. */
  readonly payableFen: Fen;
  readonly reserved: number;
  readonly shipped: number;
  /** What the buyer accepted. */
  readonly signed: number;
  readonly cancelled: number;
  /**
   * 欠货: agreed to, and waiting for goods. It holds no credit until it is filled. Of an approved order
   * reserved + shipped + cancelled + backOrdered = quantity.
   */
  readonly backOrdered: number;
  /** What the buyer wants to become of a shortage; null: as the seller's policy says. */
  readonly shortage: ShortageKind | null;
  /** 替代: the line whose shortage these goods fill; null for what the buyer asked for itself. */
  readonly substituteFor: number | null;
  /**
   * 接受临期: what eligible lots do not cover may come from lots too old for the buyer, at their marked-down price.
   * Such goods stand in a line of their own: one that fills another's shortage and has this set.
   */
  readonly acceptsAgeing: boolean;
  /** The first day what is back-ordered is closed; null: when a person closes it. */
  readonly closesOn: Day | null;
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
  | 'completed'
  | 'edited'
  | 'reopened'
  | 'filled'
  | 'shortClosed'
  | 'settled'
  | 'paid'
  | 'refunding';

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
  /** 运费: the first shipment of an order carries all of it. */
  readonly freightFen: Fen;
  readonly shippedAt: Instant;
  readonly signedAt: Instant | null;
  /** How it was signed for; null until it is. */
  readonly signature: Signature | null;
}

/** 签收方式: `tap` is a press of the button, `auto` the system's after the days agreed. */
export type SignMethod = 'tap' | 'otp' | 'signature' | 'photo' | 'auto';

/** How, where and by whom a shipment was signed for. */
export interface Signature {
  readonly method: SignMethod;
  /** Ids of the code, signature or photos elsewhere. */
  readonly references: readonly string[];
  readonly signedBy: string;
  readonly place: string;
  /** Millionths of a degree; null when the phone did not say. */
  readonly latitudeE6: number | null;
  readonly longitudeE6: number | null;
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
  /** The day the buyer asks for; left out, as soon as may be. */
  readonly deliverOn?: Day | undefined;
  readonly lines: readonly BasketLine[];
  /** The coupons to use; left out, those that give the buyer most. */
  readonly couponIds?: readonly string[] | undefined;
  /** 任选赠: the gifts the buyer chose; left out, the first ones. */
  readonly giftChoices?: readonly GiftChoice[] | undefined;
  /** 自提: the buyer fetches the goods; left out, they are delivered. */
  readonly isPickup?: boolean | undefined;
}

export interface GiftChoice {
  readonly promotionId: string;
  readonly skuIds: readonly string[];
}

export interface BasketLine {
  readonly skuId: string;
  /** In base units. */
  readonly quantity: number;
  /** The unit it is ordered in, which may have a price of its own; the base unit when left out. */
  readonly unit?: string | undefined;
  /** What is to become of a shortage; left out, as the seller's policy says. */
  readonly shortage?: ShortageKind | undefined;
  /** True takes goods too old for the buyer's own rule, at their marked-down price, for what others do not cover. */
  readonly acceptsAgeing?: boolean | undefined;
  /** The token of a flash sale it is bought with. */
  readonly flashToken?: string | undefined;
}

/** 子单: what of an order goes together: one warehouse, one temperature zone, one invoice, one day. */
export interface OrderPart {
  readonly orderId: string;
  readonly partNo: number;
  /** Null: owed, and in no warehouse yet. */
  readonly warehouseId: string | null;
  readonly temperatureZone: TemperatureZone;
  /** In whose name it is invoiced; '' is the seller itself. */
  readonly invoiceEntity: string;
  /** Null while it is owed. */
  readonly deliverOn: Day | null;
  readonly amountFen: Fen;
}

export interface OrderPartLine {
  readonly orderId: string;
  readonly partNo: number;
  readonly lineNo: number;
  readonly quantity: number;
  readonly amountFen: Fen;
}

export interface PlaceInput extends Basket {
  readonly orderId: string;
  readonly note: string;
  readonly expectedPayableFen?: number | undefined;
  /** What of it is paid from the rebate balance as it is placed. */
  readonly rebateFen?: number | undefined;
}

export type OrderAction =
  'cancel' | 'approve' | 'reject' | 'ship' | 'sign' | 'edit' | 'reopen' | 'shortClose' | 'settle';

/** Everything about one order that its parties may see. */
export interface OrderDetail {
  readonly order: Order;
  readonly sellerName: string;
  readonly buyerName: string;
  readonly sellerKind: PartyKind;
  readonly lines: readonly OrderLine[];
  readonly holds: readonly Hold[];
  readonly promised: readonly PromisedLot[];
  readonly parts: readonly OrderPart[];
  readonly partLines: readonly OrderPartLine[];
  readonly shipments: readonly Shipment[];
  readonly shipmentLines: readonly ShipmentLine[];
  readonly trail: readonly OrderEvent[];
  readonly claims: readonly Claim[];
  readonly revisions: readonly OrderRevision[];
  readonly promotions: readonly Omit<AppliedPromotion, 'countIds'>[];
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
