import type { BookCheck } from '../../platform';

/** The books of shipping information: it is told of payments as they were made. */
export const shippingBooks: readonly BookCheck[] = [
  {
    name: 'WeChat is told of shipments for money that came',
    table: 'shippingUpload',
    mismatches: `
      SELECT upload.paymentId, upload.paidFen, payment.paidFen AS came FROM shippingUpload upload
      LEFT JOIN payment ON payment.id = upload.paymentId
      WHERE payment.id IS NULL OR payment.paidFen <> upload.paidFen
         OR payment.transactionId <> upload.transactionId LIMIT 5`,
  },
];
