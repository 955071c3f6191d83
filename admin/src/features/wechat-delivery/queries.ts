import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';

export type Send = Answer<'messages', 'sends'>['items'][number];
export type Upload = Answer<'shipping', 'uploads'>['items'][number];

const PAGE_SIZE = 50;
const sendsKey = ['messages', 'sends'];
const uploadsKey = ['shipping', 'uploads'];

/** Messages to people's WeChat in a state, or in any, newest first. */
export const sendPages =
  (state: Send['state'] | undefined): FetchPage<Send> =>
  (page) =>
    api.messages.sends({ state, ...page });

/** What WeChat was told of shipments, newest first. */
export const uploadPages =
  (state: Upload['state'] | undefined): FetchPage<Upload> =>
  (page) =>
    api.shipping.uploads({ state, ...page });

export const useSends = (state: Send['state'] | undefined, cursor?: string) =>
  useQuery({
    queryKey: [...sendsKey, state, cursor],
    queryFn: () => sendPages(state)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useUploads = (state: Upload['state'] | undefined, cursor?: string) =>
  useQuery({
    queryKey: [...uploadsKey, state, cursor],
    queryFn: () => uploadPages(state)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useRetrySend = () => useCommand(sendsKey, api.messages.retrySend);
export const useRetryUpload = () => useCommand(uploadsKey, api.shipping.retryUpload);
