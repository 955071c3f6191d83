import type { BookCheck } from '../../platform';

/** The books of flash sales: what is sold, what is set aside and what went back come to the quota. */
export const flashBooks: readonly BookCheck[] = [
  {
    name: 'a flash activity has sold what its sales come to, and never beyond its quota',
    table: 'flashActivity',
    mismatches: `
      SELECT activity.id, activity.quota, activity.sold, COALESCE(SUM(sale.quantity - sale.returned), 0) AS sales
      FROM flashActivity activity
      LEFT JOIN flashSale sale ON sale.activityId = activity.id AND sale.state = 'sold'
      GROUP BY activity.id, activity.quota, activity.sold
      HAVING activity.sold <> COALESCE(SUM(sale.quantity - sale.returned), 0)
          OR activity.sold > activity.quota OR activity.sold < 0 LIMIT 5`,
  },
  {
    name: 'quota = sold + set aside + released, and what is set aside is what its lots keep',
    table: 'flashActivity',
    mismatches: `
      SELECT activity.id, activity.state, activity.quota, activity.sold, activity.released,
             COALESCE(SUM(reservation.open), 0) AS setAside
      FROM flashActivity activity
      LEFT JOIN reservation ON reservation.orderId LIKE 'flash:%' AND SUBSTR(reservation.orderId, 7) = activity.id
      GROUP BY activity.id, activity.state, activity.quota, activity.sold, activity.released
      HAVING COALESCE(SUM(reservation.open), 0) <>
        CASE WHEN activity.state = 'draft' THEN 0 ELSE activity.quota - activity.sold - activity.released END
        OR (activity.state IN ('stopped', 'settled') AND COALESCE(SUM(reservation.open), 0) <> 0) LIMIT 5`,
  },
  {
    name: 'a buyer has bought in a flash activity what its sales come to, and never beyond the cap',
    table: 'flashBuyer',
    mismatches: `
      SELECT buyer.id, buyer.bought, activity.perBuyer, COALESCE(SUM(sale.quantity - sale.returned), 0) AS sales
      FROM flashBuyer buyer
      LEFT JOIN flashActivity activity ON activity.id = buyer.activityId
      LEFT JOIN flashSale sale
        ON sale.activityId = buyer.activityId AND sale.buyerId = buyer.buyerId AND sale.state = 'sold'
      GROUP BY buyer.id, buyer.bought, activity.perBuyer
      HAVING buyer.bought <> COALESCE(SUM(sale.quantity - sale.returned), 0)
          OR buyer.bought > COALESCE(activity.perBuyer, -1) LIMIT 5`,
  },
  {
    name: 'a flash sale is a line of its buyer’s order at the flash price, and what came back of it was cancelled',
    table: 'flashSale',
    mismatches: `
      SELECT sale.activityId, sale.token, sale.orderId, sale.quantity, sale.returned, line.quantity AS lineQuantity,
             line.cancelled, line.unitPriceE4
      FROM flashSale sale
      LEFT JOIN flashActivity activity ON activity.id = sale.activityId
      LEFT JOIN orderLine line ON line.orderId = sale.orderId AND line.lineNo = sale.lineNo
      LEFT JOIN salesOrder ON salesOrder.id = sale.orderId
      WHERE sale.state = 'sold'
        AND (activity.id IS NULL OR line.skuId IS NULL OR line.skuId <> activity.skuId
          OR line.quantity <> sale.quantity OR line.unitPriceE4 <> activity.unitPriceE4
          OR salesOrder.buyerId <> sale.buyerId OR sale.returned < 0 OR sale.returned > sale.quantity
          OR sale.returned < sale.quantity - line.reserved - line.shipped) LIMIT 5`,
  },
];
