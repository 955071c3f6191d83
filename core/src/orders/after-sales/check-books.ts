import type { BookCheck } from '../../platform';

const cameBack = 'restocked + nearExpiry + quarantined + destroyed';
/** Units of a line that are asked back by its request as it stands: `countedUnits`. */
const counted = `CASE WHEN request.state = 'requested' THEN line.quantity
  WHEN request.state = 'approved' THEN line.approved
  WHEN request.state = 'closed' AND request.kind IN ('return', 'exchange', 'swap') THEN ${cameBack}
  WHEN request.state = 'closed' THEN line.approved ELSE 0 END`;

/** The books of after-sales: what was asked back against what was accepted, what came against stock, and money. */
export const afterSalesBooks: readonly BookCheck[] = [
  {
    name: 'no more is asked back than was accepted, and exactly what requests ask',
    table: 'askedBack',
    mismatches: `
      SELECT kept.shipmentId, kept.shipmentLineNo, kept.asked, kept.accepted, sent.accepted AS sentAccepted,
             COALESCE(wanted.units, 0) AS units
      FROM askedBack kept
      LEFT JOIN shipmentLine sent
        ON sent.shipmentId = kept.shipmentId AND sent.shipmentLineNo = kept.shipmentLineNo
      LEFT JOIN (
        SELECT line.shipmentId, line.shipmentLineNo, SUM(${counted}) AS units
        FROM afterSalesLine line JOIN afterSales request ON request.id = line.requestId
        GROUP BY line.shipmentId, line.shipmentLineNo
      ) wanted ON wanted.shipmentId = kept.shipmentId AND wanted.shipmentLineNo = kept.shipmentLineNo
      WHERE kept.asked <> COALESCE(wanted.units, 0) OR kept.asked > kept.accepted
         OR kept.accepted <> COALESCE(sent.accepted, -1) LIMIT 5`,
  },
  {
    name: 'what was approved to come back is accounted for, unit by unit',
    table: 'afterSalesLine',
    mismatches: `
      SELECT line.requestId, line.lineNo, request.state, line.quantity, line.approved,
             ${cameBack} + notReceived AS accounted
      FROM afterSalesLine line JOIN afterSales request ON request.id = line.requestId
      WHERE line.approved > line.quantity OR line.approved < 0
         OR ${cameBack} + notReceived <> CASE
              WHEN request.state = 'closed' AND request.kind IN ('return', 'exchange', 'swap') THEN line.approved
              ELSE 0 END LIMIT 5`,
  },
  {
    name: 'what came back is in the ledger of stock',
    table: 'afterSales',
    mismatches: `
      SELECT came.requestId, came.units, COALESCE(moved.units, 0) AS moved, came.destroyed,
             COALESCE(moved.destroyed, 0) AS movedDestroyed
      FROM (
        SELECT requestId, SUM(${cameBack}) AS units, SUM(destroyed) AS destroyed
        FROM afterSalesLine GROUP BY requestId
      ) came LEFT JOIN (
        SELECT documentId, SUM(CASE WHEN kind = 'return' THEN quantity ELSE 0 END) AS units,
               SUM(CASE WHEN kind = 'destroy' THEN -quantity ELSE 0 END) AS destroyed
        FROM movement WHERE documentKind = 'afterSales' GROUP BY documentId
      ) moved ON moved.documentId = came.requestId
      WHERE came.units <> COALESCE(moved.units, 0) OR came.destroyed <> COALESCE(moved.destroyed, 0) LIMIT 5`,
  },
  {
    name: 'a request gave the money that was booked for it',
    table: 'afterSales',
    mismatches: `
      SELECT request.id, request.state, request.grantedFen, COALESCE(given.amountFen, 0) AS givenFen
      FROM afterSales request LEFT JOIN (
        SELECT documentId, SUM(amountFen) AS amountFen FROM moneyBack
        WHERE documentKind = 'afterSales' GROUP BY documentId
      ) given ON given.documentId = request.id
      WHERE request.grantedFen <> COALESCE(given.amountFen, 0)
         OR (request.grantedFen <> 0 AND request.state <> 'closed') LIMIT 5`,
  },
  {
    name: 'money that was given back by credit note stands as one on the account of its order',
    table: 'moneyBack',
    mismatches: `
      SELECT given.id, given.receiptId, given.amountFen, receipt.kind, receipt.amountFen AS receiptFen
      FROM moneyBack given
      LEFT JOIN receipt ON receipt.id = given.receiptId
      LEFT JOIN creditAccount account ON account.id = receipt.accountId
      LEFT JOIN salesOrder ON salesOrder.id = given.orderId
      WHERE given.instrument = 'creditNote'
        AND (COALESCE(receipt.kind, '') <> 'creditNote' OR receipt.amountFen <> given.amountFen
             OR account.sellerId <> salesOrder.sellerId OR account.buyerId <> salesOrder.buyerId) LIMIT 5`,
  },
  {
    name: 'no order gives back more than was accepted of it, nor more than what came back was worth',
    table: 'moneyBack',
    mismatches: `
      SELECT given.orderId, given.amountFen, back.worthFen
      FROM (SELECT orderId, SUM(grantedFen) AS amountFen FROM afterSales GROUP BY orderId) given
      LEFT JOIN (
        SELECT worth.orderId, SUM(worth.fen) AS worthFen FROM (
          SELECT orderId, acceptedFen AS fen FROM shipmentLine
          UNION ALL SELECT id, freightFen - freightDueFen FROM salesOrder WHERE freightFen > 0
        ) worth GROUP BY worth.orderId
      ) back ON back.orderId = given.orderId
      WHERE given.amountFen > COALESCE(back.worthFen, 0) OR given.amountFen < 0 LIMIT 5`,
  },
  {
    name: 'a buyer has used of a year what its requests take',
    table: 'afterSalesYear',
    mismatches: `
      SELECT used.sellerId, used.buyerId, used.year, used.usedFen, COALESCE(SUM(request.quotaFen), 0) AS takenFen
      FROM afterSalesYear used LEFT JOIN afterSales request
        ON request.sellerId = used.sellerId AND request.buyerId = used.buyerId AND request.quotaYear = used.year
      GROUP BY used.sellerId, used.buyerId, used.year, used.usedFen
      HAVING used.usedFen <> COALESCE(SUM(request.quotaFen), 0) OR used.usedFen < 0 LIMIT 5`,
  },
  {
    name: 'goods that are exchanged and not paid for go out again by an order at no price, as many as came',
    table: 'afterSales',
    mismatches: `
      SELECT request.id, request.replacementId, came.units, COALESCE(sent.units, 0) AS sentUnits, sent.amountFen
      FROM afterSales request
      JOIN (SELECT requestId, SUM(${cameBack}) AS units FROM afterSalesLine GROUP BY requestId) came
        ON came.requestId = request.id
      LEFT JOIN (
        SELECT orderId, SUM(quantity) AS units, SUM(amountFen) AS amountFen FROM orderLine GROUP BY orderId
      ) sent ON sent.orderId = request.replacementId
      WHERE request.kind IN ('exchange', 'swap') AND request.state = 'closed' AND request.money IS NULL
        AND (came.units <> COALESCE(sent.units, 0) OR COALESCE(sent.amountFen, 0) <> 0) LIMIT 5`,
  },
  {
    name: 'an after-sales request names the photos that hang on it',
    table: 'photo',
    mismatches: `
      SELECT photo.id, photo.usedBy FROM photo LEFT JOIN afterSales request ON request.id = photo.usedBy
      WHERE photo.purpose = 'afterSales' AND photo.state = 'used'
        AND (request.id IS NULL OR INSTR(request.photos, photo.id) = 0) LIMIT 5`,
  },
  {
    name: 'photos of a sign-off hang on a shipment that was signed for',
    table: 'photo',
    mismatches: `
      SELECT photo.id, photo.usedBy FROM photo LEFT JOIN shipment ON shipment.id = photo.usedBy
      WHERE photo.purpose = 'signOff' AND photo.state = 'used' AND shipment.signedAt IS NULL LIMIT 5`,
  },
];
