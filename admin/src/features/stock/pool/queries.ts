import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../../api';
import type { FetchPage, PageOf } from '../../../ui/every-page';
import { useCommand } from '../../../ui/use-command';
import { PAGE_SIZE } from '../queries';

const poolKey = ['pool'] as const;

export type PoolStock = Answer<'pool', 'stock'>['items'][number];
export type Agreement = Answer<'pool', 'agreements'>['items'][number];
export type Borrow = Answer<'pool', 'borrows'>['items'][number];
export type Loan = Answer<'pool', 'loans'>['items'][number];
export type Settlement = Answer<'pool', 'settlements'>['items'][number];
export type PoolFilter = Omit<Parameters<typeof api.pool.stock>[0], 'cursor' | 'limit'>;

const usePage = <Item>(key: readonly unknown[], fetchPage: FetchPage<Item>, cursor: string | undefined) =>
  useQuery<PageOf<Item>>({
    queryKey: [...poolKey, ...key, cursor],
    queryFn: () => fetchPage({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const poolPages =
  (filter: PoolFilter): FetchPage<PoolStock> =>
  (page) =>
    api.pool.stock({ ...filter, ...page });
export const agreementPages: FetchPage<Agreement> = (page) => api.pool.agreements(page);
export const borrowPages: FetchPage<Borrow> = (page) => api.pool.borrows(page);
export const loanPages: FetchPage<Loan> = (page) => api.pool.loans(page);
export const settlementPages: FetchPage<Settlement> = (page) => api.pool.settlements(page);

/** The pool by SKU and owner: HQ sees everybody's, a distributor its own. */
export const usePool = (filter: PoolFilter, cursor: string | undefined) =>
  usePage(['stock', filter], poolPages(filter), cursor);
export const useAgreements = (cursor: string | undefined) => usePage(['agreements'], agreementPages, cursor);
export const useBorrows = (cursor: string | undefined) => usePage(['borrows'], borrowPages, cursor);
export const useLoans = (cursor: string | undefined) => usePage(['loans'], loanPages, cursor);
export const useSettlements = (cursor: string | undefined) =>
  usePage(['settlements'], settlementPages, cursor);

export const usePropose = () => useCommand(poolKey, api.pool.propose);
export const useAccept = () => useCommand(poolKey, api.pool.accept);
export const useDecline = () => useCommand(poolKey, api.pool.decline);
export const useEnd = () => useCommand(poolKey, api.pool.end);
export const useTakeBack = () => useCommand(poolKey, api.pool.takeBack);
export const useLend = () => useCommand(poolKey, api.pool.lend);
