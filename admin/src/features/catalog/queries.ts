import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ulid } from 'ulid';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';

export type Goods = Answer<'catalog', 'get'>;
export type Picture = Answer<'catalog', 'pictures'>['items'][number];

const PAGE_SIZE = 50;
const goodsKey = ['catalog', 'goods'] as const;

export interface GoodsFilter {
  /** Name, pinyin, initials or barcode. */
  readonly q: string;
  readonly category: string | undefined;
  /** What is on sale, or what was taken off. */
  readonly range: 'all' | 'offSale';
}

/** The range page by page, as it is filtered. */
export const goodsPages =
  (filter: GoodsFilter): FetchPage<Goods> =>
  (page) =>
    api.catalog.search({ ...filter, ...page });

/** One page of the range. */
export const useGoods = (filter: GoodsFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: [...goodsKey, filter, cursor],
    queryFn: () => goodsPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const usePictures = (skuId: string) =>
  useQuery({
    queryKey: ['catalog', 'pictures', skuId],
    queryFn: () => api.catalog.pictures({ skuId }),
  });

/** Sets the pictures of a SKU in their order. */
export function usePutPictures(skuId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (photoIds: string[]) => api.catalog.putPictures({ commandId: ulid(), skuId, photoIds }),
    onSettled: () => client.invalidateQueries({ queryKey: ['catalog'] }),
  });
}
