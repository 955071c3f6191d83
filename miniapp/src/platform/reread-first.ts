import type { InfiniteData, QueryKey } from '@tanstack/react-query';
import { queryClient } from './query-client';

const isLong = (data: unknown): data is InfiniteData<unknown> =>
  typeof data === 'object' && data !== null && 'pages' in data && 'pageParams' in data;

/**
 * Reads what is on the screen anew, all of it or what a key names. A list that grew page by page is read from its top,
 * where whoever pulled it down is looking: one page, however many were there. The others come again as they are
 * scrolled to.
 */
export function rereadFirst(queryKey: QueryKey = []): Promise<void> {
  const filters = { queryKey, type: 'active' } as const;
  queryClient.setQueriesData<unknown>(filters, (data: unknown) =>
    isLong(data) ? { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) } : data,
  );
  return queryClient.refetchQueries(filters);
}
