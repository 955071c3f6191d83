import type { BookCheck } from '../platform';
import { freightBooks } from './delivery/check-books';
import { stepBooks } from './steps/check-books';

/** The books of orders: every promise against stock, credit and what was shipped and signed. */
export const orderBooks: readonly BookCheck[] = [
  {
    name: 'an order comes to what its lines come to',
    table: 'salesOrder',
    mismatches: `
      SELECT salesOrder.id, salesOrder.goodsFen, SUM(orderLine.amountFen) AS lineGoodsFen,
             salesOrder.payableFen, salesOrder.freightFen, SUM(orderLine.payableFen) AS linePayableFen
      FROM salesOrder LEFT JOIN orderLine ON orderLine.orderId = salesOrder.id
      GROUP BY salesOrder.id, salesOrder.goodsFen, salesOrder.payableFen, salesOrder.freightFen
      HAVING salesOrder.goodsFen <> COALESCE(SUM(orderLine.amountFen), -1)
          OR salesOrder.payableFen <> COALESCE(SUM(orderLine.payableFen), -1) + salesOrder.freightFen LIMIT 5`,
  },
  ...freightBooks,
  ...stepBooks,
  {
    name: 'promotions cost the payers of an order that went out whole and stayed all that was agreed',
    table: 'appliedPromotion',
    mismatches: `
      SELECT applied.orderId, applied.promotionId, applied.shippedFen, applied.offFen, applied.giftFen
      FROM appliedPromotion applied JOIN salesOrder ON salesOrder.id = applied.orderId
      WHERE applied.shippedFen IS NOT NULL AND salesOrder.state IN ('shipped', 'signed', 'completed')
        AND applied.shippedFen <> applied.offFen + applied.giftFen
        AND NOT EXISTS (SELECT 1 FROM orderLine WHERE orderLine.orderId = applied.orderId
                          AND orderLine.shipped <> orderLine.quantity)
        AND NOT EXISTS (SELECT 1 FROM shipmentLine WHERE shipmentLine.orderId = applied.orderId
                          AND shipmentLine.accepted IS NOT NULL AND shipmentLine.accepted <> shipmentLine.quantity)
        AND NOT EXISTS (SELECT 1 FROM afterSales WHERE afterSales.orderId = applied.orderId
                          AND afterSales.money IS NOT NULL) LIMIT 5`,
  },
  {
    name: 'promotions of an order of which nothing went out cost nobody anything',
    table: 'appliedPromotion',
    mismatches: `
      SELECT applied.orderId, applied.promotionId, applied.shippedFen FROM appliedPromotion applied
      WHERE applied.shippedFen <> 0 AND NOT EXISTS (
        SELECT 1 FROM shipmentLine WHERE shipmentLine.orderId = applied.orderId) LIMIT 5`,
  },
  {
    name: 'no line gives more than was ordered',
    table: 'orderLine',
    mismatches: `
      SELECT orderId, lineNo, quantity, reserved, shipped, signed, cancelled, backOrdered FROM orderLine
      WHERE reserved < 0 OR shipped < 0 OR signed < 0 OR cancelled < 0 OR backOrdered < 0
         OR reserved + shipped + cancelled + backOrdered > quantity OR signed > shipped LIMIT 5`,
  },
  {
    name: 'an approved order has every unit promised, shipped, back-ordered or cancelled',
    table: 'orderLine',
    mismatches: `
      SELECT orderLine.orderId, orderLine.lineNo, quantity, reserved, shipped, cancelled, backOrdered
      FROM orderLine JOIN salesOrder ON salesOrder.id = orderLine.orderId
      WHERE salesOrder.state IN ('approved', 'picking', 'shipped', 'signed', 'completed')
        AND reserved + shipped + cancelled + backOrdered <> quantity LIMIT 5`,
  },
  {
    name: 'an order that ended holds no stock and no credit',
    table: 'salesOrder',
    mismatches: `
      SELECT salesOrder.id, salesOrder.state, salesOrder.heldFen, SUM(orderLine.reserved) AS reserved,
             SUM(orderLine.backOrdered) AS backOrdered
      FROM salesOrder JOIN orderLine ON orderLine.orderId = salesOrder.id
      WHERE salesOrder.state IN ('rejected', 'cancelled', 'shortClosed', 'shipped', 'signed', 'completed')
      GROUP BY salesOrder.id, salesOrder.state, salesOrder.heldFen
      HAVING salesOrder.heldFen <> 0 OR SUM(orderLine.reserved) <> 0 OR SUM(orderLine.backOrdered) <> 0 LIMIT 5`,
  },
  {
    name: 'an order waits for goods exactly when a line of it does',
    table: 'salesOrder',
    mismatches: `
      SELECT salesOrder.id, salesOrder.state, salesOrder.backOrderedAt, SUM(orderLine.backOrdered) AS backOrdered
      FROM salesOrder JOIN orderLine ON orderLine.orderId = salesOrder.id
      GROUP BY salesOrder.id, salesOrder.state, salesOrder.backOrderedAt
      HAVING (salesOrder.backOrderedAt IS NULL AND SUM(orderLine.backOrdered) <> 0)
          OR (salesOrder.backOrderedAt IS NOT NULL AND SUM(orderLine.backOrdered) = 0) LIMIT 5`,
  },
  {
    name: 'what an order waits for is what stock has been told it owes',
    table: 'orderLine',
    mismatches: `
      SELECT line.orderId, line.lineNo, line.backOrdered, committed.quantity
      FROM orderLine line LEFT JOIN stockCommitment committed
        ON committed.orderId = line.orderId AND committed.lineNo = line.lineNo
      WHERE line.backOrdered <> COALESCE(committed.quantity, 0) LIMIT 5`,
  },
  {
    name: 'an order has the versions its steps made, one after the other',
    table: 'orderRevision',
    mismatches: `
      SELECT salesOrder.id, salesOrder.revision, COUNT(step.revision) AS steps, MAX(step.revision) AS last
      FROM salesOrder LEFT JOIN orderRevision step ON step.orderId = salesOrder.id
      GROUP BY salesOrder.id, salesOrder.revision
      HAVING salesOrder.revision <> 1 + COUNT(step.revision)
          OR salesOrder.revision <> COALESCE(MAX(step.revision), 1) LIMIT 5`,
  },
  {
    name: 'the differences of a signed line are claimed, each once and to the fen',
    table: 'orderClaim',
    mismatches: `
      SELECT line.shipmentId, line.shipmentLineNo, line.quantity, line.accepted, claimed.quantity AS claimedQuantity,
             line.amountFen - line.acceptedFen AS differenceFen, claimed.amountFen AS claimedFen
      FROM shipmentLine line LEFT JOIN (
        SELECT shipmentId, shipmentLineNo, SUM(quantity) AS quantity, SUM(amountFen) AS amountFen
        FROM orderClaim GROUP BY shipmentId, shipmentLineNo
      ) claimed ON claimed.shipmentId = line.shipmentId AND claimed.shipmentLineNo = line.shipmentLineNo
      JOIN shipment ON shipment.id = line.shipmentId AND shipment.signature IS NOT NULL
      WHERE line.quantity - line.accepted <> COALESCE(claimed.quantity, 0)
         OR line.amountFen - line.acceptedFen <> COALESCE(claimed.amountFen, 0) LIMIT 5`,
  },
  {
    name: 'an order with an open difference is not completed, and a signed one has one',
    table: 'orderClaim',
    mismatches: `
      SELECT salesOrder.id, salesOrder.state, SUM(CASE WHEN claim.state = 'open' THEN 1 ELSE 0 END) AS openClaims
      FROM salesOrder JOIN orderClaim claim ON claim.orderId = salesOrder.id
      GROUP BY salesOrder.id, salesOrder.state
      HAVING (salesOrder.state = 'completed' AND SUM(CASE WHEN claim.state = 'open' THEN 1 ELSE 0 END) > 0)
          OR (salesOrder.state = 'signed' AND SUM(CASE WHEN claim.state = 'open' THEN 1 ELSE 0 END) = 0) LIMIT 5`,
  },
  {
    name: 'a list has as many lines as it says, and no line is without a list',
    table: 'templateLine',
    mismatches: `
      SELECT line.templateId, list.lineCount, COUNT(*) AS lineCountFound
      FROM templateLine line LEFT JOIN orderTemplate list ON list.id = line.templateId
      GROUP BY line.templateId, list.lineCount
      HAVING list.lineCount IS NULL OR list.lineCount <> COUNT(*) LIMIT 5`,
  },
  {
    name: 'what a recurring order placed is there',
    table: 'recurringRun',
    mismatches: `
      SELECT run.recurringId, run.runOn, run.orderId FROM recurringRun run
      LEFT JOIN salesOrder ON salesOrder.id = run.orderId
      WHERE run.outcome = 'placed' AND salesOrder.id IS NULL LIMIT 5`,
  },
  {
    name: 'a line has reserved what its open reservations sum to',
    table: 'orderLine',
    mismatches: `
      SELECT orderLine.orderId, orderLine.lineNo, orderLine.reserved, COALESCE(SUM(reservation.open), 0) AS promised
      FROM orderLine LEFT JOIN reservation
        ON reservation.orderId = orderLine.orderId AND reservation.lineNo = orderLine.lineNo
      GROUP BY orderLine.orderId, orderLine.lineNo, orderLine.reserved
      HAVING orderLine.reserved <> COALESCE(SUM(reservation.open), 0) LIMIT 5`,
  },
  {
    name: 'a line has shipped and signed what its shipments say',
    table: 'shipmentLine',
    mismatches: `
      SELECT orderLine.orderId, orderLine.lineNo, orderLine.shipped, orderLine.signed,
             COALESCE(SUM(shipmentLine.quantity), 0) AS shippedSum, COALESCE(SUM(shipmentLine.accepted), 0) AS signedSum
      FROM orderLine LEFT JOIN shipmentLine
        ON shipmentLine.orderId = orderLine.orderId AND shipmentLine.lineNo = orderLine.lineNo
      GROUP BY orderLine.orderId, orderLine.lineNo, orderLine.shipped, orderLine.signed
      HAVING orderLine.shipped <> COALESCE(SUM(shipmentLine.quantity), 0)
          OR orderLine.signed <> COALESCE(SUM(shipmentLine.accepted), 0) LIMIT 5`,
  },
  {
    name: 'a signed shipment line accounts for every unit',
    table: 'shipmentLine',
    mismatches: `
      SELECT shipmentId, shipmentLineNo, quantity, accepted, short, damaged, refused FROM shipmentLine
      WHERE accepted IS NOT NULL AND accepted + short + damaged + refused <> quantity LIMIT 5`,
  },
  {
    name: 'what was shipped left the lots it names',
    table: 'shipment',
    mismatches: `
      SELECT shipped.shipmentId, shipped.lotId, shipped.quantity, moved.quantity AS moved
      FROM (SELECT shipmentId, lotId, SUM(quantity) AS quantity FROM shipmentLine GROUP BY shipmentId, lotId) shipped
      LEFT JOIN (
        SELECT documentId, lotId, SUM(-quantity) AS quantity FROM movement
        WHERE kind = 'ship' GROUP BY documentId, lotId
      ) moved ON moved.documentId = shipped.shipmentId AND moved.lotId = shipped.lotId
      WHERE moved.quantity IS NULL OR moved.quantity <> shipped.quantity LIMIT 5`,
  },
  {
    name: 'an account holds what its orders hold',
    table: 'creditAccount',
    mismatches: `
      SELECT account.id, account.heldFen, COALESCE(orders.heldFen, 0) AS orderFen
      FROM creditAccount account LEFT JOIN (
        SELECT buyerId, sellerId, SUM(heldFen) AS heldFen FROM salesOrder GROUP BY buyerId, sellerId
      ) orders ON orders.buyerId = account.buyerId AND orders.sellerId = account.sellerId
      WHERE account.heldFen <> COALESCE(orders.heldFen, 0) LIMIT 5`,
  },
  {
    name: 'an account has shipped what waits to be signed for',
    table: 'creditAccount',
    mismatches: `
      SELECT account.id, account.shippedFen, COALESCE(sent.unsignedFen, 0) AS unsignedFen
      FROM creditAccount account LEFT JOIN (
        SELECT salesOrder.buyerId, salesOrder.sellerId, SUM(underWay.amountFen) AS unsignedFen
        FROM (
          SELECT orderId, amountFen FROM shipmentLine WHERE accepted IS NULL
          UNION ALL SELECT orderId, freightFen FROM shipment WHERE signedAt IS NULL AND freightFen > 0
        ) underWay JOIN salesOrder ON salesOrder.id = underWay.orderId
        GROUP BY salesOrder.buyerId, salesOrder.sellerId
      ) sent ON sent.buyerId = account.buyerId AND sent.sellerId = account.sellerId
      WHERE account.shippedFen <> COALESCE(sent.unsignedFen, 0) LIMIT 5`,
  },
  {
    name: 'an order is billed for what was accepted',
    table: 'bill',
    mismatches: `
      SELECT signed.orderId, signed.amountFen, billed.amountFen AS billedFen
      FROM (
        SELECT sent.orderId, SUM(sent.amountFen) AS amountFen FROM (
          SELECT orderId, acceptedFen AS amountFen FROM shipmentLine
          UNION ALL SELECT id, freightFen - freightDueFen FROM salesOrder
          WHERE freightFen > 0 AND state IN ('picking', 'shipped', 'signed', 'completed')
          UNION ALL SELECT id, forfeitedFen FROM salesOrder WHERE forfeitedFen > 0
        ) sent GROUP BY sent.orderId
      ) signed
      LEFT JOIN (SELECT orderId, SUM(amountFen) AS amountFen FROM bill GROUP BY orderId) billed
        ON billed.orderId = signed.orderId
      WHERE signed.amountFen <> COALESCE(billed.amountFen, 0) LIMIT 5`,
  },
  {
    name: 'a held order says why, and only a held order waits',
    table: 'orderHold',
    mismatches: `
      SELECT salesOrder.id, salesOrder.state, COUNT(orderHold.kind) AS openHolds
      FROM salesOrder LEFT JOIN orderHold ON orderHold.orderId = salesOrder.id AND orderHold.status = 'open'
      GROUP BY salesOrder.id, salesOrder.state
      HAVING (salesOrder.state = 'held' AND COUNT(orderHold.kind) = 0)
          OR (salesOrder.state <> 'held' AND COUNT(orderHold.kind) > 0) LIMIT 5`,
  },
  {
    name: 'a hold stands with the seller of its order',
    table: 'orderHold',
    mismatches: `
      SELECT hold.orderId, hold.kind, hold.sellerId, salesOrder.sellerId AS orderSellerId
      FROM orderHold hold JOIN salesOrder ON salesOrder.id = hold.orderId
      WHERE hold.sellerId <> salesOrder.sellerId LIMIT 5`,
  },
  {
    name: 'the orders a seller was counted are the orders there are',
    table: 'orderCount',
    mismatches: `
      SELECT counted.sellerId, counted.orderCount, COALESCE(stored.orderCount, 0) AS stored
      FROM (SELECT sellerId, SUM(orderCount) AS orderCount FROM orderCount GROUP BY sellerId) counted
      LEFT JOIN (SELECT sellerId, COUNT(*) AS orderCount FROM salesOrder GROUP BY sellerId) stored
        ON stored.sellerId = counted.sellerId
      WHERE counted.orderCount <> COALESCE(stored.orderCount, 0) LIMIT 5`,
  },
  {
    name: 'the parts of an order come to what of each line is not cancelled',
    table: 'orderPart',
    mismatches: `
      SELECT orderLine.orderId, orderLine.lineNo, orderLine.quantity, orderLine.cancelled, orderLine.payableFen,
             COALESCE(SUM(part.quantity), 0) AS partQuantity, COALESCE(SUM(part.amountFen), 0) AS partFen
      FROM orderLine JOIN salesOrder ON salesOrder.id = orderLine.orderId
      LEFT JOIN orderPartLine part ON part.orderId = orderLine.orderId AND part.lineNo = orderLine.lineNo
      WHERE salesOrder.state NOT IN ('held', 'rejected', 'cancelled')
        AND EXISTS (SELECT 1 FROM orderPartLine WHERE orderPartLine.orderId = salesOrder.id)
      GROUP BY orderLine.orderId, orderLine.lineNo, orderLine.quantity, orderLine.cancelled, orderLine.payableFen
      HAVING orderLine.quantity - orderLine.cancelled <> COALESCE(SUM(part.quantity), 0)
          OR orderLine.payableFen <> COALESCE(SUM(part.amountFen), 0) LIMIT 5`,
  },
  {
    name: 'a part comes to what its lines come to',
    table: 'orderPart',
    mismatches: `
      SELECT orderPart.orderId, orderPart.partNo, orderPart.amountFen, COALESCE(SUM(line.amountFen), -1) AS linesFen
      FROM orderPart LEFT JOIN orderPartLine line
        ON line.orderId = orderPart.orderId AND line.partNo = orderPart.partNo
      WHERE EXISTS (SELECT 1 FROM orderPartLine WHERE orderPartLine.orderId = orderPart.orderId)
      GROUP BY orderPart.orderId, orderPart.partNo, orderPart.amountFen
      HAVING orderPart.amountFen <> COALESCE(SUM(line.amountFen), -1) LIMIT 5`,
  },
  {
    name: 'an order whose parts keep no lines is one part and comes to what its lines come to',
    table: 'orderPart',
    mismatches: `
      SELECT part.orderId, part.partCount, part.amountFen, SUM(orderLine.payableFen) AS linesFen
      FROM (SELECT orderId, COUNT(*) AS partCount, SUM(amountFen) AS amountFen FROM orderPart GROUP BY orderId) part
      JOIN salesOrder ON salesOrder.id = part.orderId
      JOIN orderLine ON orderLine.orderId = part.orderId
      WHERE salesOrder.state NOT IN ('held', 'rejected', 'cancelled')
        AND NOT EXISTS (SELECT 1 FROM orderPartLine WHERE orderPartLine.orderId = part.orderId)
      GROUP BY part.orderId, part.partCount, part.amountFen
      HAVING part.partCount <> 1 OR part.amountFen <> SUM(orderLine.payableFen) LIMIT 5`,
  },
  {
    name: 'an order holds no more of a prepaid balance than it is promised or under way for',
    table: 'depositHold',
    mismatches: `
      SELECT held.documentId, held.heldFen, salesOrder.heldFen AS promisedFen, COALESCE(sent.amountFen, 0) AS underWayFen
      FROM depositHold held
      JOIN deposit ON deposit.id = held.depositId AND deposit.kind = 'prepaid'
      JOIN salesOrder ON salesOrder.id = held.documentId
      LEFT JOIN (
        SELECT underWay.orderId, SUM(underWay.amountFen) AS amountFen
        FROM (
          SELECT orderId, amountFen FROM shipmentLine WHERE accepted IS NULL
          UNION ALL SELECT orderId, freightFen FROM shipment WHERE signedAt IS NULL AND freightFen > 0
        ) underWay GROUP BY underWay.orderId
      ) sent ON sent.orderId = salesOrder.id
      WHERE held.heldFen > salesOrder.heldFen + COALESCE(sent.amountFen, 0) LIMIT 5`,
  },
];
