import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';

/** Goods of one lot number that one seller sent one buyer. */
export interface LotDelivery {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly lotNo: string;
  readonly shipped: number;
  readonly accepted: number;
  readonly orderCount: number;
}

/** More customers than that are told by pages of lots. */
const deliveriesTold = 20_000;

export function lotDeliveryStore(tx: Tx) {
  return {
    /** Who was sent goods out of these lots, added up by seller, buyer and lot number. */
    deliveriesOfLots: (lotIds: readonly string[]) =>
      sqlOf(tx).rows<LotDelivery>(
        `SELECT salesOrder.sellerId, salesOrder.buyerId, shipmentLine.lotNo,
                SUM(shipmentLine.quantity) AS shipped, SUM(COALESCE(shipmentLine.accepted, 0)) AS accepted,
                COUNT(DISTINCT shipmentLine.orderId) AS orderCount
         FROM shipmentLine JOIN salesOrder ON salesOrder.id = shipmentLine.orderId
         WHERE shipmentLine.lotId IN (?)
         GROUP BY salesOrder.sellerId, salesOrder.buyerId, shipmentLine.lotNo
         ORDER BY salesOrder.sellerId, salesOrder.buyerId, shipmentLine.lotNo LIMIT ?`,
        [lotIds, deliveriesTold],
      ),
  };
}
