import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../../api';
import { everyPage, type FetchPage } from '../../../ui/every-page';
import { useCommand } from '../../../ui/use-command';
import type { PriceLine, PriceList } from './model';

const PAGE_SIZE = 50;
const LIST_LIMIT = 1_000;
const pricesKey = ['catalog', 'prices'] as const;

/** My price lists page by page. */
export const priceListPages: FetchPage<PriceList> = (page) => api.catalog.priceLists(page);

export const usePriceLists = (cursor: string | undefined) =>
  useQuery({
    queryKey: [...pricesKey, 'lists', cursor],
    queryFn: () => priceListPages({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

/** All of my price lists at once, to find one of them by its id. */
export const useAllPriceLists = () =>
  useQuery({
    queryKey: [...pricesKey, 'all'],
    queryFn: async () => (await everyPage(priceListPages, LIST_LIMIT)).items,
  });

/** The prices in a list page by page, of all goods or of those found. */
export const priceLinePages =
  (priceListId: string, q: string): FetchPage<PriceLine> =>
  (page) =>
    api.catalog.priceLines({ priceListId, q, ...page });

export const usePriceLines = (priceListId: string, q: string, cursor: string | undefined) =>
  useQuery({
    queryKey: [...pricesKey, 'lines', priceListId, q, cursor],
    queryFn: () => api.catalog.priceLines({ priceListId, q, cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const usePutPriceList = () => useCommand(pricesKey, api.catalog.putPriceList);
export const usePutPriceLines = () => useCommand(pricesKey, api.catalog.putPriceLines);

/** Tries a change of many prices; nothing is written. */
export const usePreviewPrices = () => useMutation({ mutationFn: api.catalog.previewPriceLines });

/** Why a customer pays what it pays; asked once all of the question is there. */
export const useWhyPrice = (question: Parameters<typeof api.catalog.whyPrice>[0] | null) =>
  useQuery({
    queryKey: [...pricesKey, 'why', question],
    queryFn: () => (question ? api.catalog.whyPrice(question) : Promise.reject(new Error('no question'))),
    enabled: question !== null,
  });
