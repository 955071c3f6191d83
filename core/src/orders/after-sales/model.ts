import type { Day, Instant } from '../../platform/clock';
import type { Fen } from '../../platform/money';
import type { AfterSalesFinding } from './finding';
import type { Money } from './settle-money';

/**
 * 售后类型: `refundOnly` 仅退款, `return` 退货退款, `exchange` 换货, `claim` 索赔 (the goods stay with the buyer),
 * `swap` 临期换货.
 */
export type AfterSalesKind = 'refundOnly' | 'return' | 'exchange' | 'claim' | 'swap';

export const afterSalesKinds: readonly AfterSalesKind[] = [
  'refundOnly',
  'return',
  'exchange',
  'claim',
  'swap',
];

export type AfterSalesReason = 'quality' | 'damaged' | 'wrongGoods' | 'nearExpiry' | 'unsold' | 'other';

export const afterSalesReasons: readonly AfterSalesReason[] = [
  'quality',
  'damaged',
  'wrongGoods',
  'nearExpiry',
  'unsold',
  'other',
];

export type AfterSalesState =
  | 'requested'
  | 'approved'
  | 'refused'
  | 'withdrawn'
  /** It was approved, and nothing was sent in time. */
  | 'lapsed'
  | 'closed';

/** 售后单: what a buyer asks for after it has signed. */
export interface AfterSales {
  readonly id: string;
  /** The order's number, and the how many-th request of the order it is. */
  readonly number: string;
  readonly kind: AfterSalesKind;
  readonly state: AfterSalesState;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly reason: AfterSalesReason;
  readonly words: string;
  /** Ids of photos; in requests of old, references that somebody typed. */
  readonly photos: readonly string[];
  readonly findings: readonly AfterSalesFinding[];
  /** The seller's policy it was checked by; 0 is the usual one. */
  readonly policyVersion: number;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  /** Until when the seller should have decided. */
  readonly reviewBy: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly decisionWords: string;
  /** Until when approved goods must have come; null where none are to come. */
  readonly sendBy: Instant | null;
  /** The most that is given for a claim; null: what recomputation says. */
  readonly limitFen: Fen | null;
  /** How its money came about; null until it is settled, and where none is due by its kind. */
  readonly money: Money | null;
  /** What was given back. */
  readonly grantedFen: Fen;
  /** The order its goods are sent again by. */
  readonly replacementId: string | null;
  /** The year whose quota it counts for, and what of it it takes. */
  readonly quotaYear: number;
  readonly quotaFen: Fen;
  readonly closedAt: Instant | null;
  /** How many steps its trail has: whoever changes it has seen the last one. */
  readonly steps: number;
}

/** Units of one lot of one order line in one shipment. */
export interface AfterSalesLine {
  readonly requestId: string;
  readonly lineNo: number;
  readonly orderId: string;
  readonly orderLineNo: number;
  readonly shipmentId: string;
  readonly shipmentLineNo: number;
  readonly skuId: string;
  readonly skuName: string;
  readonly baseUnit: string;
  readonly lotId: string;
  readonly lotNo: string;
  readonly producedOn: Day;
  readonly expiresOn: Day;
  readonly isGift: boolean;
  /** Asked for, in base units. */
  readonly quantity: number;
  /** What was paid for them. */
  readonly worthFen: Fen;
  readonly approved: number;
  /** What became of what was approved, once goods came: these five add up to it. */
  readonly restocked: number;
  readonly nearExpiry: number;
  readonly quarantined: number;
  readonly destroyed: number;
  readonly notReceived: number;
}

/** What of a signed shipment line has been asked back: never more than was accepted. */
export interface AskedBack {
  readonly shipmentId: string;
  readonly shipmentLineNo: number;
  readonly orderId: string;
  readonly accepted: number;
  readonly asked: number;
}

/** What a buyer has used of the year's quota with a seller. */
export interface AfterSalesYear {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly year: number;
  readonly usedFen: Fen;
}

export type AfterSalesStepKind =
  'requested' | 'approved' | 'refused' | 'withdrawn' | 'lapsed' | 'received' | 'closed' | 'paidInstead';

/** A step of a request's trail. */
export interface AfterSalesStep {
  readonly requestId: string;
  readonly stepNo: number;
  readonly kind: AfterSalesStepKind;
  readonly actorId: string;
  readonly actorName: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Instant;
}

/** True when goods are to come back before it is settled. */
export const bringsGoods = (kind: AfterSalesKind): boolean =>
  kind === 'return' || kind === 'exchange' || kind === 'swap';

/** True when other goods go out for what came back; otherwise money is given. */
export const sendsGoods = (kind: AfterSalesKind): boolean => kind === 'exchange' || kind === 'swap';

/** What of a line has come back or, where goods stay with the buyer, was agreed to. */
export const settledUnits = (kind: AfterSalesKind, line: AfterSalesLine): number =>
  bringsGoods(kind) ? line.restocked + line.nearExpiry + line.quarantined + line.destroyed : line.approved;

/** Units of a line that are asked back by a request as it stands. */
export function countedUnits(
  { state, kind }: Pick<AfterSales, 'state' | 'kind'>,
  line: AfterSalesLine,
): number {
  if (state === 'requested') return line.quantity;
  if (state === 'approved') return line.approved;
  return state === 'closed' ? settledUnits(kind, line) : 0;
}
