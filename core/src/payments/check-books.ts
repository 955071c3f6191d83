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
    name: 'an online payment of bills or a top-up goes back by returns that two persons wanted',
    table: 'payment',
    mismatches: `
      SELECT payment.id, payment.refundingFen, COALESCE(SUM(given.amountFen), 0) AS returnedFen
      FROM payment LEFT JOIN paymentReturn given ON given.paymentId = payment.id AND given.state = 'approved'
        AND given.decidedBy IS NOT NULL AND given.decidedBy <> given.requestedBy
      WHERE payment.purpose IN ('bills', 'topUp') AND payment.state = 'paid'
      GROUP BY payment.id, payment.refundingFen
      HAVING payment.refundingFen <> COALESCE(SUM(given.amountFen), 0) LIMIT 5`,
  },
  {
    name: 'what a return sends back was given up by the account or the prepaid balance',
    table: 'paymentReturn',
    mismatches: `
      SELECT given.id, given.amountFen, receipts.amountFen AS paidOutFen, entries.balanceFen AS takenFen
      FROM paymentReturn given
      LEFT JOIN (
        SELECT boundId, SUM(amountFen) AS amountFen FROM receipt
        WHERE kind = 'payOut' AND boundTo = 'payment' GROUP BY boundId
      ) receipts ON receipts.boundId = given.id
      LEFT JOIN (
        SELECT documentId, SUM(balanceFen) AS balanceFen FROM depositEntry WHERE action = 'refund' GROUP BY documentId
      ) entries ON entries.documentId = given.id
      WHERE COALESCE(receipts.amountFen, 0) + COALESCE(entries.balanceFen, 0)
         <> CASE WHEN given.state = 'approved' THEN -given.amountFen ELSE 0 END LIMIT 5`,
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
