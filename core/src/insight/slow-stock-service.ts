import { addDays, type Caller, type Day, dayOf, type Platform, startOfDay, sum } from '../platform';
import { loadSlowStock } from '../stock';
import { partyNames } from './party-names-service';
import { longestList, type SalesQuery, scopeOf } from './sales-query';
import { skuNames } from './sku-names-service';
import { insightStore } from './store';

/** A SKU that does not sell, in one owner's warehouses. */
export interface NamedSlowStock {
  /** Of the SKU and its owner. */
  readonly key: string;
  readonly skuId: string;
  readonly name: string;
  readonly baseUnit: string;
  readonly ownerName: string;
  readonly onHand: number;
  readonly firstReceivedOn: Day;
  readonly firstExpiresOn: Day;
  readonly lastShippedOn: Day | null;
}

/** 滞销: what has lain there and was sent to nobody. */
export const slowStockService = ({ database }: Pick<Platform, 'database'>) => ({
  /**
   * SKUs with goods that came more than so many days ago, of which nobody ordered any and no customer was
   * sent any since; as of now. The 500
   * with the most units.
   * @throws insight.notYours
   */
  slowStock: (caller: Caller, { side, days }: Pick<SalesQuery, 'side'> & { readonly days: number }) =>
    database.read(async (tx) => {
      const today = dayOf(caller.at);
      const { sellerId, exceptSellerId } = scopeOf(caller, { from: today, to: today, side });
      const since = addDays(today, -days);
      const { slow: unsent, skusOf } = await loadSlowStock(tx, {
        ownerId: sellerId,
        exceptOwnerId: exceptSellerId,
        unsentSince: since,
        receivedBefore: startOfDay(since),
      });
      const skuIds = [...new Set(unsent.map(({ skuId }) => skuId))];
      const scope = { sellerId, exceptSellerId, from: since, to: today };
      const sold = new Set(
        (await insightStore(tx).soldFor(scope, skuIds))
          .filter(({ quantity }) => quantity > 0)
          .map((row) => `${row.sellerId} ${row.skuId}`),
      );
      const slow = unsent.filter(({ ownerId, skuId }) => !sold.has(`${ownerId} ${skuId}`));
      const shown = slow.slice(0, longestList);
      const skuOf = await skuNames(tx, [...new Set(shown.map(({ skuId }) => skuId))]);
      const ownerOf = await partyNames(tx, [...new Set(shown.map(({ ownerId }) => ownerId))]);
      return {
        total: { slowSkus: slow.length, stockedSkus: sum([...skusOf.values()]) },
        items: shown.map(
          ({ ownerId, skuId, onHand, firstReceivedAt, firstExpiresOn, lastShippedOn }): NamedSlowStock => ({
            key: `${ownerId} ${skuId}`,
            skuId,
            ...skuOf(skuId),
            ownerName: ownerOf(ownerId),
            onHand,
            firstReceivedOn: dayOf(firstReceivedAt),
            firstExpiresOn,
            lastShippedOn,
          }),
        ),
      };
    }),
});
