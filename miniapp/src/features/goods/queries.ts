import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '@/api';
import { useDebounced } from '@/ui/use-debounced';

export type Shelf = Answer<'catalog', 'shelf'>;
export type GuideEntry = Answer<'lists', 'guide'>['items'][number];

export const shelfQuery = (skuId: string, supplierId: string | undefined) =>
  queryOptions({
    queryKey: ['catalog', 'shelf', skuId, supplierId],
    queryFn: () => api.catalog.shelf({ skuId, supplierId }),
    staleTime: 30_000,
  });

export const ageingQuery = (supplierId: string | undefined) =>
  queryOptions({
    queryKey: ['catalog', 'ageing', supplierId],
    queryFn: () => api.catalog.ageing({ supplierId }),
    staleTime: 60_000,
  });

export const useShelf = (skuId: string, supplierId: string | undefined) =>
  useQuery({ ...shelfQuery(skuId, supplierId), enabled: skuId !== '' && supplierId !== undefined });
export const useAgeing = (supplierId: string | undefined) =>
  useQuery({ ...ageingQuery(supplierId), enabled: supplierId !== undefined });

/** The pause after the last keystroke before a quantity is read. */
const readPauseMs = 300;

/** What the server reads in a quantity as it is typed: `2箱5瓶`, `2x5`, `29`, `两箱`. Nothing typed asks nothing. */
export function useReadQuantity(skuId: string, supplierId: string | undefined, text: string) {
  const settled = useDebounced(text.trim(), readPauseMs);
  const read = useQuery({
    queryKey: ['lists', 'read', supplierId, skuId, settled],
    queryFn: async () =>
      (await api.lists.check({ supplierId, rows: [{ sku: skuId, quantity: settled }] })).items[0],
    enabled: settled !== '' && supplierId !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const isCurrent = settled === text.trim() && !read.isPlaceholderData;
  return { read, isCurrent };
}

export const guideQuery = (supplierId: string | undefined) =>
  queryOptions({
    queryKey: ['orders', 'guide', supplierId],
    queryFn: () => api.lists.guide({ supplierId }),
    staleTime: 5 * 60_000,
  });

/** 进货清单: what was bought in the last 90 days, most often bought first. */
export const useGuide = (supplierId: string | undefined) =>
  useQuery({ ...guideQuery(supplierId), enabled: supplierId !== undefined });
