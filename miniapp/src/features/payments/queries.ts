import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/api';

export type Side = 'buyer' | 'seller';

const pageRows = 20;

export const offerQuery = queryOptions({
  queryKey: ['payments', 'offer'],
  queryFn: () => api.payments.offer({}),
  staleTime: 10 * 60_000,
});

export const orderPaymentsQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['payments', 'order', orderId],
    queryFn: () => api.payments.ofOrder({ orderId }),
    staleTime: 3_000,
  });

export const paymentQuery = (paymentId: string) =>
  queryOptions({
    queryKey: ['payments', 'one', paymentId],
    queryFn: () => api.payments.get({ paymentId }),
    staleTime: 0,
  });

export const paymentsQuery = (side: Side) =>
  infiniteQueryOptions({
    queryKey: ['payments', 'list', side],
    queryFn: ({ pageParam }) => api.payments.list({ side, cursor: pageParam || undefined, limit: pageRows }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useOffer = () => useQuery(offerQuery);
export const usePayments = (side: Side) => useInfiniteQuery(paymentsQuery(side));
export const useOrderPayments = (orderId: string, enabled = true) =>
  useQuery({ ...orderPaymentsQuery(orderId), enabled: enabled && orderId !== '' });
