import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../../api';
import type { FetchPage } from '../../../ui/every-page';
import { useCommand } from '../../../ui/use-command';
import { PAGE_SIZE, stockKey } from '../queries';

export type Recall = Answer<'stock', 'recalls'>['items'][number];
export type RecallDetail = Answer<'stock', 'recall'>;
export type Delivery = RecallDetail['deliveries'][number];
export type RecalledLot = RecallDetail['lots'][number];

export const recallPages: FetchPage<Recall> = (page) => api.stock.recalls(page);

export const useRecalls = (cursor: string | undefined) =>
  useQuery({
    queryKey: [...stockKey, 'recalls', cursor],
    queryFn: () => recallPages({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useRecall = (recallId: string) =>
  useQuery({
    queryKey: [...stockKey, 'recall', recallId],
    queryFn: () => api.stock.recall({ recallId }),
  });

export const useOpenRecall = () => useCommand(stockKey, api.stock.openRecall);
export const useNoteRecall = () => useCommand(stockKey, api.stock.noteRecall);
export const useCloseRecall = () => useCommand(stockKey, api.stock.closeRecall);
