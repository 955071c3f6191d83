import type { BookCheck } from '../platform';

/** The books of payments: what came in and went back against the ledger, and refunds against payments. */
export const paymentBooks: readonly BookCheck[] = [
  {
    name: 'a payment is paid and refunded what its entries say',
    table: 'payment',
    mismatches: `
      SELECT payment.id, payment.paidFen, payment.refundedFen, entries.paidFen AS paidSum, entries.backFen AS backSum
      FROM payment LEFT JOIN (
        SELECT paymentId, SUM(CASE WHEN kind = 'paid' THEN amountFen ELSE 0 END) AS paidFen,
               SUM(CASE WHEN kind = 'refunded' THEN amountFen ELSE 0 END) AS backFen
        FROM paymentEntry GROUP BY paymentId
      ) entries ON entries.paymentId = payment.id
      WHERE payment.paidFen <> COALESCE(entries.paidFen, 0) OR payment.refundedFen <> -COALESCE(entries.backFen, 0)
         OR payment.refundedFen > payment.refundingFen OR payment.refundingFen > payment.paidFen LIMIT 5`,
  },
  {
    name: 'what is set aside to go back is what refunds ask for',
    table: 'paymentRefund',
    mismatches: `
      SELECT payment.id, payment.refundingFen, payment.refundedFen, COALESCE(SUM(refund.amountFen), 0) AS askedFen
      FROM payment LEFT JOIN paymentRefund refund ON refund.paymentId = payment.id
      GROUP BY payment.id, payment.refundingFen, payment.refundedFen
      HAVING payment.refundingFen <> COALESCE(SUM(refund.amountFen), 0)
          OR payment.refundedFen <> COALESCE(SUM(CASE WHEN refund.state = 'succeeded' THEN refund.amountFen ELSE 0 END), 0)
      LIMIT 5`,
  },
  {
    name: 'a compared day counts its differences, and a settled one says by whom',
    table: 'billDay',
    mismatches: `
      SELECT compared.merchantId, compared.day, compared.differences, COALESCE(found.count, 0) AS counted
      FROM billDay compared LEFT JOIN (
        SELECT merchantId, day, COUNT(*) AS count,
               SUM(CASE WHEN state <> 'open' AND (resolvedBy = '' OR resolvedAt IS NULL) THEN 1 ELSE 0 END) AS unsaid
        FROM billDifference GROUP BY merchantId, day
      ) found ON found.merchantId = compared.merchantId AND found.day = compared.day
      WHERE compared.differences <> COALESCE(found.count, 0) OR COALESCE(found.unsaid, 0) > 0 LIMIT 5`,
  },
  {
    name: 'a payment that is paid was paid what was asked',
    table: 'payment',
    mismatches: `
      SELECT id, state, amountFen, paidFen FROM payment
      WHERE (state = 'paid' AND (paidFen <> amountFen OR transactionId IS NULL))
         OR (state IN ('open', 'closed') AND paidFen <> 0) LIMIT 5`,
  },
];
