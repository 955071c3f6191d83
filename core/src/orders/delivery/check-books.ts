import type { BookCheck } from '../../platform';

/** The books of freight: charged once, carried once, billed once. */
export const freightBooks: readonly BookCheck[] = [
  {
    name: 'an order is charged for delivery what its terms and promotions left, or nothing',
    table: 'salesOrder',
    mismatches: `
      SELECT id, state, freightFen, freightDueFen FROM salesOrder
      WHERE freightFen < 0 OR freightDueFen < 0 OR (freightDueFen <> 0 AND freightDueFen <> freightFen)
         OR (freight IS NULL AND freightFen <> 0) OR (state = 'shortClosed' AND freightFen <> 0)
         OR (state = 'completed' AND freightDueFen <> 0) LIMIT 5`,
  },
  {
    name: 'the freight of an order travels with one shipment, and is due until that is signed for',
    table: 'shipment',
    mismatches: `
      SELECT salesOrder.id, salesOrder.freightFen, salesOrder.freightDueFen, carried.freightFen AS carriedFen,
             carried.unsignedFen, carried.carriers
      FROM salesOrder JOIN (
        SELECT orderId, SUM(freightFen) AS freightFen,
               SUM(CASE WHEN signedAt IS NULL THEN freightFen ELSE 0 END) AS unsignedFen,
               SUM(CASE WHEN freightFen > 0 THEN 1 ELSE 0 END) AS carriers
        FROM shipment GROUP BY orderId
      ) carried ON carried.orderId = salesOrder.id
      WHERE carried.carriers > 1 OR salesOrder.freightDueFen <> carried.unsignedFen
         OR (salesOrder.freightFen <> 0 AND salesOrder.freightFen <> carried.freightFen) LIMIT 5`,
  },
];
