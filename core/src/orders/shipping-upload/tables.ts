import { big, id, integer, json, orNull, table, text } from '../../platform';
import type { ShippingUpload } from './model';

export const shippingUploadTable = table<ShippingUpload>(
  'shippingUpload',
  {
    paymentId: id(),
    orderId: id(),
    sellerId: id(),
    buyerId: id(),
    merchantId: text(32),
    transactionId: text(40),
    payerOpenid: text(128),
    paidFen: big(),
    plan: json(),
    version: integer(),
    state: text(12),
    tries: integer(),
    code: text(40),
    uploadedAt: big(),
    createdAt: big(),
    settledAt: orNull(big()),
    receivedAt: orNull(big()),
    paidOutAt: orNull(big()),
  },
  { primary: ['paymentId'], index: [['sellerId', 'state', 'paymentId'], ['transactionId']] },
);

export const shippingUploadTables = [shippingUploadTable];
