import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../api';
import { everyPage, type FetchPage } from '../../ui/every-page';
import type { OrderSide, OrderState, OrderSummary } from './model';
import { byUrgency } from './review';

/** The queue shows at most this many orders; more belongs on the list of all orders. */
export const QUEUE_LIMIT = 300;
const QUEUE_REFRESH_MILLISECONDS = 15_000;
const COUNTS_REFRESH_MILLISECONDS = 30_000;
const PAGE_SIZE = 20;

export interface OrderFilter {
  readonly side: OrderSide;
  readonly state?: OrderState;
  readonly q?: string;
}

export const ordersKey = ['orders'] as const;

/** One page of orders after another, for lists and exports. */
export const orderPages =
  (filter: OrderFilter): FetchPage<OrderSummary> =>
  (page) =>
    api.orders.list({ ...filter, ...page });

export const queueQuery = (side: OrderSide) =>
  queryOptions({
    queryKey: [...ordersKey, 'queue', side],
    queryFn: async () => {
      const { items, complete } = await everyPage(orderPages({ side, state: 'held' }), QUEUE_LIMIT);
      return { items: [...items].sort(byUrgency), complete };
    },
    refetchInterval: QUEUE_REFRESH_MILLISECONDS,
  });

/** Held orders, most urgent first, fresh every 15 seconds. */
export const useQueue = (side: OrderSide) => useQuery(queueQuery(side));

/** One page of orders; while the next one loads, the present one stays. */
export const useOrders = (filter: OrderFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: [...ordersKey, 'list', filter, cursor],
    queryFn: () => orderPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

/** How many orders stand in each state. */
export const useOrderCounts = (side: OrderSide) =>
  useQuery({
    queryKey: [...ordersKey, 'counts', side],
    queryFn: () => api.orders.counts({ side }),
    select: ({ items }) => new Map(items.map((item) => [item.state, item])),
    refetchInterval: COUNTS_REFRESH_MILLISECONDS,
  });

export const orderQuery = (orderId: string) =>
  queryOptions({ queryKey: [...ordersKey, 'order', orderId], queryFn: () => api.orders.get({ orderId }) });

/** One order with its whole story. */
export const useOrder = (orderId: string) => useQuery(orderQuery(orderId));
