import { type RowsOf, buyer, ownersOf, signedIn } from './row';

const unknown = { afterSalesId: 'NO-SUCH-REQUEST', commandId: 'NO-COMMAND' };
const asked = {
  orderId: 'NO-SUCH-ORDER',
  kind: 'return',
  reason: 'quality',
  lines: [{ shipmentId: 'NO-SHIPMENT', shipmentLineNo: 1, quantity: 1 }],
};
const kind = { isOffered: true, windowDays: 15, photos: 0 };
const terms = {
  kinds: { refundOnly: kind, return: kind, exchange: kind, claim: kind, swap: kind },
  quotaBp: null,
  overQuota: 'review',
  swapFromBp: 1_667,
  reviewHours: 72,
  sendDays: 15,
};
const notThere = 'afterSales.unknown';

export const afterSalesRows: RowsOf<'afterSales'> = {
  form: {
    input: { orderId: 'NO-SUCH-ORDER' },
    answers: signedIn('orders.unknown', 'orders.unknown', 'orders.unknown'),
  },
  check: { input: asked, answers: buyer('orders.unknown', 'orders.unknown') },
  request: {
    input: { ...asked, afterSalesId: 'ACCESS-AS' },
    answers: buyer('orders.unknown', 'orders.unknown'),
  },
  list: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  get: { input: { afterSalesId: 'NO-SUCH-REQUEST' }, answers: signedIn(notThere, notThere, notThere) },
  approve: { input: unknown, answers: ownersOf(notThere, notThere) },
  refuse: { input: { ...unknown, words: '不符合' }, answers: ownersOf(notThere, notThere) },
  withdraw: { input: unknown, answers: buyer(notThere, notThere) },
  receive: {
    input: { ...unknown, outcomes: [{ lineNo: 1, restocked: 1 }] },
    answers: ownersOf(notThere, notThere),
  },
  payInstead: { input: unknown, answers: ownersOf(notThere, notThere) },
  policies: { input: {}, answers: ownersOf('ok', 'ok') },
  putPolicy: {
    input: { commandId: 'ACCESS-ASP', expectedVersion: 999, terms },
    answers: ownersOf('afterSales.policyStale', 'afterSales.policyStale'),
  },
};
