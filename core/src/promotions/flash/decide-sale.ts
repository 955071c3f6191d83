import type { FlashActivity, FlashSale } from './model';

/** What an order claims by a token that the gate let through. */
export interface FlashClaim {
  readonly activityId: string;
  readonly token: string;
  readonly skuId: string;
  readonly quantity: number;
  readonly grabbedAt: number;
  readonly attempts: number;
}

export type SaleRefusal =
  'flash.tokenGone' | 'flash.stopped' | 'flash.tokenMismatch' | 'flash.capped' | 'flash.soldOut';

/** What the database knows of an activity when an order claims units of it, after the orders before. */
export interface SaleFacts {
  readonly activity: FlashActivity | undefined;
  /** The row of the token, if there is one. */
  readonly sale: Pick<FlashSale, 'state'> | undefined;
  /** What the buyer has bought. */
  readonly bought: number;
  readonly sold: number;
}

/**
 * Whether an order may have the units its token stands for. The gate has said yes; this is said again where it is
 * true, with the rows locked. Null when it may.
 */
export function refuseSale(
  claim: FlashClaim,
  sellerId: string,
  { activity, sale, bought, sold }: SaleFacts,
): SaleRefusal | null {
  if (!activity || sale) return 'flash.tokenGone';
  if (activity.state !== 'planned' && activity.state !== 'warmed') return 'flash.stopped';
  if (activity.skuId !== claim.skuId || activity.sellerId !== sellerId) return 'flash.tokenMismatch';
  if (bought + claim.quantity > activity.perBuyer) return 'flash.capped';
  return sold + claim.quantity > activity.quota ? 'flash.soldOut' : null;
}
