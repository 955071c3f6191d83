import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type Answer } from '@/api';
import { sendOnce } from '@/platform/send-once';

export type RebateBalance = Answer<'rebates', 'balances'>['items'][number];
export type RebateEntry = Answer<'rebates', 'entries'>['items'][number];
export type RebateProgress = Answer<'rebates', 'progress'>['items'][number];
export type DisplayClaim = Answer<'rebates', 'displays'>['items'][number];

const pageRows = 20;
/** A buyer has few suppliers; all their balances come at once. */
const balanceRows = 100;

export const balancesQuery = queryOptions({
  queryKey: ['rebates', 'balances'],
  queryFn: () => api.rebates.balances({ limit: balanceRows }),
});

export const entriesQuery = (accountId: string) =>
  infiniteQueryOptions({
    queryKey: ['rebates', 'entries', accountId],
    queryFn: ({ pageParam }) =>
      api.rebates.entries({ accountId, cursor: pageParam || undefined, limit: pageRows }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const progressQuery = (supplierId: string | undefined) =>
  queryOptions({
    queryKey: ['rebates', 'progress', supplierId],
    queryFn: () => api.rebates.progress({ supplierId }),
  });

export const displaysQuery = queryOptions({
  queryKey: ['rebates', 'displays'],
  queryFn: () => api.rebates.displays({ limit: pageRows }),
});

export const useBalances = () => useQuery(balancesQuery);
export const useEntries = (accountId: string) => useInfiniteQuery(entriesQuery(accountId));
export const useProgress = (supplierId: string | undefined) =>
  useQuery({ ...progressQuery(supplierId), enabled: supplierId !== undefined });
export const useDisplays = () => useQuery(displaysQuery);

/** Hands photos of a display in once, however often it is tapped. @throws rebates.claimOpen, rebates.photoUsed */
export function useHandInDisplay(promotionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ photos, note }: { readonly photos: readonly string[]; readonly note: string }) =>
      sendOnce({
        name: `display:${promotionId}`,
        fingerprint: JSON.stringify([photos, note]),
        body: { promotionId, photos: [...photos], note },
        send: (commandId, body) => api.rebates.handInDisplay({ ...body, commandId }),
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['rebates'] }),
  });
}
