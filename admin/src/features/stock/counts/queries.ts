import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../../api';
import type { FetchPage } from '../../../ui/every-page';
import { useCommand } from '../../../ui/use-command';
import { PAGE_SIZE, stockKey } from '../queries';

export type Sheet = Answer<'stock', 'counts'>['items'][number];
export type Count = Answer<'stock', 'count'>;
export type CountLine = Count['lines'][number];

export const sheetPages: FetchPage<Sheet> = (page) => api.stock.counts(page);

/** Count sheets, newest first. */
export const useSheets = (cursor: string | undefined) =>
  useQuery({
    queryKey: [...stockKey, 'counts', cursor],
    queryFn: () => sheetPages({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useCount = (sheetId: string) =>
  useQuery({ queryKey: [...stockKey, 'count', sheetId], queryFn: () => api.stock.count({ sheetId }) });

export const useOpenCount = () => useCommand(stockKey, api.stock.openCount);
export const useEnterCounts = () => useCommand(stockKey, api.stock.enterCounts);
export const useConfirmCount = () => useCommand(stockKey, api.stock.confirmCount);
export const useCancelCount = () => useCommand(stockKey, api.stock.cancelCount);
