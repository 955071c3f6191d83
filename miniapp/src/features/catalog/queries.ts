import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ApiProblem, api, type Answer } from '@/api';
import { inTurns } from '@/platform/in-turns';

export type Sku = Answer<'catalog', 'get'>;

export interface CatalogWish {
  readonly q: string;
  readonly category: string;
  readonly supplierId: string | undefined;
}

/** Rows a page of the catalogue brings: mini-programs draw no more than 20 at once without stutter, and a PC has three abreast. */
const pageRows = 18;
/** A longer list is not asked for again, page by page, whenever somebody comes back to it; the quote has today's prices. */
const pagesAskedAgain = 3;

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
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= pagesAskedAgain,
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

/** Goods by their ids, in that order; those that are not sold any more are left out. */
export const goodsQuery = (skuIds: readonly string[], supplierId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['catalog', 'goods', supplierId, skuIds],
    queryFn: async ({ pageParam: from }) => {
      const found = await inTurns(skuIds.slice(from, from + pageRows), (skuId) =>
        skuOrNone(skuId, supplierId),
      );
      return { items: found.filter((sku) => sku !== undefined) };
    },
    initialPageParam: 0,
    getNextPageParam: (_page, pages) =>
      pages.length * pageRows < skuIds.length ? pages.length * pageRows : undefined,
  });

const skuOrNone = (skuId: string, supplierId: string | undefined): Promise<Sku | undefined> =>
  api.catalog.get({ skuId, supplierId }).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'catalog.skuUnknown') return undefined;
    throw error;
  });

export const useGoods = (skuIds: readonly string[], supplierId: string | undefined) =>
  useInfiniteQuery({
    ...goodsQuery(skuIds, supplierId),
    enabled: skuIds.length > 0 && supplierId !== undefined,
  });
export const useCatalog = (wish: CatalogWish, enabled: boolean) =>
  useInfiniteQuery({ ...catalogQuery(wish), enabled });
export const useCategories = () => useQuery(categoriesQuery);
