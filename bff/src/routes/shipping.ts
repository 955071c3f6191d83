import type { Core, ShippingUpload } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { adviceOfUpload } from './wechat-advice';
import { at, atOrNull } from './wire';

const viewUpload = (upload: ShippingUpload, buyerName: string) => ({
  paymentId: upload.paymentId,
  orderId: upload.orderId,
  buyerId: upload.buyerId,
  buyerName,
  transactionId: upload.transactionId,
  paidFen: upload.paidFen,
  logistics: upload.plan.logistics,
  isAllDelivered: upload.plan.isAllDelivered,
  items: upload.plan.parcels.map(({ items }) => items).join('；'),
  state: upload.state,
  code: upload.code,
  advice: upload.state === 'failed' ? adviceOfUpload(upload.code) : '',
  tries: upload.tries,
  createdAt: at(upload.createdAt),
  settledAt: atOrNull(upload.settledAt),
  receivedAt: atOrNull(upload.receivedAt),
  paidOutAt: atOrNull(upload.paidOutAt),
});

export const shippingHandlers = ({ shipping, partners }: Core): HandlersOf<'shipping'> => ({
  uploads: async (query, caller) => {
    const { items, nextCursor } = await shipping.uploads(caller, query);
    const parties = await partners.parties([...new Set(items.map(({ buyerId }) => buyerId))]);
    return {
      items: items.map((upload) => viewUpload(upload, parties.get(upload.buyerId)?.name ?? '')),
      nextCursor,
    };
  },
  retryUpload: async (input, caller) => {
    const upload = await shipping.retryUpload(caller, input);
    const parties = await partners.parties([upload.buyerId]);
    return viewUpload(upload, parties.get(upload.buyerId)?.name ?? '');
  },
});
