import { type AnothersRowsOf, asks, own } from './row';

/** Nothing is offered online in this company; `payments.test.ts` asks again where it is. */
const notOffered = 'payments.notOffered';
const refundId = asks('refund', 'payments.refundUnknown');

export const paymentsAnothers: AnothersRowsOf<'payments'> = {
  offer: own,
  start: {
    paymentId: asks('payment', notOffered),
    orderId: asks('order', notOffered),
    billIds: asks('bill', notOffered, { orderId: undefined }),
    sellerId: asks('seller', notOffered, { orderId: undefined, topUp: { amountFen: 1 } }),
  },
  get: { paymentId: asks('payment', 'payments.unknown') },
  ofOrder: { orderId: asks('order', 'orders.unknown') },
  useRebate: { orderId: asks('order', 'orders.unknown') },
  list: own,
  refunds: own,
  retryRefund: { refundId },
  closeRefund: { refundId },
  billDays: own,
  reconcileNow: own,
  differences: own,
  resolveDifference: { differenceId: asks('difference', 'payments.differenceUnknown') },
  refundMismatched: { paymentId: asks('payment', 'payments.unknown') },
  returnable: { paymentId: asks('payment', 'payments.unknown') },
  returns: own,
  requestReturn: {
    returnId: 'the payment is asked for first',
    paymentId: asks('payment', 'payments.unknown'),
  },
  decideReturn: { returnId: asks('paymentReturn', 'payments.returnUnknown') },
};
