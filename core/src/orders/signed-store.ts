import type { Instant, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { ReturnedLine, SignedSku } from './less-returned';

export interface SignedSpan {
  readonly sellerId: string;
  /** Signed for from here */
  readonly from: Instant;
  /** to here, exclusive. */
  readonly until: Instant;
}

const signedInSpan = `FROM shipment JOIN salesOrder ON salesOrder.id = shipment.orderId
  WHERE shipment.signedAt >= ? AND shipment.signedAt < ? AND salesOrder.sellerId = ?`;

/** What was signed for. */
export function signedStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** Buyers who signed for something of a seller, in id order after one. */
    buyers: async ({ sellerId, from, until }: SignedSpan, after: string, limit: number) =>
      (
        await sql.rows<{ buyerId: string }>(
          `SELECT DISTINCT salesOrder.buyerId ${signedInSpan} AND salesOrder.buyerId > ?
           ORDER BY salesOrder.buyerId LIMIT ?`,
          [from, until, sellerId, after, limit],
        )
      ).map(({ buyerId }) => buyerId),
    /**
     * What after-sales settled in money until an instant of what some buyers signed for in a span, gifts left out. Where
     * a claim was met with a part of its price, the buyer has paid the rest and keeps what it earned.
     */
    returned: ({ sellerId, from, until }: SignedSpan, buyerIds: readonly string[], closedBefore: Instant) =>
      sql.rows<ReturnedLine>(
        `SELECT request.buyerId, back.skuId, back.quantity, back.worthFen,
                CASE WHEN request.kind IN ('return', 'exchange', 'swap')
                  THEN back.restocked + back.nearExpiry + back.quarantined + back.destroyed ELSE back.approved END AS settled
         FROM afterSales request JOIN afterSalesLine back ON back.requestId = request.id
         JOIN shipment ON shipment.id = back.shipmentId
         WHERE request.sellerId = ? AND request.buyerId IN (?) AND request.state = 'closed'
           AND request.money IS NOT NULL AND request.closedAt < ? AND back.isGift = 0
           AND (request.limitFen IS NULL OR request.kind IN ('return', 'exchange', 'swap'))
           AND shipment.signedAt >= ? AND shipment.signedAt < ?
         ORDER BY request.id, back.lineNo`,
        [sellerId, buyerIds, closedBefore, from, until],
      ),
    /** What some buyers accepted, gifts left out. */
    accepted: ({ sellerId, from, until }: SignedSpan, buyerIds: readonly string[]) =>
      sql.rows<SignedSku>(
        `SELECT salesOrder.buyerId, part.skuId, SUM(part.accepted) AS quantity, SUM(part.acceptedFen) AS amountFen
         FROM shipment JOIN salesOrder ON salesOrder.id = shipment.orderId
         JOIN shipmentLine part ON part.shipmentId = shipment.id
         JOIN orderLine line ON line.orderId = part.orderId AND line.lineNo = part.lineNo
         WHERE shipment.signedAt >= ? AND shipment.signedAt < ? AND salesOrder.sellerId = ?
           AND salesOrder.buyerId IN (?) AND line.giftOf IS NULL AND part.accepted > 0
         GROUP BY salesOrder.buyerId, part.skuId ORDER BY salesOrder.buyerId, part.skuId`,
        [from, until, sellerId, buyerIds],
      ),
  };
}
