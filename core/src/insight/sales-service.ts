import { loadSkus } from '../catalog';
import { loadParties } from '../partners';
import { addDays, type Caller, type Day, type Platform, Refused, type Tx } from '../platform';
import { regionName } from '../territory';
import { sumDeliveries } from './delivery-figures';
import type { DeliveryFigures, GoodsFigures, OrderFigures } from './model';
import { percentileHours } from './percentile-hours';
import { insightStore, type SalesScope } from './store';
import { sumOrders } from './sum-orders';

/** A year and a day, so that a year can be held against the day a year ago. */
const longestDays = 366;
/** More rows than that nobody reads; the figures of the rest are in the total. */
const longestList = 500;

export interface SalesQuery {
  readonly from: Day;
  readonly to: Day;
  /** `own`: what the caller sells. `channel`: what its distributors sell, which HQ alone sees. */
  readonly side: 'own' | 'channel';
}

export interface NamedFigures extends OrderFigures {
  /** A day, a party's id or a province. */
  readonly key: string;
  readonly name: string;
}

export interface NamedGoods extends GoodsFigures {
  readonly key: string;
  readonly name: string;
  readonly baseUnit: string;
}

export interface NamedDeliveries extends DeliveryFigures {
  /** A day or a seller's id. */
  readonly key: string;
  readonly name: string;
}

/** 经营报表: what was sold, by day, province, seller, customer or SKU, from figures that are kept as orders change. */
export function salesService({ database }: Pick<Platform, 'database'>) {
  /** @throws insight.periodUnfit, insight.notYours */
  const scopeOf = (caller: Caller, { from, to, side }: SalesQuery): SalesScope => {
    if (to < from || to > addDays(from, longestDays - 1)) throw new Refused('insight.periodUnfit');
    if (side === 'channel' && caller.partyKind !== 'hq') throw new Refused('insight.notYours');
    return side === 'own'
      ? { from, to, sellerId: caller.partyId, exceptSellerId: null }
      : { from, to, sellerId: null, exceptSellerId: caller.partyId };
  };

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

    /**
     * 履约: orders by the day their last shipment was signed for, with the hours half of them and nine of ten did not take
     * longer than (null without any); by day, or by seller, the 500 with the most orders.
     * @throws insight.periodUnfit, insight.notYours
     */
    deliveries: (caller: Caller, query: SalesQuery & { readonly by: 'day' | 'seller' }) =>
      database.read(async (tx) => {
        const scope = scopeOf(caller, query);
        const store = insightStore(tx);
        const hours = await store.cycleHoursOf(scope);
        const days = await store.deliveriesBy('day', scope, longestDays);
        const rows = query.by === 'day' ? days : await store.deliveriesBy('sellerId', scope, longestList);
        const nameOf =
          query.by === 'day'
            ? (day: string) => day
            : await partyNames(
                tx,
                rows.map(({ key }) => key),
              );
        return {
          total: sumDeliveries(days),
          halfHours: percentileHours(hours, 5_000),
          mostHours: percentileHours(hours, 9_000),
          items: rows.map((row): NamedDeliveries => ({ ...row, name: nameOf(row.key) })),
        };
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

async function partyNames(tx: Tx, partyIds: readonly string[]) {
  const parties = await loadParties(tx, partyIds);
  return (partyId: string) => parties.get(partyId)?.name ?? partyId;
}
