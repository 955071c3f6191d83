import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '@/api';

export type CreditAccount = Answer<'credit', 'mine'>['items'][number];
export type Bill = Answer<'credit', 'bills'>['items'][number];

const pageRows = 20;

export const creditQuery = queryOptions({
  queryKey: ['credit', 'mine'],
  queryFn: () => api.credit.mine({}),
});

export const billsQuery = (side: 'buyer' | 'seller') =>
  infiniteQueryOptions({
    queryKey: ['credit', 'bills', side],
    queryFn: ({ pageParam }) => api.credit.bills({ side, cursor: pageParam || undefined, limit: pageRows }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useCredit = (enabled: boolean) => useQuery({ ...creditQuery, enabled });
export const useBills = (side: 'buyer' | 'seller') => useInfiniteQuery(billsQuery(side));
