import type { CompanyShape } from '../company-shape';

export interface RivalQuestion {
  readonly databaseUrl: string;
  readonly shape: CompanyShape;
  readonly secret: string;
}

export interface RivalLine {
  /** The row of the seller's stock of these goods. */
  readonly stockId: number;
  readonly skuId: string;
  readonly quantity: number;
  readonly unitPriceE4: number;
  readonly amountFen: number;
}

export interface RivalOrder {
  readonly id: string;
  readonly buyerId: string;
  readonly buyerNo: number;
  readonly sellerId: string;
  readonly payableFen: number;
  readonly placedAt: number;
  readonly lines: readonly RivalLine[];
}

/** Keeps an order; throws when its id is taken, its goods are gone or its credit is used up. */
export type KeepOrder = (order: RivalOrder) => Promise<void>;
