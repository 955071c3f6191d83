import type { Answer } from '@/api';

export type Payment = Answer<'payments', 'get'>;
export type OrderPayments = Answer<'payments', 'ofOrder'>;
export type Refund = OrderPayments['refunds'][number];
export type Offer = Answer<'payments', 'offer'>;
export type HandOver = Answer<'payments', 'start'>['handOver'];

/** What somebody is about to pay. */
export type Wish =
  | { readonly purpose: 'order'; readonly orderId: string }
  | { readonly purpose: 'bills'; readonly sellerId: string; readonly billIds: readonly string[] }
  | { readonly purpose: 'topUp'; readonly sellerId: string; readonly amountFen: number };
