import { type RowsOf, basket, buyer, hqManager, ownersOf, signedIn, unknownOrder, seller } from './row';

/** Inputs change nothing: they ask, or name what there is not. */
export const ordersRows: RowsOf<'orders'> = {
  quote: { input: basket, answers: buyer('ok', 'ok') },
  place: {
    input: { orderId: 'ACCESS-1', ...basket, addressId: 'NO-SUCH-ADDRESS' },
    answers: buyer('partners.addressUnknown', 'partners.addressUnknown'),
  },
  list: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  counts: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  openHolds: { input: {}, answers: ownersOf('ok', 'ok') },
  auditPolicy: { input: {}, answers: hqManager('ok') },
  auditPolicies: { input: {}, answers: hqManager('ok') },
  putAuditPolicy: {
    input: { commandId: 'ACCESS-AP', expectedVersion: 999, rules: [], note: '过时的版本' },
    answers: hqManager('orders.policyStale'),
  },
  replayAuditPolicy: { input: { rules: [] }, answers: hqManager('ok') },
  get: {
    input: { orderId: 'NO-SUCH-ORDER' },
    answers: signedIn('orders.unknown', 'orders.unknown', 'orders.unknown'),
  },
  cancel: {
    input: unknownOrder,
    answers: signedIn('orders.unknown', 'orders.unknown', 'orders.unknown'),
  },
  approve: { input: unknownOrder, answers: ownersOf('orders.unknown', 'orders.unknown') },
  previewApprove: {
    input: { orderId: 'NO-SUCH-ORDER' },
    answers: ownersOf('orders.unknown', 'orders.unknown'),
  },
  reject: {
    input: { ...unknownOrder, reason: '不' },
    answers: ownersOf('orders.unknown', 'orders.unknown'),
  },
  ship: {
    input: { orderId: 'NO-SUCH-ORDER', shipmentId: 'NO-SHIPMENT' },
    answers: ownersOf('orders.unknown', 'orders.unknown'),
  },
  edit: {
    input: { ...unknownOrder, expectedRevision: 1, note: '改' },
    answers: signedIn('orders.unknown', 'orders.unknown', 'orders.unknown'),
  },
  previewEdit: {
    input: { orderId: 'NO-SUCH-ORDER', expectedRevision: 1, note: '改' },
    answers: signedIn('orders.unknown', 'orders.unknown', 'orders.unknown'),
  },
  reopen: {
    input: { ...unknownOrder, reason: '误操作' },
    answers: signedIn('orders.unknown', 'orders.unknown', 'orders.unknown'),
  },
  shortClose: {
    input: { ...unknownOrder, reason: '停产' },
    answers: ownersOf('orders.unknown', 'orders.unknown'),
  },
  settle: {
    input: { ...unknownOrder, outcome: 'accepted' },
    answers: ownersOf('orders.unknown', 'orders.unknown'),
  },
  backOrders: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  autoSign: { input: {}, answers: seller('ok', 'ok') },
  // The same command from another party is another command: HQ hears that its id has been used.
  setAutoSign: {
    input: { commandId: 'ACCESS-O1', autoSignDays: 7 },
    answers: ownersOf('ok', 'command.idReused'),
  },
  sign: {
    input: { ...unknownOrder, shipmentId: 'NO-SHIPMENT' },
    answers: buyer('orders.unknown', 'orders.unknown'),
  },
};
