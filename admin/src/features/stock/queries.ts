import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';

type Asked<Name extends 'lots' | 'movements'> = Omit<
  Parameters<(typeof api.stock)[Name]>[0],
  'cursor' | 'limit'
>;
export type LotFilter = Asked<'lots'>;
export type MovementFilter = Asked<'movements'>;
export type Lot = Answer<'stock', 'lots'>['items'][number];
export type Movement = Answer<'stock', 'movements'>['items'][number];

export const PAGE_SIZE = 50;
/** What all queries of stock begin with: a command asks them anew. */
export const stockKey = ['stock'] as const;

/** One page of lots after another, first to expire first. */
export const lotPages =
  (filter: LotFilter): FetchPage<Lot> =>
  (page) =>
    api.stock.lots({ ...filter, ...page });

export const useLots = (filter: LotFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: [...stockKey, 'lots', filter, cursor],
    queryFn: () => lotPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const movementPages =
  (filter: MovementFilter): FetchPage<Movement> =>
  (page) =>
    api.stock.movements({ ...filter, ...page });

/** The ledger, newest entry first. */
export const useMovements = (filter: MovementFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: [...stockKey, 'movements', filter, cursor],
    queryFn: () => movementPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useWarehouses = (enabled: boolean) =>
  useQuery({ queryKey: [...stockKey, 'warehouses'], queryFn: () => api.stock.warehouses({}), enabled });

/** Receives a lot; the receipt id makes a repeated call harmless. */
export const useReceiveLot = () => useCommand(stockKey, api.stock.receive);
export const useMoveQuality = () => useCommand(stockKey, api.stock.moveQuality);
export const useAdjust = () => useCommand(stockKey, api.stock.adjust);
export const useDestroy = () => useCommand(stockKey, api.stock.destroy);
