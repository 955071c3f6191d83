import { loadBrandNames, loadCategoryNames, loadSkus } from '../catalog';
import type { Caller, Platform } from '../platform';
import { regionName } from '../territory';
import type { GoodsFigures, OrderFigures, RangeFigures } from './model';
import { partyNames } from './party-names-service';
import { longestList, type SalesQuery, scopeOf } from './sales-query';
import { insightStore } from './store';
import { sumOrders } from './sum-orders';

export interface NamedFigures extends OrderFigures {
  /** A day, a party's id or a province. */
  readonly key: string;
  readonly name: string;
}

export interface NamedRange extends RangeFigures {
  /** The id of a category or brand; nothing for goods without a brand. */
  readonly key: string;
  readonly name: string;
}

export interface NamedGoods extends GoodsFigures {
  readonly key: string;
  readonly name: string;
  readonly baseUnit: string;
}

/** 经营报表: what was sold, by day, province, seller, customer or SKU, from figures that are kept as orders change. */
export function salesService({ database }: Pick<Platform, 'database'>) {
  return {
    /** Day by day; days without orders have no row. @throws insight.periodUnfit, insight.notYours */
    salesByDay: (caller: Caller, query: SalesQuery) =>
      database.read(async (tx) => {
        const days = await insightStore(tx).daysOf(scopeOf(caller, query));
        return { total: sumOrders(days), days };
      }),

    /** The 500 with the most money. @throws insight.periodUnfit, insight.notYours */
    salesBy: (caller: Caller, query: SalesQuery & { readonly by: 'seller' | 'buyer' | 'province' }) =>
      database.read(async (tx): Promise<readonly NamedFigures[]> => {
        const scope = scopeOf(caller, query);
        const column = { seller: 'sellerId', buyer: 'buyerId', province: 'province' } as const;
        const rows = await insightStore(tx).groupedBy(column[query.by], scope, longestList);
        const nameOf =
          query.by === 'province'
            ? (province: string) => regionName(`${province}0000`)
            : await partyNames(
                tx,
                rows.map(({ key }) => key),
              );
        return rows.map((row) => ({ ...row, name: nameOf(row.key) }));
      }),

    /** Goods by category or brand, the 500 with the most money. @throws insight.periodUnfit, insight.notYours */
    salesByRange: (caller: Caller, query: SalesQuery & { readonly by: 'category' | 'brand' }) =>
      database.read(async (tx): Promise<readonly NamedRange[]> => {
        const rows = await insightStore(tx).rangesOf(query.by, scopeOf(caller, query), longestList);
        const nameOf = await (query.by === 'brand' ? loadBrandNames(tx) : loadCategoryNames(tx));
        return rows.map((row) => ({ ...row, name: nameOf(row.key) }));
      }),

    /** Goods, the 500 with the most money. @throws insight.periodUnfit, insight.notYours */
    salesBySku: (caller: Caller, query: SalesQuery) =>
      database.read(async (tx): Promise<readonly NamedGoods[]> => {
        const rows = await insightStore(tx).skusOf(scopeOf(caller, query), longestList);
        const skus = await loadSkus(
          tx,
          rows.map(({ key }) => key),
        );
        return rows.map((row) => {
          const sku = skus.get(row.key);
          return { ...row, name: sku ? `${sku.name} ${sku.spec}` : row.key, baseUnit: sku?.baseUnit ?? '' };
        });
      }),
  };
}
