import type { BookCheck } from '../platform';

const bucketsDiffer = ['heldFen', 'shippedFen', 'receivableFen', 'unappliedFen']
  .map((bucket) => `account.${bucket} <> COALESCE(entries.${bucket}, 0)`)
  .join(' OR ');

/** The books of credit: accounts against entries, bills against receipts, receivables against bills. */
export const creditBooks: readonly BookCheck[] = [
  {
    name: "an account's buckets are what its entries sum to",
    table: 'creditEntry',
    mismatches: `
      SELECT account.id, account.heldFen, entries.heldFen AS heldSum, account.shippedFen,
             entries.shippedFen AS shippedSum, account.receivableFen, entries.receivableFen AS receivableSum,
             account.unappliedFen, entries.unappliedFen AS unappliedSum
      FROM creditAccount account LEFT JOIN (
        SELECT accountId, SUM(heldFen) AS heldFen, SUM(shippedFen) AS shippedFen,
               SUM(receivableFen) AS receivableFen, SUM(unappliedFen) AS unappliedFen
        FROM creditEntry GROUP BY accountId
      ) entries ON entries.accountId = account.id
      WHERE ${bucketsDiffer} LIMIT 5`,
  },
  {
    name: 'no bucket of an account is negative',
    table: 'creditAccount',
    mismatches: `
      SELECT id, heldFen, shippedFen, receivableFen, unappliedFen FROM creditAccount
      WHERE heldFen < 0 OR shippedFen < 0 OR receivableFen < 0 OR unappliedFen < 0 LIMIT 5`,
  },
  {
    name: "an account's receivable is what its bills are open for",
    table: 'creditAccount',
    mismatches: `
      SELECT account.id, account.receivableFen, COALESCE(SUM(bill.amountFen - bill.paidFen), 0) AS openFen
      FROM creditAccount account LEFT JOIN bill ON bill.accountId = account.id
      GROUP BY account.id, account.receivableFen
      HAVING account.receivableFen <> COALESCE(SUM(bill.amountFen - bill.paidFen), 0) LIMIT 5`,
  },
  {
    name: 'a bill is paid what receipts gave it, and settled when that is all',
    table: 'bill',
    mismatches: `
      SELECT bill.id, bill.amountFen, bill.paidFen, bill.settled, COALESCE(SUM(application.amountFen), 0) AS appliedFen
      FROM bill LEFT JOIN application ON application.billId = bill.id
      GROUP BY bill.id, bill.amountFen, bill.paidFen, bill.settled
      HAVING bill.paidFen <> COALESCE(SUM(application.amountFen), 0)
          OR bill.settled <> CASE WHEN bill.paidFen = bill.amountFen THEN 1 ELSE 0 END LIMIT 5`,
  },
  {
    name: 'money received is applied or unapplied, and nothing else',
    table: 'receipt',
    mismatches: `
      SELECT account.id, account.unappliedFen, received.amountFen, applied.amountFen AS appliedFen
      FROM creditAccount account
      LEFT JOIN (SELECT accountId, SUM(amountFen) AS amountFen FROM receipt GROUP BY accountId) received
        ON received.accountId = account.id
      LEFT JOIN (
        SELECT receipt.accountId, SUM(application.amountFen) AS amountFen
        FROM application JOIN receipt ON receipt.id = application.receiptId GROUP BY receipt.accountId
      ) applied ON applied.accountId = account.id
      WHERE COALESCE(received.amountFen, 0) <> COALESCE(applied.amountFen, 0) + account.unappliedFen LIMIT 5`,
  },
];
