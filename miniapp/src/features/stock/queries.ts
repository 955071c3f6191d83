import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { api, type Answer } from '@/api';

export type Lot = Answer<'stock', 'lots'>['items'][number];

const pageRows = 30;

export const lotsQuery = infiniteQueryOptions({
  queryKey: ['stock', 'lots'],
  queryFn: ({ pageParam }) => api.stock.lots({ cursor: pageParam || undefined, limit: pageRows }),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

export const useLots = () => useInfiniteQuery(lotsQuery);
