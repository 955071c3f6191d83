import type { ShippingUpload } from './model';

/** An upload by van that WeChat would not take. */
export const anUpload = (given: Partial<ShippingUpload> = {}): ShippingUpload => ({
  paymentId: 'payment',
  orderId: 'order',
  sellerId: 'D1',
  buyerId: 'S1',
  merchantId: '1900000001',
  transactionId: '4200000001',
  payerOpenid: 'payer',
  paidFen: 100,
  plan: {
    logistics: 'city',
    isSplit: false,
    isAllDelivered: true,
    parcels: [{ trackingNo: null, company: null, items: '矿泉水 1瓶', receiverPhone: null }],
  },
  version: 1,
  state: 'failed',
  tries: 1,
  code: '10060031',
  uploadedAt: 1,
  createdAt: 0,
  settledAt: 1,
  receivedAt: null,
  paidOutAt: null,
  ...given,
});
