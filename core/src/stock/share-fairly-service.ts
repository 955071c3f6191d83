import type { Tx } from '../platform';
import { type FairShares, type ShareDemand, shareFairly } from './share-fairly';
import { stockStore } from './store';

/** What an order line wants of goods that are short, as orders tells it. */
export interface LineDemand extends Omit<ShareDemand, 'id'> {
  readonly orderId: string;
  readonly lineNo: number;
}

export interface FairSharePlan extends FairShares {
  /** What is still here to give: free, or promised to these lines. */
  readonly supply: number;
}

/** The id a line's demand is shared under. */
export const demandKey = ({ orderId, lineNo }: { readonly orderId: string; readonly lineNo: number }) =>
  `${orderId} ${lineNo}`;

/**
 * How a seller's goods of one SKU would be shared over lines that want them. A preview: it promises
 * nothing, and asked again it answers from what is there then.
 */
export async function runFairShare(
  tx: Tx,
  asked: { readonly sellerId: string; readonly skuId: string; readonly pack: number },
  demands: readonly LineDemand[],
): Promise<FairSharePlan> {
  const free = await stockStore(tx).freeLots([[asked.sellerId, asked.skuId]], false);
  const supply =
    free.reduce((total, lot) => total + lot.onHand - lot.reserved, 0) +
    demands.reduce((total, demand) => total + demand.promised, 0);
  const shared = shareFairly(
    supply,
    demands.map((demand) => ({ ...demand, id: demandKey(demand) })),
    asked.pack,
  );
  return { supply, ...shared };
}
