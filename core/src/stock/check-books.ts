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
    name: 'a lot has reserved what its open reservations sum to',
    table: 'reservation',
    mismatches: `
      SELECT lot.id, lot.reserved, COALESCE(SUM(reservation.open), 0) AS promised
      FROM lot LEFT JOIN reservation ON reservation.lotId = lot.id
      GROUP BY lot.id, lot.reserved HAVING lot.reserved <> COALESCE(SUM(reservation.open), 0) LIMIT 5`,
  },
  {
    name: 'no lot is negative or promised beyond what is there',
    table: 'lot',
    mismatches: `
      SELECT id, onHand, reserved FROM lot
      WHERE onHand < 0 OR reserved < 0 OR reserved > onHand LIMIT 5`,
  },
  {
    name: 'every reservation belongs to a lot and an order line',
    table: 'reservation',
    mismatches: `
      SELECT reservation.orderId, reservation.lineNo, reservation.lotId
      FROM reservation LEFT JOIN lot ON lot.id = reservation.lotId
      LEFT JOIN orderLine ON orderLine.orderId = reservation.orderId AND orderLine.lineNo = reservation.lineNo
      WHERE lot.id IS NULL OR orderLine.skuId IS NULL OR orderLine.skuId <> lot.skuId OR reservation.open < 0
      LIMIT 5`,
  },
];
