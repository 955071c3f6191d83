import type { Payment } from './model';

/** A payment of S1 to D1 that nobody has paid yet. */
export const aPayment = (given: Partial<Payment> = {}): Payment => ({
  id: 'payment',
  sellerId: 'D1',
  buyerId: 'S1',
  userId: 'U-s1',
  purpose: 'topUp',
  orderId: null,
  billShares: [],
  amountFen: 100,
  channel: 'native',
  merchantId: '1900000001',
  state: 'open',
  handOver: null,
  createdAt: 0,
  expiresAt: 0,
  asks: 0,
  lastAskedAt: null,
  transactionId: null,
  paidFen: 0,
  paidAt: null,
  payer: '',
  refundingFen: 0,
  refundedFen: 0,
  ...given,
});
