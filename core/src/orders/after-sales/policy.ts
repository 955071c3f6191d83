import type { Instant } from '../../platform/clock';
import type { BasisPoints } from '../../platform/money';
import type { AfterSalesKind } from './model';

/** What a seller takes back, until when, and how much. */
export interface AfterSalesTerms {
  readonly kinds: Readonly<Record<AfterSalesKind, KindTerms>>;
  /** 年度退换额度: of what was bought in the year; defects and wrong goods do not count. Null: no quota. */
  readonly quotaBp: BasisPoints | null;
  /** What goes over the quota waits for a person, or is refused. */
  readonly overQuota: 'review' | 'refuse';
  /** 临期换货: goods with less of their life left are too old to be swapped. */
  readonly swapFromBp: BasisPoints;
  /** How long the seller has to decide. */
  readonly reviewHours: number;
  /** 寄回期限: what was approved and has not come by then is closed. */
  readonly sendDays: number;
}

export interface KindTerms {
  readonly isOffered: boolean;
  /** 售后时限: so many days after the shipment was signed for. */
  readonly windowDays: number;
  readonly photos: number;
}

/** A seller's policy; versions are kept, and each request names the one it was checked by. */
export interface AfterSalesPolicy {
  readonly sellerId: string;
  readonly version: number;
  readonly terms: AfterSalesTerms;
  readonly note: string;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** What holds for a seller that has said nothing. */
export const usualTerms: AfterSalesTerms = {
  kinds: {
    refundOnly: { isOffered: true, windowDays: 7, photos: 1 },
    return: { isOffered: true, windowDays: 15, photos: 0 },
    exchange: { isOffered: true, windowDays: 30, photos: 1 },
    claim: { isOffered: true, windowDays: 30, photos: 1 },
    swap: { isOffered: true, windowDays: 365, photos: 1 },
  },
  quotaBp: 100,
  overQuota: 'review',
  swapFromBp: 1_667,
  reviewHours: 72,
  sendDays: 15,
};

/** A policy of a seller that has said nothing. */
export const usualPolicy = (sellerId: string): AfterSalesPolicy => ({
  sellerId,
  version: 0,
  terms: usualTerms,
  note: '',
  changedBy: '',
  changedAt: 0,
});
