import { finance, type RowsOf } from './row';

export const shippingRows: RowsOf<'shipping'> = {
  uploads: { input: {}, answers: finance('ok', 'ok') },
  retryUpload: {
    input: { commandId: 'ACCESS-SHIP1', paymentId: 'NO-SUCH-PAYMENT' },
    answers: finance('shipping.uploadUnknown', 'shipping.uploadUnknown'),
  },
};
