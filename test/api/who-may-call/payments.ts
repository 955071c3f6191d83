import { type Answers, finance, no, out, type RowsOf, signedIn } from './row';

/** Who orders for a party that buys, or keeps its books. */
const pays = (store: string, distributor: string): Answers => [
  out,
  store,
  store,
  distributor,
  distributor,
  no,
  no,
];
/** Nothing is offered online in this company. */
const notOffered = 'payments.notOffered';

export const paymentRows: RowsOf<'payments'> = {
  offer: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  start: {
    input: { paymentId: 'ACCESS-PAY1', orderId: 'NO-SUCH-ORDER', using: { by: 'native' } },
    answers: pays(notOffered, notOffered),
  },
  get: {
    input: { paymentId: 'NO-SUCH-PAYMENT' },
    answers: signedIn('payments.unknown', 'payments.unknown', 'payments.unknown'),
  },
  ofOrder: {
    input: { orderId: 'NO-SUCH-ORDER' },
    answers: signedIn('orders.unknown', 'orders.unknown', 'orders.unknown'),
  },
  useRebate: {
    input: { commandId: 'ACCESS-PAY5', orderId: 'NO-SUCH-ORDER', amountFen: 1 },
    answers: pays('orders.unknown', 'orders.unknown'),
  },
  list: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  refunds: { input: {}, answers: finance('ok', 'ok') },
  retryRefund: {
    input: { commandId: 'ACCESS-PAY2', refundId: 'NO-SUCH-REFUND' },
    answers: finance('payments.refundUnknown', 'payments.refundUnknown'),
  },
  closeRefund: {
    input: { commandId: 'ACCESS-PAY3', refundId: 'NO-SUCH-REFUND', note: '已转账' },
    answers: finance('payments.refundUnknown', 'payments.refundUnknown'),
  },
  billDays: { input: {}, answers: finance('ok', 'ok') },
  reconcileNow: { input: { day: '2026-11-20' }, answers: finance(notOffered, notOffered) },
  differences: { input: {}, answers: finance('ok', 'ok') },
  resolveDifference: {
    input: { commandId: 'ACCESS-PAY6', differenceId: 'NO-SUCH-DIFFERENCE', note: '已核对' },
    answers: finance('payments.differenceUnknown', 'payments.differenceUnknown'),
  },
  refundMismatched: {
    input: { commandId: 'ACCESS-PAY4', paymentId: 'NO-SUCH-PAYMENT' },
    answers: finance('payments.unknown', 'payments.unknown'),
  },
  returnable: {
    input: { paymentId: 'NO-SUCH-PAYMENT' },
    answers: finance('payments.unknown', 'payments.unknown'),
  },
  returns: { input: {}, answers: finance('ok', 'ok') },
  requestReturn: {
    input: { returnId: 'ACCESS-PAY7', paymentId: 'NO-SUCH-PAYMENT', amountFen: 1, reason: '多付' },
    answers: finance('payments.unknown', 'payments.unknown'),
  },
  decideReturn: {
    input: { commandId: 'ACCESS-PAY8', returnId: 'NO-SUCH-RETURN', approve: false },
    answers: finance('payments.returnUnknown', 'payments.returnUnknown'),
  },
};
