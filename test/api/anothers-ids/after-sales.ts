import { type AnothersRowsOf, asks, own, taken } from './row';

const request = { afterSalesId: asks('afterSales', 'afterSales.unknown') };
const order = asks('order', 'orders.unknown');
const ofTheOrder = 'the order is asked for first, and is unknown';

export const afterSalesAnothers: AnothersRowsOf<'afterSales'> = {
  form: { orderId: order },
  check: { orderId: order, 'lines.shipmentId': ofTheOrder },
  request: {
    orderId: order,
    afterSalesId: taken('afterSales', 'orders.unknown'),
    'lines.shipmentId': ofTheOrder,
  },
  list: { orderId: asks('order', 'ok'), sellerId: asks('seller', 'ok'), buyerId: asks('store', 'ok') },
  get: request,
  approve: request,
  refuse: request,
  withdraw: request,
  receive: request,
  payInstead: request,
  policies: own,
  putPolicy: own,
};
