import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';

export type Payment = Answer<'payments', 'list'>['items'][number];
export type Refund = Answer<'payments', 'refunds'>['items'][number];
export type BillDay = Answer<'payments', 'billDays'>['items'][number];
export type Difference = Answer<'payments', 'differences'>['items'][number];

export type PaymentReturn = Answer<'payments', 'returns'>['items'][number];

export const PAGE_SIZE = 50;
const paymentsKey = ['payments'];

/** Payments of my customers, newest first. */
export const paymentPages: FetchPage<Payment> = (page) => api.payments.list({ side: 'seller', ...page });

/** Refunds to my customers in a state, or in any, newest first. */
export const refundPages =
  (state: Refund['state'] | undefined): FetchPage<Refund> =>
  (page) =>
    api.payments.refunds({ state, ...page });

/** Payments that finance sends back, in a state or in any, newest first. */
export const returnPages =
  (state: PaymentReturn['state'] | undefined): FetchPage<PaymentReturn> =>
  (page) =>
    api.payments.returns({ state, ...page });

/** What bills and our book say differently, in a state or in any, newest first. */
export const differencePages =
  (state: Difference['state'] | undefined): FetchPage<Difference> =>
  (page) =>
    api.payments.differences({ state, ...page });

/** What of one order is to be paid, what was, and what goes back. */
export const useOrderPayments = (orderId: string) =>
  useQuery({
    queryKey: [...paymentsKey, 'order', orderId],
    queryFn: () => api.payments.ofOrder({ orderId }),
  });

export const useBillDays = () =>
  useQuery({ queryKey: [...paymentsKey, 'billDays'], queryFn: () => api.payments.billDays({}) });

export const useDifferences = (state: Difference['state'], cursor: string | undefined) =>
  useQuery({
    queryKey: [...paymentsKey, 'differences', state, cursor],
    queryFn: () => differencePages(state)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const usePayments = (cursor: string | undefined) =>
  useQuery({
    queryKey: [...paymentsKey, 'list', cursor],
    queryFn: () => paymentPages({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useRefunds = (state: Refund['state'] | undefined, cursor?: string) =>
  useQuery({
    queryKey: [...paymentsKey, 'refunds', state, cursor],
    queryFn: () => refundPages(state)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

/** What of a payment can go back now; asked anew each time somebody wants to know. */
export const useReturnable = (paymentId: string | undefined) =>
  useQuery({
    queryKey: [...paymentsKey, 'returnable', paymentId],
    queryFn: () => api.payments.returnable({ paymentId: paymentId ?? '' }),
    enabled: paymentId !== undefined,
    staleTime: 0,
  });

export const useReturns = (state: PaymentReturn['state'] | undefined, cursor?: string) =>
  useQuery({
    queryKey: [...paymentsKey, 'returns', state, cursor],
    queryFn: () => returnPages(state)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useRetryRefund = () => useCommand(paymentsKey, api.payments.retryRefund);
export const useCloseRefund = () => useCommand(paymentsKey, api.payments.closeRefund);
export const useRefundMismatched = () => useCommand(paymentsKey, api.payments.refundMismatched);
export const useRequestReturn = () => useCommand(paymentsKey, api.payments.requestReturn);
export const useDecideReturn = () => useCommand(paymentsKey, api.payments.decideReturn);
export const useReconcile = () => useCommand(paymentsKey, api.payments.reconcileNow);
export const useResolveDifference = () => useCommand(paymentsKey, api.payments.resolveDifference);
