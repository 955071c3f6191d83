import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '@/api';

export type Sku = Answer<'catalog', 'get'>;

export interface CatalogWish {
  readonly q: string;
  readonly category: string;
  readonly supplierId: string | undefined;
}

/** Rows a page of the catalogue brings; mini-programs draw no more at once without stutter. */
const pageRows = 20;

export const catalogQuery = (wish: CatalogWish) =>
  infiniteQueryOptions({
    queryKey: ['catalog', 'search', wish],
    queryFn: ({ pageParam }) =>
      api.catalog.search({
        q: wish.q.trim() || undefined,
        category: wish.category || undefined,
        supplierId: wish.supplierId,
        cursor: pageParam || undefined,
        limit: pageRows,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const categoriesQuery = queryOptions({
  queryKey: ['catalog', 'categories'],
  queryFn: () => api.catalog.categories({}),
  staleTime: 10 * 60_000,
});

export const skuQuery = (skuId: string, supplierId: string | undefined) =>
  queryOptions({
    queryKey: ['catalog', 'sku', skuId, supplierId],
    queryFn: () => api.catalog.get({ skuId, supplierId }),
    staleTime: 60_000,
  });

export const useCatalog = (wish: CatalogWish, enabled: boolean) =>
  useInfiniteQuery({ ...catalogQuery(wish), enabled });
export const useCategories = () => useQuery(categoriesQuery);
