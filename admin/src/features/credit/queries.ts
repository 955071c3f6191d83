import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';

export type CreditAccount = Answer<'credit', 'accounts'>['items'][number];
export type Bill = Answer<'credit', 'bills'>['items'][number];
export type CreditEntry = Answer<'credit', 'entries'>['items'][number];
export type BillSide = 'seller' | 'buyer';

const PAGE_SIZE = 50;

export interface BillFilter {
  readonly side: BillSide;
  readonly partyId?: string;
}

export const accountPages: FetchPage<CreditAccount> = (page) => api.credit.accounts(page);

/** One page of open bills after another, oldest due first. */
export const billPages =
  (filter: BillFilter): FetchPage<Bill> =>
  (page) =>
    api.credit.bills({ ...filter, ...page });

export const useAccounts = (cursor: string | undefined) =>
  useQuery({
    queryKey: ['credit', 'accounts', cursor],
    queryFn: () => accountPages({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useBills = (filter: BillFilter, cursor?: string) =>
  useQuery({
    queryKey: ['credit', 'bills', filter, cursor],
    queryFn: () => billPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

type AccountKey = Pick<CreditAccount, 'sellerId' | 'buyerId'>;

/** One page after another of an account's ledger, newest first. */
export const entryPages =
  ({ sellerId, buyerId }: AccountKey): FetchPage<CreditEntry> =>
  (page) =>
    api.credit.entries({ sellerId, buyerId, ...page });

export const useEntries = (account: AccountKey, cursor: string | undefined) =>
  useQuery({
    queryKey: ['credit', 'entries', account.sellerId, account.buyerId, cursor],
    queryFn: () => entryPages(account)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useReceiveMoney = () => useCommand(['credit'], api.credit.receive);
export const useSetLimit = () => useCommand(['credit'], api.credit.setLimit);
