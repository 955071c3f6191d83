import type { OrderFigures } from './model';

/** Figures of several rows as one. */
export const sumOrders = (rows: readonly OrderFigures[]): OrderFigures =>
  rows.reduce<OrderFigures>(
    (all, { orders, touchlessOrders, keptOrders, keptFen }) => ({
      orders: all.orders + orders,
      touchlessOrders: all.touchlessOrders + touchlessOrders,
      keptOrders: all.keptOrders + keptOrders,
      keptFen: all.keptFen + keptFen,
    }),
    { orders: 0, touchlessOrders: 0, keptOrders: 0, keptFen: 0 },
  );
