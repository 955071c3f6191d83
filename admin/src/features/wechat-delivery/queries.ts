import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import { useCommand } from '../../ui/use-command';

export type Send = Answer<'messages', 'sends'>['items'][number];
export type Upload = Answer<'shipping', 'uploads'>['items'][number];

const PAGE_SIZE = 50;
const sendsKey = ['messages', 'sends'];
const uploadsKey = ['shipping', 'uploads'];

export const useSends = (state: Send['state'] | undefined, cursor?: string) =>
  useQuery({
    queryKey: [...sendsKey, state, cursor],
    queryFn: () => api.messages.sends({ state, cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useUploads = (state: Upload['state'] | undefined, cursor?: string) =>
  useQuery({
    queryKey: [...uploadsKey, state, cursor],
    queryFn: () => api.shipping.uploads({ state, cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useRetrySend = () => useCommand(sendsKey, api.messages.retrySend);
export const useRetryUpload = () => useCommand(uploadsKey, api.shipping.retryUpload);
