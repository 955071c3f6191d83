import { addDays, type Caller, type Platform, startOfDay, sum } from '../platform';
import { loadLosses } from '../stock';
import { partyNames } from './party-names-service';
import { longestList, type SalesQuery, scopeOf } from './sales-query';
import { skuNames } from './sku-names-service';
import { insightStore } from './store';
import { type ValuedLoss, valueLosses } from './value-losses';

/** Of one SKU, or of all SKUs of one owner. */
export type NamedLoss = ValuedLoss & { readonly name: string; readonly baseUnit: string };

/** 损耗: what was destroyed, and what it would have been sold for. */
export const lossesService = ({ database }: Pick<Platform, 'database'>) => ({
  /**
   * Goods destroyed in a period, by SKU of our own stock or by distributor for HQ, valued at what their owner sold them
   * for in the same period: no cost is kept. The 500 that lost most.
   * @throws insight.periodUnfit, insight.notYours
   */
  losses: (caller: Caller, query: SalesQuery) =>
    database.read(async (tx) => {
      const scope = scopeOf(caller, query);
      const losses = await loadLosses(tx, {
        ownerId: scope.sellerId,
        exceptOwnerId: scope.exceptSellerId,
        from: startOfDay(scope.from),
        until: startOfDay(addDays(scope.to, 1)),
      });
      const store = insightStore(tx);
      const skuIds = [...new Set(losses.map(({ skuId }) => skuId))];
      const sold = await store.soldFor(scope, skuIds);
      const isOwn = query.side === 'own';
      const rows = valueLosses(losses, sold, ({ ownerId, skuId }) => (isOwn ? skuId : ownerId));
      const shown = rows.slice(0, longestList);
      const keys = shown.map(({ key }) => key);
      const skuOf = isOwn ? await skuNames(tx, keys) : null;
      const partyOf = await partyNames(tx, isOwn ? [] : keys);
      return {
        total: {
          skus: skuIds.length,
          lossFen: sum(rows.map(({ lossFen }) => lossFen)),
          unvaluedSkus: sum(rows.map(({ unvaluedSkus }) => unvaluedSkus)),
          keptFen: sum((await store.daysOf(scope)).map(({ keptFen }) => Number(keptFen))),
        },
        items: shown.map((row): NamedLoss => ({
          ...row,
          ...(skuOf?.(row.key) ?? { name: partyOf(row.key), baseUnit: '' }),
        })),
      };
    }),
});
