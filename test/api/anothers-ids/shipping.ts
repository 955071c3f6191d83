import { type AnothersRowsOf, asks, own } from './row';

export const shippingAnothers: AnothersRowsOf<'shipping'> = {
  uploads: own,
  retryUpload: { paymentId: asks('payment', 'shipping.uploadUnknown') },
};
