import type { Tx } from '../../platform';
import { type AfterSalesCount, afterSalesStore } from './store';

export type { AfterSalesCount };

/** What a seller is to decide or to receive, and since when. */
export const countAfterSales = (tx: Tx, sellerId: string): Promise<readonly AfterSalesCount[]> =>
  afterSalesStore(tx).waitingCounts(sellerId);
