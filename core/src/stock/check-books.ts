import type { BookCheck } from '../platform';

/** The books of stock: every lot against its movements and its promises. */
export const stockBooks: readonly BookCheck[] = [
  {
    name: 'a lot has on hand what its movements sum to',
    table: 'lot',
    mismatches: `
      SELECT lot.id, lot.onHand, COALESCE(SUM(movement.quantity), 0) AS moved
      FROM lot LEFT JOIN movement ON movement.lotId = lot.id
      GROUP BY lot.id, lot.onHand HAVING lot.onHand <> COALESCE(SUM(movement.quantity), 0) LIMIT 5`,
  },
  {
    name: 'a lot has reserved what its open and soft reservations sum to',
    table: 'reservation',
    mismatches: `
      SELECT lot.id, lot.reserved, COALESCE(SUM(promise.quantity), 0) AS promised
      FROM lot LEFT JOIN (
        SELECT lotId, open AS quantity FROM reservation UNION ALL SELECT lotId, quantity FROM softReservation
      ) promise ON promise.lotId = lot.id
      GROUP BY lot.id, lot.reserved HAVING lot.reserved <> COALESCE(SUM(promise.quantity), 0) LIMIT 5`,
  },
  {
    name: 'no lot is negative or promised beyond what is there',
    table: 'lot',
    mismatches: `
      SELECT id, onHand, reserved FROM lot
      WHERE onHand < 0 OR reserved < 0 OR reserved > onHand LIMIT 5`,
  },
  {
    name: 'every reservation belongs to a lot and an order line, a loan or a flash activity',
    table: 'reservation',
    mismatches: `
      SELECT reservation.orderId, reservation.lineNo, reservation.lotId
      FROM reservation LEFT JOIN lot ON lot.id = reservation.lotId
      LEFT JOIN orderLine ON orderLine.orderId = reservation.orderId AND orderLine.lineNo = reservation.lineNo
      LEFT JOIN loan ON reservation.orderId LIKE 'loan:%' AND loan.id = SUBSTR(reservation.orderId, 6)
      LEFT JOIN flashActivity activity
        ON reservation.orderId LIKE 'flash:%' AND activity.id = SUBSTR(reservation.orderId, 7)
      WHERE lot.id IS NULL OR COALESCE(orderLine.skuId, loan.skuId, activity.skuId, '') <> lot.skuId
         OR reservation.open < 0
      LIMIT 5`,
  },
  {
    name: 'what changes quality leaves one lot and joins another',
    table: 'movement',
    mismatches: `
      SELECT documentId, skuId, SUM(quantity) AS lost FROM movement
      WHERE kind IN ('quality', 'expire') GROUP BY documentId, skuId HAVING SUM(quantity) <> 0 LIMIT 5`,
  },
  {
    name: 'an operation moved what its record says',
    table: 'stockOperation',
    mismatches: `
      SELECT done.id, done.kind, done.quantity, COALESCE(SUM(movement.quantity), 0) AS moved
      FROM stockOperation done
      LEFT JOIN movement ON movement.documentId = done.id AND movement.lotId = done.lotId
      GROUP BY done.id, done.kind, done.quantity
      HAVING COALESCE(SUM(movement.quantity), 0) <> CASE WHEN done.kind = 'adjust' THEN done.quantity ELSE -done.quantity END
      LIMIT 5`,
  },
  {
    name: 'a transfer loses nothing on its way: what left is on its papers, what came is in a lot',
    table: 'stockTransfer',
    mismatches: `
      SELECT sent.transferId, sent.quantity, sent.taken, COALESCE(moved.gone, 0) AS gone, COALESCE(moved.come, 0) AS come
      FROM (
        SELECT transferId, SUM(quantity) AS quantity, SUM(COALESCE(arrived, 0) + damaged) AS taken
        FROM stockTransferLine GROUP BY transferId
      ) sent LEFT JOIN (
        SELECT documentId, SUM(CASE WHEN kind = 'transferOut' THEN -quantity ELSE 0 END) AS gone,
               SUM(CASE WHEN kind = 'transferIn' THEN quantity ELSE 0 END) AS come
        FROM movement WHERE documentKind = 'transfer' GROUP BY documentId
      ) moved ON moved.documentId = sent.transferId
      WHERE sent.quantity <> COALESCE(moved.gone, 0) OR sent.taken <> COALESCE(moved.come, 0) LIMIT 5`,
  },
  {
    name: 'a received transfer accounts for every unit, and one on its way for none',
    table: 'stockTransferLine',
    mismatches: `
      SELECT line.transferId, line.lineNo, line.quantity, line.arrived, line.damaged, line.missing
      FROM stockTransferLine line JOIN stockTransfer ON stockTransfer.id = line.transferId
      WHERE (stockTransfer.state = 'received' AND COALESCE(line.arrived, -1) + line.damaged + line.missing <> line.quantity)
         OR (stockTransfer.state = 'inTransit' AND line.arrived IS NOT NULL) LIMIT 5`,
  },
  {
    name: 'a confirmed count changed each lot by its difference',
    table: 'countLine',
    mismatches: `
      SELECT line.sheetId, line.lotId, line.difference, COALESCE(SUM(movement.quantity), 0) AS moved
      FROM countLine line LEFT JOIN movement ON movement.documentId = line.sheetId AND movement.lotId = line.lotId
      GROUP BY line.sheetId, line.lotId, line.difference
      HAVING COALESCE(line.difference, 0) <> COALESCE(SUM(movement.quantity), 0) LIMIT 5`,
  },
  {
    name: 'a channel has used what its order lines took of the quota, and no more than there is',
    table: 'channelQuota',
    mismatches: `
      SELECT quota.sellerId, quota.skuId, quota.channel, quota.startsOn, quota.quantity, quota.used,
             COALESCE(SUM(taken.quantity), 0) AS taken
      FROM channelQuota quota LEFT JOIN channelQuotaUse taken
        ON taken.sellerId = quota.sellerId AND taken.skuId = quota.skuId
        AND taken.channel = quota.channel AND taken.startsOn = quota.startsOn
      GROUP BY quota.sellerId, quota.skuId, quota.channel, quota.startsOn, quota.quantity, quota.used
      HAVING quota.used <> COALESCE(SUM(taken.quantity), 0) OR quota.used > quota.quantity OR quota.used < 0 LIMIT 5`,
  },
  {
    name: 'an expected receipt has received what came under its name',
    table: 'inbound',
    mismatches: `
      SELECT inbound.id, inbound.quantity, inbound.received, COALESCE(SUM(movement.quantity), 0) AS moved
      FROM inbound LEFT JOIN movement ON movement.documentId = inbound.id AND movement.documentKind = 'inbound'
      GROUP BY inbound.id, inbound.quantity, inbound.received
      HAVING inbound.received <> COALESCE(SUM(movement.quantity), 0) OR inbound.received > inbound.quantity LIMIT 5`,
  },
  {
    name: 'a recall that released nothing stops every lot it is about, and a lot is stopped by nothing else',
    table: 'recall',
    mismatches: `
      SELECT lot.id, lot.recallId, recall.id AS wantedBy FROM recall JOIN lot
        ON lot.skuId = recall.skuId AND (recall.lotNo = '' OR recall.lotNo = lot.lotNo)
      WHERE COALESCE(recall.released, 0) = 0 AND lot.recallId IS NULL
      UNION ALL
      SELECT lot.id, lot.recallId, recall.id FROM lot LEFT JOIN recall ON recall.id = lot.recallId
      WHERE lot.recallId IS NOT NULL AND (recall.id IS NULL OR recall.released = 1) LIMIT 5`,
  },
  {
    name: 'a lender keeps for its borrowers what it has promised them, and no more',
    table: 'loan',
    mismatches: `
      SELECT loan.id, loan.state, loan.quantity, COALESCE(SUM(reservation.open), 0) AS kept
      FROM loan LEFT JOIN reservation
        ON reservation.orderId LIKE 'loan:%' AND SUBSTR(reservation.orderId, 6) = loan.id
      GROUP BY loan.id, loan.state, loan.quantity
      HAVING COALESCE(SUM(reservation.open), 0) <> CASE WHEN loan.state = 'reserved' THEN loan.quantity ELSE 0 END
      LIMIT 5`,
  },
  {
    name: 'a borrower is promised what its lender keeps or has sent',
    table: 'borrowRequest',
    mismatches: `
      SELECT request.id, request.promised, loan.state, loan.quantity
      FROM borrowRequest request LEFT JOIN loan ON loan.id = request.id
      WHERE request.promised < 0 OR (request.state <> 'promised' AND request.promised <> 0)
         OR (request.state = 'promised' AND (loan.id IS NULL OR loan.state NOT IN ('reserved', 'lent')
                                             OR loan.quantity <> request.promised)) LIMIT 5`,
  },
  {
    name: "a sharing agreement's quota is used by what is lent under it, and not beyond",
    table: 'sharingUse',
    mismatches: `
      SELECT lent.agreementId, lent.periodOn, lent.quantity, used.usedQuantity, agreement.quotaQuantity
      FROM (SELECT agreementId, periodOn, SUM(quantity) AS quantity FROM (
              SELECT agreementId, periodOn, quantity FROM loan WHERE state IN ('reserved', 'lent')
              UNION ALL SELECT agreementId, periodOn, 0 FROM sharingUse
            ) entries GROUP BY agreementId, periodOn) lent
      LEFT JOIN sharingUse used ON used.agreementId = lent.agreementId AND used.periodOn = lent.periodOn
      LEFT JOIN sharingAgreement agreement ON agreement.id = lent.agreementId
      WHERE COALESCE(used.usedQuantity, -1) <> lent.quantity
         OR lent.quantity > COALESCE(agreement.quotaQuantity, -1) LIMIT 5`,
  },
  {
    name: 'what was lent left its lots, and is settled unit by unit',
    table: 'borrowSettlement',
    mismatches: `
      SELECT loan.id, loan.quantity, settled.quantity AS settled, moved.quantity AS moved
      FROM loan
      LEFT JOIN (SELECT loanId, SUM(quantity) AS quantity FROM borrowSettlement GROUP BY loanId) settled
        ON settled.loanId = loan.id
      LEFT JOIN (SELECT documentId, SUM(-quantity) AS quantity FROM movement WHERE kind = 'lend' GROUP BY documentId) moved
        ON moved.documentId = loan.id
      WHERE COALESCE(settled.quantity, 0) <> CASE WHEN loan.state = 'lent' THEN loan.quantity ELSE 0 END
         OR COALESCE(moved.quantity, 0) <> COALESCE(settled.quantity, 0) LIMIT 5`,
  },
  {
    name: 'what arrived of a loan is what was lent, and came into the stock of its borrower',
    table: 'borrowRequest',
    mismatches: `
      SELECT request.id, request.arrived, loan.quantity, moved.quantity AS moved
      FROM borrowRequest request
      LEFT JOIN loan ON loan.id = request.id
      LEFT JOIN (SELECT documentId, SUM(quantity) AS quantity FROM movement WHERE kind = 'borrow' GROUP BY documentId) moved
        ON moved.documentId = request.id
      WHERE request.arrived <> COALESCE(moved.quantity, 0)
         OR (request.arrived > 0 AND (loan.id IS NULL OR loan.state <> 'lent' OR loan.quantity <> request.arrived))
      LIMIT 5`,
  },
  {
    name: 'a settlement that was billed comes to its bill',
    table: 'borrowSettlement',
    mismatches: `
      SELECT settled.billId, settled.amountFen, bill.amountFen AS billedFen
      FROM (SELECT billId, SUM(amountFen) AS amountFen FROM borrowSettlement
            WHERE billId IS NOT NULL GROUP BY billId) settled
      LEFT JOIN bill ON bill.id = settled.billId
      WHERE COALESCE(bill.amountFen, -1) <> settled.amountFen LIMIT 5`,
  },
];
