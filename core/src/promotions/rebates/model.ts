import type { Instant } from '../../platform/clock';
import type { BasisPoints, Fen } from '../../platform/money';

/** 返利池: what a seller owes a buyer as rebate. Free = balance − held. */
export interface RebateAccount {
  readonly id: string;
  readonly sellerId: string;
  readonly buyerId: string;
  /** What has been earned and neither spent nor expired, held or not. */
  readonly balanceFen: Fen;
  /** What of the balance is promised to orders. */
  readonly heldFen: Fen;
  /** 负数结转: what was paid too much and could not be taken back; the next earnings go there first. */
  readonly owedFen: Fen;
  /** 冻结: nothing is spent or expires until the dispute is over; null when there is none. */
  readonly frozenAt: Instant | null;
  readonly frozenReason: string;
  readonly openedAt: Instant;
}

/** What of a balance expires at one instant. The sum of an account's lots is its balance. */
export interface RebateLot {
  readonly id: string;
  readonly accountId: string;
  /** Exclusive. */
  readonly expiresAt: Instant;
  readonly leftFen: Fen;
  /** What of it is promised to orders. */
  readonly heldFen: Fen;
}

/** What one order has of one lot. */
export interface RebateHold {
  /** See `holdIdOf`. */
  readonly id: string;
  readonly accountId: string;
  readonly lotId: string;
  readonly orderId: string;
  readonly heldFen: Fen;
  /** What was spent on the order's bills, */
  readonly capturedFen: Fen;
  /** and what of that came back with returned goods. */
  readonly restoredFen: Fen;
}

/**
 * `earn` by a promotion; `hold`, `release` and `capture` by an order; `restore` with returned goods; `reverse` takes
 * back what was earned by goods that were returned; `adjust` by a person; `expire` by time.
 */
export const rebateActions = [
  'earn',
  'hold',
  'release',
  'capture',
  'restore',
  'reverse',
  'adjust',
  'expire',
] as const;
export type RebateAction = (typeof rebateActions)[number];

/** An entry of the ledger. Balances, holds and debts of accounts, lots and orders are the sums of their entries. */
export interface RebateEntry {
  readonly id: string;
  readonly accountId: string;
  /** Null for what is owed: no lot has it. */
  readonly lotId: string | null;
  /** Of a `restore`: the lot it was spent from, where the money goes elsewhere because that one has expired. */
  readonly restoresLotId: string | null;
  readonly action: RebateAction;
  readonly balanceFen: Fen;
  readonly heldFen: Fen;
  readonly owedFen: Fen;
  /** The order or the settlement it is about; empty when it is about none. */
  readonly documentId: string;
  readonly reason: string;
  readonly actorId: string;
  readonly at: Instant;
}

/** How a seller lets rebates be used. The newest version counts. */
export interface RebateTerms {
  readonly sellerId: string;
  readonly version: number;
  /** What of an order may be paid by rebate at most. */
  readonly maxShareBp: BasisPoints;
  /** Whether lines at a special price count for that share. */
  readonly countsSpecialPrices: boolean;
  /** A rebate is good until the end of the month so many months after the one it was earned in. */
  readonly validMonths: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** What a buyer has earned by one promotion until now. */
export interface RebateAccrual {
  readonly promotionId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  /** What settlements came to so far, and so what it was entitled to at the last one. */
  readonly settledFen: Fen;
}

/** 结算: one step of an accrual. There is one a promotion, buyer and period, so a repeat pays nothing twice. */
export interface RebateSettlement {
  readonly id: string;
  readonly promotionId: string;
  readonly buyerId: string;
  /** The Shanghai day it looks back from, or the display claim that brought it about. */
  readonly period: string;
  readonly sellerId: string;
  readonly promotionVersion: number;
  /** Signed base units in the window, net of returns, and what they cost. */
  readonly quantity: number;
  readonly amountFen: Fen;
  readonly proofCount: number;
  readonly entitledFen: Fen;
  /** Entitled less what was settled before; negative when goods came back. */
  readonly deltaFen: Fen;
  readonly at: Instant;
}

export type DisplayClaimState = 'open' | 'approved' | 'refused';

/** 陈列核销: photos a buyer hands in for a display deal. */
export interface DisplayClaim {
  readonly id: string;
  readonly promotionId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly state: DisplayClaimState;
  /** Ids of photos; in claims of old, numbers or addresses that somebody typed. */
  readonly photos: readonly string[];
  readonly note: string;
  readonly submittedBy: string;
  readonly submittedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** Why it was refused. */
  readonly reason: string;
}

/** A photo that counts or may come to count: once, whatever claims it is handed in with. A refused one may come again. */
export interface DisplayPhoto {
  readonly buyerId: string;
  readonly reference: string;
  readonly claimId: string;
}

export const holdIdOf = (lotId: string, orderId: string): string => `${lotId} ${orderId}`;
