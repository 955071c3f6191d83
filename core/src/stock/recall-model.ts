import type { Instant } from '../platform/clock';

/** 召回: a lot, or all of a SKU, stopped wherever it is. */
export interface Recall {
  readonly id: string;
  readonly skuId: string;
  /** Empty: every lot of the SKU. */
  readonly lotNo: string;
  readonly reason: string;
  readonly state: 'open' | 'closed';
  /** How many lots it stopped when it was opened, and what they held. */
  readonly lotCount: number;
  readonly stopped: number;
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly closedBy: string | null;
  readonly closedAt: Instant | null;
  /** Null while open; true when the goods were found to be sound and set free. */
  readonly released: boolean | null;
}

/** A step of a recall: who did what. */
export interface RecallStep {
  readonly id: string;
  readonly recallId: string;
  readonly note: string;
  readonly actorName: string;
  readonly at: Instant;
}
