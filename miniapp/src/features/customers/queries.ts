import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { api, type Answer } from '@/api';

export type Customer = Answer<'partners', 'parties'>['items'][number];
export type CustomerAccount = Answer<'credit', 'accounts'>['items'][number];

const pageRows = 20;
const accountRows = 100;
/** So many pages of accounts are read beside the customers; a larger channel is looked after in the console. */
const accountPagesMax = 10;

export const customersQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['partners', 'customers', q],
    queryFn: ({ pageParam }) =>
      api.partners.parties({ q: q.trim() || undefined, cursor: pageParam || undefined, limit: pageRows }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const accountsQuery = queryOptions({
  queryKey: ['credit', 'accounts'],
  queryFn: async () => {
    const accounts: CustomerAccount[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < accountPagesMax; page += 1) {
      const read = await api.credit.accounts({ cursor, limit: accountRows });
      accounts.push(...read.items);
      if (read.nextCursor === null) break;
      cursor = read.nextCursor;
    }
    return accounts;
  },
});

export const customerQuery = (partyId: string) =>
  queryOptions({
    queryKey: ['partners', 'customer', partyId],
    queryFn: () => api.partners.get({ partyId }),
  });

/** My customers, by name. */
export const useCustomers = (q: string) =>
  useInfiniteQuery({ ...customersQuery(q), placeholderData: keepPreviousData });
/** The credit I give them. */
export const useAccounts = () => useQuery(accountsQuery);
/** One of them: who answers the phone there, and whether it may order. */
export const useCustomer = (partyId: string) => useQuery(customerQuery(partyId));
