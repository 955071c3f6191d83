import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../../api';
import type { FetchPage } from '../../../ui/every-page';
import { useCommand } from '../../../ui/use-command';

export type OrderingRule = Answer<'catalog', 'orderingRules'>['items'][number];
export type CustomerGroup = Answer<'catalog', 'customerGroups'>['items'][number];
export type PriceLadder = Answer<'catalog', 'priceLadders'>['items'][number];

const PAGE_SIZE = 50;

/** My ordering rules page by page. */
export const rulePages: FetchPage<OrderingRule> = (page) => api.catalog.orderingRules(page);
export const useOrderingRules = (cursor: string | undefined) =>
  useQuery({
    queryKey: ['catalog', 'rules', cursor],
    queryFn: () => rulePages({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

/** The price ladders page by page, all or only those with something inverted. */
export const ladderPages =
  (onlyInverted: boolean): FetchPage<PriceLadder> =>
  (page) =>
    api.catalog.priceLadders({ ...page, onlyInverted: onlyInverted ? 'true' : 'false' });
export const usePriceLadders = (onlyInverted: boolean, cursor: string | undefined) =>
  useQuery({
    queryKey: ['catalog', 'ladders', onlyInverted, cursor],
    queryFn: () => ladderPages(onlyInverted)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const usePutOrderingRule = () => useCommand(['catalog', 'rules'], api.catalog.putOrderingRule);
export const usePutCustomerGroup = () => useCommand(['catalog'], api.catalog.putCustomerGroup);
export const usePutPriceLadder = () => useCommand(['catalog', 'ladders'], api.catalog.putPriceLadder);
