import type { BilledPayment, TradeBill } from './bills/model';
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

/** A day's bill with one payment of a merchant that nobody here knows to be paid so. */
export function aBillOf(
  paid: Pick<BilledPayment, 'mchid' | 'outTradeNo' | 'amountFen' | 'paidAt'>,
): TradeBill {
  const payment: BilledPayment = {
    appid: 'wx0000000000000000',
    subMchid: null,
    transactionId: '4200000002',
    openid: 'payer',
    tradeType: 'NATIVE',
    settledFen: paid.amountFen,
    couponFen: 0,
    feeE5: 0,
    isRevoked: false,
    ...paid,
  };
  const { amountFen } = paid;
  const sums = { rows: 1, settledFen: amountFen, refundFen: 0, refundCouponFen: 0, feeE5: 0 };
  const all = { ...sums, orderFen: amountFen, refundAskedFen: 0 };
  return { payments: [payment], refunds: [], stated: all, counted: all };
}
