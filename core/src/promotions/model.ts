import type { Instant } from '../platform/clock';
import type { BasisPoints, Fen, PriceE4 } from '../platform/money';

/**
 * The lanes of a quote. Within a lane candidates compete, and lanes stack in this order: prices of units, benefits of
 * quantities, thresholds of amounts, coupons, freight. What is `later` is earned by an order and paid after sign-off.
 */
export const lanes = ['unitPrice', 'quantity', 'threshold', 'coupon', 'freight', 'later'] as const;
export type Lane = (typeof lanes)[number];

/**
 * 叠加: what a promotion stands beside. `exclusiveLane` is alone in its lane, `exclusiveLine` on the goods it touches,
 * in its lane and the later ones, `exclusiveOrder` in the whole order.
 */
export type Stacking = 'stack' | 'exclusiveLane' | 'exclusiveLine' | 'exclusiveOrder';

/** Whom a promotion is for. An empty list asks nothing. */
export interface Audience {
  readonly levels: readonly number[];
  /** GB/T 2260 prefixes: `33` covers all of Zhejiang. */
  readonly regionPrefixes: readonly string[];
  readonly channels: readonly string[];
  readonly groupIds: readonly string[];
  readonly buyerIds: readonly string[];
  readonly excludedBuyerIds: readonly string[];
}

/** Which goods count. All lists empty: everything the seller sells. */
export interface Scope {
  readonly skuIds: readonly string[];
  readonly categories: readonly string[];
  readonly brands: readonly string[];
  readonly productLines: readonly string[];
  readonly excludedSkuIds: readonly string[];
}

/** 限量, in what the kind counts; null has no limit. Days are business days. */
export interface Caps {
  readonly perOrder: number | null;
  readonly perBuyer: number | null;
  readonly perBuyerDay: number | null;
  readonly perDay: number | null;
  readonly total: number | null;
}

/** 费用承担: who bears which part of the cost. All parts add up to 10,000. */
export interface Payer {
  readonly partyId: string;
  readonly shareBp: BasisPoints;
}

/**
 * What becomes of a gift that is out of stock: it is owed (欠赠), not given, replaced by goods that are named for it
 * (what they lack is owed), or paid out: its agreed value comes off the goods that earned it.
 */
export const giftShortages = ['owe', 'refuse', 'substitute', 'pay'] as const;
export type GiftShortage = (typeof giftShortages)[number];

export type RuleValue =
  string | number | boolean | null | readonly RuleValue[] | { readonly [key: string]: RuleValue };
/** The condition and the benefit, as the fields of its kind name them. */
export type PromotionRule = Readonly<Record<string, RuleValue>>;

/** `draft` is being written, `live` counts within its window, `stopped` was ended by a person, `ended` by its window. */
export type PromotionState = 'draft' | 'live' | 'stopped' | 'ended';

/** A promotion of a seller, wholly as data. */
export interface Promotion {
  readonly id: string;
  readonly sellerId: string;
  /** Counts up with every change; orders keep the version they were priced by. */
  readonly version: number;
  readonly name: string;
  /** The name of its kind: see `kinds`. */
  readonly kind: string;
  readonly state: PromotionState;
  readonly startsAt: Instant;
  /** Exclusive. */
  readonly endsAt: Instant;
  /** Minutes of the Shanghai day it counts between, the second exclusive; null: all day. */
  readonly hours: { readonly fromMinute: number; readonly untilMinute: number } | null;
  /** 1 Monday to 7 Sunday; empty: every day. */
  readonly weekdays: readonly number[];
  readonly audience: Audience;
  readonly scope: Scope;
  readonly stacking: Stacking;
  /** 互斥组: a unit that one promotion of a group has used is nothing to the others of it. */
  readonly mutexGroups: readonly string[];
  /** 0 to 99; higher is asked earlier. */
  readonly priority: number;
  readonly caps: Caps;
  /** What it may cost at most; null sets no limit. */
  readonly budgetFen: Fen | null;
  readonly payers: readonly Payer[];
  readonly giftShortage: GiftShortage;
  /** What takes the place of a gift that is out of stock, the first choice first; one unit for one. */
  readonly giftSubstitutes: readonly string[];
  /** What is paid for a base unit of a gift that is out of stock; null: its listed price. */
  readonly giftPayE4: PriceE4 | null;
  readonly rule: PromotionRule;
}

/** What of a promotion is used up, in what its kind counts. */
export interface PromotionUse {
  readonly byBuyer: number;
  readonly byBuyerToday: number;
  readonly today: number;
  readonly total: number;
  readonly costFen: Fen;
}

/** 优惠券: a buyer's right to a promotion of kind `coupon`. */
export interface Coupon {
  readonly id: string;
  readonly promotionId: string;
  readonly buyerId: string;
  readonly state: 'open' | 'used';
  readonly claimedAt: Instant;
  /** Exclusive. */
  readonly expiresAt: Instant;
  readonly orderId: string | null;
}

/** How a promotion stood at a version; orders are looked at again under the version they were priced by. */
export interface PromotionVersion {
  readonly promotionId: string;
  readonly version: number;
  readonly definition: Promotion;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/**
 * What is used up of a promotion with caps or a budget, by whom it counts for: all, a day, a buyer, a buyer's day,
 * or a legal entity.
 */
export interface PromotionCount {
  /** The promotion's id and the bucket: see `countKeys`. */
  readonly id: string;
  readonly promotionId: string;
  readonly used: number;
  readonly costFen: Fen;
}

/** What a promotion did to an order. A released one was given back: the order was rejected, cancelled or edited. */
export interface AppliedPromotion {
  readonly orderId: string;
  readonly promotionId: string;
  readonly version: number;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly name: string;
  readonly kind: string;
  readonly couponId: string | null;
  /** In what the kind counts. */
  readonly times: number;
  readonly offFen: Fen;
  /** What the gifts would have cost the buyer. */
  readonly giftFen: Fen;
  readonly shares: readonly LineShare[];
  /** `worthFen` is what they would have cost the buyer; older orders do not tell. */
  readonly gifts: readonly {
    readonly skuId: string;
    readonly quantity: number;
    readonly worthFen?: Fen | undefined;
  }[];
  /** What of it its payers bear by what was shipped and stayed; null on orders from before that was booked. */
  readonly shippedFen: Fen | null;
  /** The counts it is in; none where it has no limits. */
  readonly countIds: readonly string[];
  readonly at: Instant;
}

/** What one promotion takes off one line. */
export interface LineShare {
  readonly promotionId: string;
  readonly lineNo: number;
  /** Units of the line it was counted for. */
  readonly quantity: number;
  readonly offFen: Fen;
}
