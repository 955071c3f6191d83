import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Answer } from '../../api';

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

/** A command whose id makes a repeated call harmless; also after a refusal the list is asked anew. */
function useCommand<Input, Answered>(key: readonly string[], send: (input: Input) => Promise<Answered>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => void client.invalidateQueries({ queryKey: key }),
  }).mutateAsync;
}

export const useRetrySend = () => useCommand(sendsKey, api.messages.retrySend);
export const useRetryUpload = () => useCommand(uploadsKey, api.shipping.retryUpload);
