import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../../api';
import type { FetchPage } from '../../../ui/every-page';
import { useCommand } from '../../../ui/use-command';
import { PAGE_SIZE, stockKey } from '../queries';

export type LevelHeap = Answer<'stock', 'levels'>['items'][number];
export type Alert = Answer<'stock', 'alerts'>['items'][number];
export type AlertFilter = Omit<Parameters<typeof api.stock.alerts>[0], 'cursor' | 'limit'>;
export type AlertAction = NonNullable<Alert['action']>;
export type By = 'warehouse' | 'sku';

/** What there is at each expiry level, by warehouse or of the SKUs that age most. */
export const useLevels = (by: By, ownerId: string | undefined) =>
  useQuery({
    queryKey: [...stockKey, 'levels', by, ownerId],
    queryFn: () => api.stock.levels({ by, ownerId }),
    placeholderData: keepPreviousData,
  });

export const alertPages =
  (filter: AlertFilter): FetchPage<Alert> =>
  (page) =>
    api.stock.alerts({ ...filter, ...page });

/** Expiry alerts, first to be due first. */
export const useAlerts = (filter: AlertFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: [...stockKey, 'alerts', filter, cursor],
    queryFn: () => alertPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useHandleAlert = () => useCommand(stockKey, api.stock.handleAlert);
