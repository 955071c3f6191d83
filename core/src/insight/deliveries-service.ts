import type { Caller, Platform } from '../platform';
import { sumDeliveries } from './delivery-figures';
import type { DeliveryFigures } from './model';
import { partyNames } from './party-names-service';
import { percentileHours } from './percentile-hours';
import { longestDays, longestList, type SalesQuery, scopeOf } from './sales-query';
import { insightStore } from './store';

export interface NamedDeliveries extends DeliveryFigures {
  /** A day or a seller's id. */
  readonly key: string;
  readonly name: string;
}

/** How orders were delivered, from figures that are kept as they are signed for. */
export const deliveriesService = ({ database }: Pick<Platform, 'database'>) => ({
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
});
