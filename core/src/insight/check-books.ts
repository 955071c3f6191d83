import type { BookCheck } from '../platform';

const counted = `
  SELECT salesOrder.sellerId, salesOrder.payableFen,
         CASE WHEN salesOrder.state IN ('rejected', 'cancelled', 'shortClosed') THEN 0 ELSE 1 END AS kept
  FROM salesOrder WHERE salesOrder.channel <> 'afterSales'`;

/** Nothing has happened that the figures have not heard of. */
const atRest = `NOT EXISTS (SELECT 1 FROM insightTurn)
  AND NOT EXISTS (SELECT 1 FROM outboxEvent WHERE state <> 'done' AND name LIKE 'order.%')`;

/** The figures against the orders themselves, when none of them waits to be counted. */
export const insightBooks: readonly BookCheck[] = [
  {
    name: 'the figures of a seller are its orders, counted directly',
    table: 'salesByHour',
    mismatches: `
      SELECT direct.sellerId, direct.orders, figures.orders AS figuredOrders, direct.keptFen, figures.keptFen AS figuredFen
      FROM (SELECT sellerId, COUNT(*) AS orders, SUM(kept) AS keptOrders, SUM(kept * payableFen) AS keptFen
            FROM (${counted}) counted GROUP BY sellerId) direct
      LEFT JOIN (SELECT sellerId, SUM(orders) AS orders, SUM(keptOrders) AS keptOrders, SUM(keptFen) AS keptFen
                 FROM salesByHour GROUP BY sellerId) figures ON figures.sellerId = direct.sellerId
      WHERE ${atRest}
        AND (direct.orders <> COALESCE(figures.orders, 0) OR direct.keptOrders <> COALESCE(figures.keptOrders, 0)
             OR direct.keptFen <> COALESCE(figures.keptFen, 0)) LIMIT 5`,
  },
  {
    name: 'the figures by buyer and by hour come to the same',
    table: 'salesByBuyer',
    mismatches: `
      SELECT hours.sellerId, hours.day, hours.orders, buyers.orders AS buyersOrders, hours.keptFen, buyers.keptFen AS buyersFen
      FROM (SELECT sellerId, day, SUM(orders) AS orders, SUM(keptFen) AS keptFen FROM salesByHour GROUP BY sellerId, day) hours
      LEFT JOIN (SELECT sellerId, day, SUM(orders) AS orders, SUM(keptFen) AS keptFen
                 FROM salesByBuyer GROUP BY sellerId, day) buyers
        ON buyers.sellerId = hours.sellerId AND buyers.day = hours.day
      WHERE hours.orders <> COALESCE(buyers.orders, 0) OR hours.keptFen <> COALESCE(buyers.keptFen, 0) LIMIT 5`,
  },
  {
    name: 'the figures of goods come to the lines of the orders that are kept',
    table: 'salesBySku',
    mismatches: `
      SELECT direct.skuId, direct.sellerId, direct.quantity, figures.quantity AS figuredQuantity,
             direct.keptFen, figures.keptFen AS figuredFen
      FROM (SELECT salesOrder.sellerId, orderLine.skuId, SUM(orderLine.quantity - orderLine.cancelled) AS quantity,
                   SUM(orderLine.shipped) AS shipped, SUM(orderLine.signed) AS signed, SUM(orderLine.payableFen) AS keptFen
            FROM salesOrder JOIN orderLine ON orderLine.orderId = salesOrder.id
            WHERE salesOrder.channel <> 'afterSales'
              AND salesOrder.state NOT IN ('rejected', 'cancelled', 'shortClosed')
            GROUP BY salesOrder.sellerId, orderLine.skuId) direct
      LEFT JOIN (SELECT sellerId, skuId, SUM(quantity) AS quantity, SUM(shipped) AS shipped, SUM(signed) AS signed,
                        SUM(keptFen) AS keptFen FROM salesBySku GROUP BY sellerId, skuId) figures
        ON figures.sellerId = direct.sellerId AND figures.skuId = direct.skuId
      WHERE ${atRest}
        AND (direct.quantity <> COALESCE(figures.quantity, 0) OR direct.shipped <> COALESCE(figures.shipped, 0)
             OR direct.signed <> COALESCE(figures.signed, 0) OR direct.keptFen <> COALESCE(figures.keptFen, 0)) LIMIT 5`,
  },
  {
    name: 'the figures of deliveries are the orders that were delivered, counted directly',
    table: 'deliveryByDay',
    mismatches: `
      SELECT direct.sellerId, direct.orders, figures.orders AS figuredOrders, direct.orderLines, figures.orderLines AS figuredLines
      FROM (SELECT salesOrder.sellerId, COUNT(DISTINCT salesOrder.id) AS orders, COUNT(*) AS orderLines
            FROM salesOrder JOIN orderLine ON orderLine.orderId = salesOrder.id
            WHERE orderLine.giftOf IS NULL AND orderLine.substituteFor IS NULL AND salesOrder.channel <> 'afterSales'
              AND EXISTS (SELECT 1 FROM shipmentLine sent WHERE sent.orderId = salesOrder.id)
              AND NOT EXISTS (SELECT 1 FROM shipmentLine sent
                              WHERE sent.orderId = salesOrder.id AND sent.accepted IS NULL)
              AND NOT EXISTS (SELECT 1 FROM orderLine owed WHERE owed.orderId = salesOrder.id
                              AND owed.shipped + owed.cancelled <> owed.quantity)
            GROUP BY salesOrder.sellerId) direct
      LEFT JOIN (SELECT sellerId, SUM(orders) AS orders, SUM(orderLines) AS orderLines FROM deliveryByDay GROUP BY sellerId) figures
        ON figures.sellerId = direct.sellerId
      WHERE ${atRest}
        AND (direct.orders <> COALESCE(figures.orders, 0) OR direct.orderLines <> COALESCE(figures.orderLines, 0)) LIMIT 5`,
  },
];
