import type { Day, Instant } from '../platform/clock';
import type { Fen, PriceE4 } from '../platform/money';

/** What an edit changed, one entry a thing. */
export type RevisionChange =
  | {
      readonly what: 'quantity';
      readonly lineNo: number;
      readonly skuId: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly what: 'ageing'; readonly lineNo: number; readonly skuId: string; readonly accepts: boolean }
  | { readonly what: 'added'; readonly lineNo: number; readonly skuId: string; readonly quantity: number }
  | { readonly what: 'removed'; readonly lineNo: number; readonly skuId: string; readonly quantity: number }
  | {
      readonly what: 'repriced';
      readonly lineNo: number;
      readonly skuId: string;
      readonly fromE4: number;
      readonly toE4: number;
    }
  | {
      readonly what: 'address' | 'deliverOn' | 'note' | 'priority';
      readonly from: string;
      readonly to: string;
    }
  | { readonly what: 'reopened'; readonly from: string; readonly to: string };

/** A line as it stood in a version that is past. */
export interface PastLine {
  readonly lineNo: number;
  readonly skuId: string;
  readonly skuName: string;
  readonly baseUnit: string;
  readonly quantity: number;
  readonly unitPriceE4: PriceE4;
  readonly priceListId: string;
  readonly amountFen: Fen;
  readonly payableFen: Fen;
  readonly reserved: number;
  readonly cancelled: number;
  readonly backOrdered: number;
}

/** 改单: one step of an order from a version to the next, with the lines as they stood before it. */
export interface OrderRevision {
  readonly orderId: string;
  /** The version this step made. */
  readonly revision: number;
  readonly changes: readonly RevisionChange[];
  readonly linesBefore: readonly PastLine[];
  readonly payableFenBefore: Fen;
  readonly payableFenAfter: Fen;
  readonly reason: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly at: Instant;
}

export type ClaimKind = 'short' | 'damaged' | 'refused';
/** `accepted`: the seller bears it. `contested`: the seller does not agree, and says why. */
export type ClaimState = 'open' | 'accepted' | 'contested';

/** 差异索赔: what of a signed line the buyer did not take. Nothing of it was billed. */
export interface Claim {
  readonly id: string;
  readonly orderId: string;
  readonly shipmentId: string;
  readonly shipmentLineNo: number;
  readonly lineNo: number;
  readonly skuId: string;
  readonly kind: ClaimKind;
  readonly quantity: number;
  readonly amountFen: Fen;
  readonly state: ClaimState;
  readonly note: string;
  readonly openedAt: Instant;
  readonly settledBy: string | null;
  readonly settledAt: Instant | null;
}

/** How long a seller lets its shipments wait. */
export interface FulfilmentTerms {
  readonly sellerId: string;
  /** 自动签收: a shipment nobody signed for is taken as signed after so many days. */
  readonly autoSignDays: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** What holds for a seller that has said nothing. */
export const usualAutoSignDays = 7;

/** A line that waits for goods. */
export interface BackOrder {
  readonly orderId: string;
  readonly lineNo: number;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly skuId: string;
  readonly skuName: string;
  readonly baseUnit: string;
  readonly number: string;
  readonly quantity: number;
  readonly backOrdered: number;
  readonly priority: number;
  readonly waitsForFull: boolean;
  readonly deliverOn: Day | null;
  readonly backOrderedAt: Instant;
  /** The first day it is closed; null: when a person closes it. */
  readonly closesOn: Day | null;
}
