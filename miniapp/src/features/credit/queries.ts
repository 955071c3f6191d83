import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '@/api';

export type CreditAccount = Answer<'credit', 'mine'>['items'][number];
export type Bill = Answer<'credit', 'bills'>['items'][number];

const pageRows = 20;

export const creditQuery = queryOptions({
  queryKey: ['credit', 'mine'],
  queryFn: () => api.credit.mine({}),
});

export const billsQuery = (side: 'buyer' | 'seller', partyId = '') =>
  infiniteQueryOptions({
    queryKey: ['credit', 'bills', side, partyId],
    queryFn: ({ pageParam }) =>
      api.credit.bills({
        side,
        partyId: partyId || undefined,
        cursor: pageParam || undefined,
        limit: pageRows,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** How many pages of bills are read to find those that are to be paid. */
const billPagesMax = 10;
const billPageRows = 100;

/** Every open bill of one supplier, oldest due first. */
export const billsOfSellerQuery = (sellerId: string) =>
  queryOptions({
    queryKey: ['credit', 'bills', 'of', sellerId],
    queryFn: async () => {
      const bills: Bill[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < billPagesMax; page += 1) {
        const read = await api.credit.bills({ partyId: sellerId, cursor, limit: billPageRows });
        bills.push(...read.items);
        if (read.nextCursor === null) break;
        cursor = read.nextCursor;
      }
      return bills;
    },
  });

export const depositsQuery = queryOptions({
  queryKey: ['credit', 'deposits'],
  queryFn: () => api.credit.deposits({ limit: 100 }),
});

export const useCredit = (enabled: boolean) => useQuery({ ...creditQuery, enabled });
export const useBills = (side: 'buyer' | 'seller', partyId = '') =>
  useInfiniteQuery(billsQuery(side, partyId));
export const useDeposits = (enabled: boolean) => useQuery({ ...depositsQuery, enabled });
