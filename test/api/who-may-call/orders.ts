import { type RowsOf, basket, buyer, ownersOf, signedIn, unknownOrder } from './row';

/** Inputs change nothing: they ask, or name what there is not. */
export const ordersRows: RowsOf<'orders'> = {
  quote: { input: basket, answers: buyer('ok', 'ok') },
  place: {
    input: { orderId: 'ACCESS-1', ...basket, addressId: 'NO-SUCH-ADDRESS' },
    answers: buyer('partners.addressUnknown', 'partners.addressUnknown'),
  },
  list: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  counts: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  get: {
    input: { orderId: 'NO-SUCH-ORDER' },
    answers: signedIn('orders.unknown', 'orders.unknown', 'orders.unknown'),
  },
  cancel: {
    input: unknownOrder,
    answers: signedIn('orders.unknown', 'orders.unknown', 'orders.unknown'),
  },
  approve: { input: unknownOrder, answers: ownersOf('orders.unknown', 'orders.unknown') },
  reject: {
    input: { ...unknownOrder, reason: '不' },
    answers: ownersOf('orders.unknown', 'orders.unknown'),
  },
  ship: {
    input: { orderId: 'NO-SUCH-ORDER', shipmentId: 'NO-SHIPMENT' },
    answers: ownersOf('orders.unknown', 'orders.unknown'),
  },
  sign: {
    input: { ...unknownOrder, shipmentId: 'NO-SHIPMENT' },
    answers: buyer('orders.unknown', 'orders.unknown'),
  },
};
