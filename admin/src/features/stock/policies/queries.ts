import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../../api';
import type { FetchPage, PageOf } from '../../../ui/every-page';
import { useCommand } from '../../../ui/use-command';
import { PAGE_SIZE } from '../queries';

export type LifeRule = Answer<'stock', 'lifeRules'>['items'][number];
export type Buffer = Answer<'stock', 'buffers'>['items'][number];
export type Quota = Answer<'stock', 'quotas'>['items'][number];
export type MarkdownBand = Answer<'stock', 'markdowns'>['items'][number];
export type ShortagePolicy = Answer<'pool', 'shortagePolicies'>['items'][number];
export type ShareTerms = Answer<'pool', 'shareTerms'>['items'][number];

/** What all queries of a seller's rules for its stock begin with: a command asks them anew. */
const policiesKey = ['stock', 'policies'] as const;

const usePage = <Item>(name: string, fetchPage: FetchPage<Item>, cursor: string | undefined) =>
  useQuery<PageOf<Item>>({
    queryKey: [...policiesKey, name, cursor],
    queryFn: () => fetchPage({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const lifeRulePages: FetchPage<LifeRule> = (page) => api.stock.lifeRules(page);
export const bufferPages: FetchPage<Buffer> = (page) => api.stock.buffers(page);
export const quotaPages: FetchPage<Quota> = (page) => api.stock.quotas(page);
export const shortagePages: FetchPage<ShortagePolicy> = (page) => api.pool.shortagePolicies(page);
export const sharePages: FetchPage<ShareTerms> = (page) => api.pool.shareTerms(page);

export const useLifeRules = (cursor: string | undefined) => usePage('life-rules', lifeRulePages, cursor);
export const useBuffers = (cursor: string | undefined) => usePage('buffers', bufferPages, cursor);
export const useQuotas = (cursor: string | undefined) => usePage('quotas', quotaPages, cursor);
export const useShortagePolicies = (cursor: string | undefined) =>
  usePage('shortages', shortagePages, cursor);
export const useShareTerms = (cursor: string | undefined) => usePage('shares', sharePages, cursor);

/** What ageing goods cost less; the usual markdowns of the trade where nothing is set. */
export const useMarkdowns = () =>
  useQuery({
    queryKey: [...policiesKey, 'markdowns'],
    queryFn: async () => (await api.stock.markdowns({})).items,
  });

/** How goods of a SKU would be shared over the orders that wait for them; asks nothing without a SKU. */
export const useFairShare = (skuId: string | undefined) =>
  useQuery({
    queryKey: [...policiesKey, 'fair-share', skuId],
    queryFn: () => api.pool.fairShare({ skuId: skuId ?? '' }),
    enabled: skuId !== undefined,
    placeholderData: keepPreviousData,
  });

export const useAddLifeRule = () => useCommand(policiesKey, api.stock.addLifeRule);
export const useRemoveLifeRule = () => useCommand(policiesKey, api.stock.removeLifeRule);
export const useSetBuffer = () => useCommand(policiesKey, api.stock.setBuffer);
export const useSetQuota = () => useCommand(policiesKey, api.stock.setQuota);
export const useSetMarkdowns = () => useCommand(policiesKey, api.stock.setMarkdowns);
export const useSetShortagePolicy = () => useCommand(policiesKey, api.pool.setShortagePolicy);
export const useRemoveShortagePolicy = () => useCommand(policiesKey, api.pool.removeShortagePolicy);
export const useSetShareTerms = () => useCommand(policiesKey, api.pool.setShareTerms);
export const useRemoveShareTerms = () => useCommand(policiesKey, api.pool.removeShareTerms);
