import { loadPromotedFen, loadPromotedOrders, type PromotedFigures } from '../orders';
import { addDays, type Caller, type Platform, startOfDay, sum } from '../platform';
import { partyNames } from './party-names-service';
import { longestList, type SalesQuery, scopeOf } from './sales-query';
import { insightStore } from './store';

export type NamedPromoted = PromotedFigures & {
  readonly key: string;
  readonly name: string;
  readonly sellerName: string;
};

/** 促销投入产出: what orders with a promotion came to beside what it has cost. */
export const promotedService = ({ database }: Pick<Platform, 'database'>) => ({
  /**
   * By promotion, of the orders placed in a period, the 500 with the most money; an order with two promotions counts for
   * both of them, and once in the total.
   * @throws insight.periodUnfit, insight.notYours
   */
  promoted: (caller: Caller, query: SalesQuery) =>
    database.read(async (tx) => {
      const scope = scopeOf(caller, query);
      const placed = {
        ...scope,
        from: startOfDay(scope.from),
        until: startOfDay(addDays(scope.to, 1)),
      };
      const rows = await loadPromotedOrders(tx, placed);
      const shown = rows.slice(0, longestList);
      const sellerOf = await partyNames(tx, [...new Set(shown.map(({ sellerId }) => sellerId))]);
      return {
        total: {
          promotions: rows.length,
          promotedFen: await loadPromotedFen(tx, placed),
          costFen: sum(rows.map(({ costFen }) => costFen)),
          keptFen: sum((await insightStore(tx).daysOf(scope)).map(({ keptFen }) => Number(keptFen))),
        },
        items: shown.map(({ sellerId, ...row }): NamedPromoted => ({
          ...row,
          sellerName: sellerOf(sellerId),
        })),
      };
    }),
});
