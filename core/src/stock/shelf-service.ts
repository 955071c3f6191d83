import type { Day, Platform } from '../platform';
import { loadStock } from './facts-service';
import { type Shelf, showShelf } from './show-shelf';
import { stockBalancesOf } from './stock-balances';
import { stockStore } from './store';
import type { StockQuestion } from './want-of';

export interface ShelfQuestion {
  readonly sku: StockQuestion['sku'];
  /** Base units of a case. */
  readonly caseFactor: number;
}

/** Lots looked through for what is ageing: they are read first to expire first. */
const lotsLookedAt = 300;
/** Sorts behind every id: the lots that expire on the day itself are sold to nobody. */
const afterEveryId = '~';

/** What buyers are told of a seller's goods before they order. */
export function shelfService({ database }: Pick<Platform, 'database'>) {
  return {
    /** Of each SKU what a buyer would find today, by every rule the seller has. */
    shelves: (
      sellerId: string,
      questions: readonly ShelfQuestion[],
      buyer: StockQuestion['buyer'],
      on: Day,
    ): Promise<ReadonlyMap<string, Shelf>> =>
      database.read(async (tx) => {
        const skuIds = questions.map(({ sku }) => sku.id);
        const wanted = { sellerIds: [sellerId], buyerIds: [buyer.id], skuIds, on, locked: false };
        const balances = stockBalancesOf(await loadStock(tx, wanted));
        return new Map(
          questions.map(({ sku, caseFactor }) => {
            const line = { orderId: 'shelf', lineNo: 1, sellerId, buyer, sku, quantity: 1, caseFactor };
            return [sku.id, showShelf(balances.lotsOf(sellerId, sku.id), balances.wantOf(line))];
          }),
        );
      }),

    /** The SKUs of a seller's lots that expire next, in that order; whether they are too old for somebody is for `shelves` to say. */
    expiringNext: (sellerId: string, on: Day): Promise<readonly string[]> =>
      database.read(async (tx) => {
        const lots = await stockStore(tx).lotPage({
          ownerId: sellerId,
          equals: { quality: 'available' },
          after: [on, afterEveryId],
          limit: lotsLookedAt,
        });
        return [...new Set(lots.map(({ skuId }) => skuId))];
      }),
  };
}
