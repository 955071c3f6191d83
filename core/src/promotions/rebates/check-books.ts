import type { BookCheck } from '../../platform';

/** The books of rebates: every balance, hold and debt against its entries, every settlement against what it paid. */
export const rebateBooks: readonly BookCheck[] = [
  {
    name: 'a rebate account is what its entries sum to, holds no more than it has and owes nothing while it has',
    table: 'rebateAccount',
    mismatches: `
      SELECT account.id, account.balanceFen, account.heldFen, account.owedFen, entries.balanceFen AS balanceSum,
             entries.heldFen AS heldSum, entries.owedFen AS owedSum
      FROM rebateAccount account LEFT JOIN (
        SELECT accountId, SUM(balanceFen) AS balanceFen, SUM(heldFen) AS heldFen, SUM(owedFen) AS owedFen
        FROM rebateEntry GROUP BY accountId
      ) entries ON entries.accountId = account.id
      WHERE account.balanceFen <> COALESCE(entries.balanceFen, 0) OR account.heldFen <> COALESCE(entries.heldFen, 0)
         OR account.owedFen <> COALESCE(entries.owedFen, 0) OR account.heldFen < 0
         OR account.balanceFen < account.heldFen OR account.owedFen < 0
         OR (account.owedFen > 0 AND account.balanceFen > account.heldFen) LIMIT 5`,
  },
  {
    name: 'the lots of a rebate account are its balance',
    table: 'rebateLot',
    mismatches: `
      SELECT account.id, account.balanceFen, account.heldFen, lots.leftFen, lots.heldFen AS lotsHeldFen
      FROM rebateAccount account LEFT JOIN (
        SELECT accountId, SUM(leftFen) AS leftFen, SUM(heldFen) AS heldFen FROM rebateLot GROUP BY accountId
      ) lots ON lots.accountId = account.id
      WHERE account.balanceFen <> COALESCE(lots.leftFen, 0) OR account.heldFen <> COALESCE(lots.heldFen, 0) LIMIT 5`,
  },
  {
    name: 'a rebate lot is what its entries sum to and holds no more than it has',
    table: 'rebateLot',
    mismatches: `
      SELECT lot.id, lot.leftFen, lot.heldFen, entries.balanceFen, entries.heldFen AS heldSum
      FROM rebateLot lot LEFT JOIN (
        SELECT accountId, lotId, SUM(balanceFen) AS balanceFen, SUM(heldFen) AS heldFen
        FROM rebateEntry WHERE lotId IS NOT NULL GROUP BY accountId, lotId
      ) entries ON entries.lotId = lot.id AND entries.accountId = lot.accountId
      WHERE lot.leftFen <> COALESCE(entries.balanceFen, 0) OR lot.heldFen <> COALESCE(entries.heldFen, 0)
         OR lot.heldFen < 0 OR lot.leftFen < lot.heldFen LIMIT 5`,
  },
  {
    name: 'an order has of a rebate lot what its entries say, and gets no more back than it spent',
    table: 'rebateHold',
    mismatches: `
      SELECT hold.id, hold.heldFen, hold.capturedFen, hold.restoredFen, entries.heldFen AS heldSum,
             entries.capturedFen AS capturedSum, entries.restoredFen AS restoredSum
      FROM rebateHold hold LEFT JOIN (
        SELECT COALESCE(restoresLotId, lotId) AS lotId, documentId, SUM(heldFen) AS heldFen,
               SUM(CASE WHEN action = 'capture' THEN -balanceFen ELSE 0 END) AS capturedFen,
               SUM(CASE WHEN action = 'restore' THEN balanceFen ELSE 0 END) AS restoredFen
        FROM rebateEntry WHERE action IN ('hold', 'release', 'capture', 'restore')
        GROUP BY COALESCE(restoresLotId, lotId), documentId
      ) entries ON entries.lotId = hold.lotId AND entries.documentId = hold.orderId
      WHERE hold.heldFen <> COALESCE(entries.heldFen, 0) OR hold.capturedFen <> COALESCE(entries.capturedFen, 0)
         OR hold.restoredFen <> COALESCE(entries.restoredFen, 0) OR hold.heldFen < 0
         OR hold.restoredFen < 0 OR hold.restoredFen > hold.capturedFen LIMIT 5`,
  },
  {
    name: 'a rebate is held only for an order of the same buyer and seller',
    table: 'rebateHold',
    mismatches: `
      SELECT hold.id, hold.orderId, account.sellerId, account.buyerId FROM rebateHold hold
      LEFT JOIN rebateAccount account ON account.id = hold.accountId
      LEFT JOIN salesOrder ON salesOrder.id = hold.orderId
      WHERE account.id IS NULL OR salesOrder.id IS NULL OR salesOrder.sellerId <> account.sellerId
         OR salesOrder.buyerId <> account.buyerId LIMIT 5`,
  },
  {
    name: 'what a buyer has earned by a promotion is what its settlements come to',
    table: 'rebateAccrual',
    mismatches: `
      SELECT accrual.promotionId, accrual.buyerId, accrual.settledFen, settled.deltaFen
      FROM rebateAccrual accrual LEFT JOIN (
        SELECT promotionId, buyerId, SUM(deltaFen) AS deltaFen FROM rebateSettlement GROUP BY promotionId, buyerId
      ) settled ON settled.promotionId = accrual.promotionId AND settled.buyerId = accrual.buyerId
      WHERE accrual.settledFen <> COALESCE(settled.deltaFen, 0) OR accrual.settledFen < 0 LIMIT 5`,
  },
  {
    name: 'a settlement paid what it says, or took it back',
    table: 'rebateSettlement',
    mismatches: `
      SELECT settlement.id, settlement.deltaFen, entries.paidFen
      FROM rebateSettlement settlement LEFT JOIN (
        SELECT documentId, SUM(balanceFen - owedFen) AS paidFen FROM rebateEntry
        WHERE action IN ('earn', 'reverse') GROUP BY documentId
      ) entries ON entries.documentId = settlement.id
      WHERE settlement.deltaFen <> COALESCE(entries.paidFen, 0) LIMIT 5`,
  },
  {
    name: 'a display claim names the photos that hang on it',
    table: 'photo',
    mismatches: `
      SELECT photo.id, photo.usedBy FROM photo LEFT JOIN displayClaim claim ON claim.id = photo.usedBy
      WHERE photo.purpose = 'display' AND photo.state = 'used'
        AND (claim.id IS NULL OR INSTR(claim.photos, photo.id) = 0) LIMIT 5`,
  },
];
