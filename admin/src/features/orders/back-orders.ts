import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import type { BackOrder } from './back-order-columns';
import { ordersKey } from './queries';

const PAGE_SIZE = 50;

export interface BackOrderFilter {
  readonly side: 'buyer' | 'seller';
  readonly skuId?: string;
}

/** One page after another of what waits for goods, the longest wait first. */
export const backOrderPages =
  (filter: BackOrderFilter): FetchPage<BackOrder> =>
  (page) =>
    api.orders.backOrders({ ...filter, ...page });

export const useBackOrders = (filter: BackOrderFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: [...ordersKey, 'back-orders', filter, cursor],
    queryFn: () => backOrderPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });
