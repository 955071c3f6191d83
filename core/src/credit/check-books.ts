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
      SELECT bill.id, bill.amountFen, bill.paidFen, bill.settled, COALESCE(SUM(taken.amountFen), 0) AS appliedFen
      FROM bill LEFT JOIN billApplication taken ON taken.billId = bill.id
      GROUP BY bill.id, bill.amountFen, bill.paidFen, bill.settled
      HAVING bill.paidFen <> COALESCE(SUM(taken.amountFen), 0)
          OR bill.settled <> CASE WHEN bill.paidFen = bill.amountFen THEN 1 ELSE 0 END LIMIT 5`,
  },
  {
    name: 'a receipt is open for what no bill took and no reversal took back',
    table: 'receipt',
    mismatches: `
      SELECT receipt.id, receipt.kind, receipt.amountFen, receipt.openFen, applied.amountFen AS appliedFen
      FROM receipt
      LEFT JOIN (SELECT receiptId, SUM(amountFen) AS amountFen FROM billApplication GROUP BY receiptId) applied
        ON applied.receiptId = receipt.id
      LEFT JOIN receipt reversal ON reversal.reversesId = receipt.id
      LEFT JOIN (
        SELECT paysOutId, SUM(amountFen) AS amountFen FROM receipt WHERE paysOutId IS NOT NULL GROUP BY paysOutId
      ) paidOut ON paidOut.paysOutId = receipt.id
      WHERE receipt.openFen < 0 OR receipt.openFen <> CASE WHEN receipt.kind IN ('reversal', 'payOut') THEN 0
        ELSE receipt.amountFen + COALESCE(reversal.amountFen, 0) + COALESCE(paidOut.amountFen, 0)
          - COALESCE(applied.amountFen, 0) END LIMIT 5`,
  },
  {
    name: 'what came with an order pays that order only',
    table: 'billApplication',
    mismatches: `
      SELECT taken.id, receipt.orderId, bill.orderId AS billedOrderId
      FROM billApplication taken JOIN receipt ON receipt.id = taken.receiptId JOIN bill ON bill.id = taken.billId
      WHERE receipt.orderId IS NOT NULL AND receipt.orderId <> bill.orderId LIMIT 5`,
  },
  {
    name: 'a reversal and what it takes back sum to zero',
    table: 'receipt',
    mismatches: `
      SELECT reversal.id, reversal.amountFen, source.amountFen AS sourceFen
      FROM receipt reversal LEFT JOIN receipt source
        ON source.id = reversal.reversesId AND source.accountId = reversal.accountId
      WHERE reversal.kind = 'reversal' AND (source.id IS NULL OR source.amountFen + reversal.amountFen <> 0) LIMIT 5`,
  },
  {
    name: 'what was taken back of a bill is what was applied, with the sign turned',
    table: 'billApplication',
    mismatches: `
      SELECT back.id, back.amountFen, source.amountFen AS sourceFen
      FROM billApplication back LEFT JOIN billApplication source ON source.id = back.reversesId
        AND source.billId = back.billId AND source.receiptId = back.receiptId
      WHERE back.reversesId IS NOT NULL AND (source.id IS NULL OR source.amountFen + back.amountFen <> 0) LIMIT 5`,
  },
  {
    name: "an account's unapplied money is what its receipts are open for",
    table: 'creditAccount',
    mismatches: `
      SELECT account.id, account.unappliedFen, COALESCE(SUM(receipt.openFen), 0) AS openFen
      FROM creditAccount account LEFT JOIN receipt ON receipt.accountId = account.id
      GROUP BY account.id, account.unappliedFen
      HAVING account.unappliedFen <> COALESCE(SUM(receipt.openFen), 0) LIMIT 5`,
  },
  {
    name: 'what an account owes is its bills less what paid them',
    table: 'creditAccount',
    mismatches: `
      SELECT account.id, account.receivableFen, account.unappliedFen, billed.amountFen AS billedFen,
             received.amountFen AS receivedFen
      FROM creditAccount account
      LEFT JOIN (SELECT accountId, SUM(amountFen) AS amountFen FROM bill GROUP BY accountId) billed
        ON billed.accountId = account.id
      LEFT JOIN (SELECT accountId, SUM(amountFen) AS amountFen FROM receipt GROUP BY accountId) received
        ON received.accountId = account.id
      WHERE account.receivableFen - account.unappliedFen
         <> COALESCE(billed.amountFen, 0) - COALESCE(received.amountFen, 0) LIMIT 5`,
  },
  {
    name: 'a limit is what its last change made it',
    table: 'limitChange',
    mismatches: `
      SELECT account.id, account.version, account.limitFen, newest.afterFen, account.termDays, newest.afterTermDays
      FROM limitChange newest JOIN creditAccount account
        ON account.id = newest.accountId AND account.version = newest.version
      WHERE account.limitFen <> newest.afterFen OR account.termDays <> newest.afterTermDays LIMIT 5`,
  },
  {
    name: 'a release has been used for what orders took of it, and never for more than it gives',
    table: 'creditRelease',
    mismatches: `
      SELECT granted.id, granted.amountFen, granted.usedFen, COALESCE(SUM(taken.amountFen), 0) AS takenFen
      FROM creditRelease granted LEFT JOIN creditReleaseUse taken ON taken.releaseId = granted.id
      GROUP BY granted.id, granted.amountFen, granted.usedFen
      HAVING granted.usedFen <> COALESCE(SUM(taken.amountFen), 0) OR granted.usedFen < 0
          OR granted.usedFen > granted.amountFen LIMIT 5`,
  },
  {
    name: 'a debt is given up by two persons',
    table: 'writeOff',
    mismatches: `
      SELECT id, requestedBy, decidedBy FROM writeOff
      WHERE state = 'approved' AND (decidedBy IS NULL OR decidedBy = requestedBy) LIMIT 5`,
  },
  {
    name: 'a temporary limit counts only with a second person behind it',
    table: 'temporaryLimit',
    mismatches: `
      SELECT id, requestedBy, decidedBy FROM temporaryLimit
      WHERE state = 'approved' AND (decidedBy IS NULL OR decidedBy = requestedBy) LIMIT 5`,
  },
  {
    name: 'a statement closes with what it opened with and what it lists',
    table: 'creditStatement',
    mismatches: `
      SELECT id, openingFen, billedFen, receivedFen, creditedFen, closingFen FROM creditStatement
      WHERE closingFen <> openingFen + billedFen - receivedFen - creditedFen LIMIT 5`,
  },
  {
    name: 'a deposit is what its entries sum to, and holds no more than it has',
    table: 'deposit',
    mismatches: `
      SELECT deposit.id, deposit.balanceFen, deposit.heldFen, entries.balanceFen AS balanceSum, entries.heldFen AS heldSum
      FROM deposit LEFT JOIN (
        SELECT depositId, SUM(balanceFen) AS balanceFen, SUM(heldFen) AS heldFen FROM depositEntry GROUP BY depositId
      ) entries ON entries.depositId = deposit.id
      WHERE deposit.balanceFen <> COALESCE(entries.balanceFen, 0) OR deposit.heldFen <> COALESCE(entries.heldFen, 0)
         OR deposit.heldFen < 0 OR deposit.balanceFen < deposit.heldFen LIMIT 5`,
  },
  {
    name: 'a deposit holds for each document what its entries say',
    table: 'depositHold',
    mismatches: `
      SELECT hold.depositId, hold.documentId, hold.heldFen, entries.heldFen AS heldSum
      FROM depositHold hold LEFT JOIN (
        SELECT depositId, documentId, SUM(heldFen) AS heldFen FROM depositEntry GROUP BY depositId, documentId
      ) entries ON entries.depositId = hold.depositId AND entries.documentId = hold.documentId
      WHERE hold.heldFen <> COALESCE(entries.heldFen, 0) OR hold.heldFen < 0 LIMIT 5`,
  },
  {
    name: 'a deposit entry that was taken back and its reversal sum to zero',
    table: 'depositEntry',
    mismatches: `
      SELECT back.id, back.balanceFen, source.balanceFen AS sourceFen
      FROM depositEntry back LEFT JOIN depositEntry source
        ON source.id = back.reversesId AND source.depositId = back.depositId
      WHERE back.reversesId IS NOT NULL
        AND (source.id IS NULL OR source.balanceFen + back.balanceFen <> 0) LIMIT 5`,
  },
  {
    name: 'a bill paid from a prepaid balance was captured there',
    table: 'receipt',
    mismatches: `
      SELECT paid.accountId, paid.amountFen, captured.amountFen AS capturedFen
      FROM (SELECT accountId, SUM(amountFen) AS amountFen FROM receipt WHERE kind = 'prepaid' GROUP BY accountId) paid
      LEFT JOIN (
        SELECT deposit.accountId, SUM(-entry.balanceFen) AS amountFen
        FROM depositEntry entry JOIN deposit ON deposit.id = entry.depositId
        WHERE deposit.kind = 'prepaid' AND entry.action = 'capture' GROUP BY deposit.accountId
      ) captured ON captured.accountId = paid.accountId
      WHERE paid.amountFen > COALESCE(captured.amountFen, 0) LIMIT 5`,
  },
];
