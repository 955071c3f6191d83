import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ulid } from 'ulid';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';

export type Goods = Answer<'catalog', 'get'>;
export type Picture = Answer<'catalog', 'pictures'>['items'][number];

const PAGE_SIZE = 50;
const goodsKey = ['catalog', 'goods'] as const;

/** The range page by page, found by name, pinyin, initials or barcode. */
export const goodsPages =
  (q: string): FetchPage<Goods> =>
  (page) =>
    api.catalog.search({ q, ...page, range: 'all' });

/** The range, found by name, pinyin, initials or barcode. */
export const useGoods = (q: string, cursor: string | undefined) =>
  useQuery({
    queryKey: [...goodsKey, q, cursor],
    queryFn: () => goodsPages(q)({ cursor, limit: PAGE_SIZE }),
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
