import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';

export type Lot = Answer<'stock', 'lots'>['items'][number];

const PAGE_SIZE = 50;

/** One page of lots after another, first to expire first. */
export const lotPages =
  (skuId: string | undefined): FetchPage<Lot> =>
  (page) =>
    api.stock.lots({ skuId, ...page });

export const useLots = (skuId: string | undefined, cursor: string | undefined) =>
  useQuery({
    queryKey: ['stock', 'lots', skuId, cursor],
    queryFn: () => lotPages(skuId)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useWarehouses = (enabled: boolean) =>
  useQuery({ queryKey: ['stock', 'warehouses'], queryFn: () => api.stock.warehouses({}), enabled });

/** Receives a lot; the receipt id makes a repeated call harmless. */
export const useReceiveLot = () => useCommand(['stock'], api.stock.receive);
