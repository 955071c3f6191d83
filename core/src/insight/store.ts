import { type Day, together, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import { deliveryKeys, noDeliveries } from './delivery-figures';
import type {
  BuyerFigures,
  DayDeliveries,
  DeliveryFigures,
  HourFigures,
  KeptShare,
  RangeFigures,
  SkuFigures,
} from './model';
import type { HoursCount } from './percentile-hours';
import type { SalesScope } from './sales-query';
import { buyerTable, deliveryTable, hourTable, shareTable, skuTable, turnTable } from './tables';

const orderSums = `SUM(orders) AS orders, SUM(touchlessOrders) AS touchlessOrders,
  SUM(keptOrders) AS keptOrders, SUM(keptFen) AS keptFen`;

const deliverySums = deliveryKeys.map((column) => `SUM(${column}) AS ${column}`).join(', ');

function within({ from, to, sellerId, exceptSellerId }: SalesScope) {
  const parts = ['day >= ?', 'day <= ?'];
  const values: string[] = [from, to];
  if (sellerId !== null) {
    parts.push('sellerId = ?');
    values.push(sellerId);
  }
  if (exceptSellerId !== null) {
    parts.push('sellerId <> ?');
    values.push(exceptSellerId);
  }
  return { where: `WHERE ${parts.join(' AND ')}`, values };
}

/** The figures, what each order has added to them, and the orders that wait to be counted anew. */
export function insightStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    addTurns: (orderIds: readonly string[]) =>
      sql.insertMissing(
        turnTable,
        orderIds.map((orderId) => ({ orderId })),
      ),

    /** Orders that wait, locked until they are counted: one that changes meanwhile waits and comes again. */
    async turnsLocked(limit: number): Promise<readonly string[]> {
      const turns = await sql.selectForUpdate(turnTable, 'ORDER BY orderId LIMIT ?', [limit]);
      return turns.map(({ orderId }) => orderId);
    },
    endTurns: (orderIds: readonly string[]) =>
      sql.run('DELETE FROM insightTurn WHERE orderId IN (?)', [orderIds]),

    sharesLocked: (orderIds: readonly string[]) =>
      sql.selectForUpdate(shareTable, 'WHERE orderId IN (?) ORDER BY orderId', [orderIds]),
    async replaceShares(shares: readonly KeptShare[]) {
      await sql.run('DELETE FROM insightShare WHERE orderId IN (?)', [shares.map(({ orderId }) => orderId)]);
      await sql.insert(shareTable, shares);
    },

    /** Adds to the figures; a row that is not there begins with nothing. */
    async add(change: {
      readonly hours: readonly HourFigures[];
      readonly buyers: readonly BuyerFigures[];
      readonly skus: readonly SkuFigures[];
      readonly deliveries: readonly DayDeliveries[];
    }) {
      const nothing = { orders: 0, touchlessOrders: 0, keptOrders: 0, keptFen: 0 };
      const noGoods = { orders: 0, quantity: 0, shipped: 0, signed: 0, keptFen: 0 };
      const { hours, buyers, skus, deliveries } = change;
      if (hours.length > 0) {
        const rows = hours.map((row) => ({ ...row, ...nothing }));
        await sql.insertMissing(hourTable, rows);
      }
      if (buyers.length > 0) {
        const rows = buyers.map((row) => ({ ...row, ...nothing }));
        await sql.insertMissing(buyerTable, rows);
      }
      if (skus.length > 0) {
        const rows = skus.map((row) => ({ ...row, ...noGoods }));
        await sql.insertMissing(skuTable, rows);
      }
      if (deliveries.length > 0) {
        const rows = deliveries.map((row) => ({ ...row, ...noDeliveries }));
        await sql.insertMissing(deliveryTable, rows);
      }
      const addDeliveries = deliveryKeys.map((column) => `${column} = ${column} + ?`).join(', ');
      const addOrders = `SET orders = orders + ?, touchlessOrders = touchlessOrders + ?,
        keptOrders = keptOrders + ?, keptFen = keptFen + ?`;
      const figuresOf = (row: HourFigures | BuyerFigures) => [
        row.orders,
        row.touchlessOrders,
        row.keptOrders,
        row.keptFen,
      ];
      await together([
        ...hours.map((row) =>
          sql.run(`UPDATE salesByHour ${addOrders} WHERE sellerId = ? AND day = ? AND hour = ?`, [
            ...figuresOf(row),
            row.sellerId,
            row.day,
            row.hour,
          ]),
        ),
        ...buyers.map((row) =>
          sql.run(
            `UPDATE salesByBuyer ${addOrders} WHERE day = ? AND sellerId = ? AND buyerId = ? AND province = ?`,
            [...figuresOf(row), row.day, row.sellerId, row.buyerId, row.province],
          ),
        ),
        ...skus.map((row) =>
          sql.run(
            `UPDATE salesBySku SET orders = orders + ?, quantity = quantity + ?, shipped = shipped + ?,
               signed = signed + ?, keptFen = keptFen + ? WHERE day = ? AND sellerId = ? AND skuId = ?`,
            [
              row.orders,
              row.quantity,
              row.shipped,
              row.signed,
              row.keptFen,
              row.day,
              row.sellerId,
              row.skuId,
            ],
          ),
        ),
        ...deliveries.map((row) =>
          sql.run(
            `UPDATE deliveryByDay SET ${addDeliveries} WHERE sellerId = ? AND day = ? AND cycleHours = ?`,
            [...deliveryKeys.map((column) => row[column]), row.sellerId, row.day, row.cycleHours],
          ),
        ),
      ]);
    },

    hoursOf(scope: SalesScope) {
      const { where, values } = within(scope);
      return sql.rows<Omit<HourFigures, 'sellerId'>>(
        `SELECT day, hour, ${orderSums} FROM salesByHour ${where} GROUP BY day, hour ORDER BY day, hour`,
        values,
      );
    },
    daysOf(scope: SalesScope) {
      const { where, values } = within(scope);
      return sql.rows<Omit<HourFigures, 'sellerId' | 'hour'>>(
        `SELECT day, ${orderSums} FROM salesByHour ${where} GROUP BY day ORDER BY day`,
        values,
      );
    },
    /** Added up by one column of the buyers' figures, most money first. */
    groupedBy(column: 'sellerId' | 'buyerId' | 'province', scope: SalesScope, limit: number) {
      const { where, values } = within(scope);
      return sql.rows<{ key: string } & Omit<HourFigures, 'sellerId' | 'day' | 'hour'>>(
        `SELECT ${column} AS \`key\`, ${orderSums} FROM salesByBuyer ${where}
         GROUP BY ${column} ORDER BY SUM(keptFen) DESC, ${column} LIMIT ?`,
        [...values, limit],
      );
    },
    /** Added up by day, or by seller, most orders first. */
    deliveriesBy(column: 'day' | 'sellerId', scope: SalesScope, limit: number) {
      const { where, values } = within(scope);
      const order = column === 'day' ? 'day' : 'SUM(orders) DESC, sellerId';
      return sql.rows<{ key: string } & DeliveryFigures>(
        `SELECT ${column} AS \`key\`, ${deliverySums} FROM deliveryByDay ${where}
         GROUP BY ${column} HAVING SUM(orders) > 0 ORDER BY ${order} LIMIT ?`,
        [...values, limit],
      );
    },
    /** How many orders took how many hours. */
    cycleHoursOf(scope: SalesScope) {
      const { where, values } = within(scope);
      return sql.rows<HoursCount>(
        `SELECT cycleHours, SUM(orders) AS orders FROM deliveryByDay ${where}
         GROUP BY cycleHours HAVING SUM(orders) > 0 ORDER BY cycleHours`,
        values,
      );
    },
    /** Goods added up by what they are, most money first. */
    async rangesOf(by: 'category' | 'brand', scope: SalesScope, limit: number) {
      const { where, values } = within(scope);
      const rows = await sql.rows<{ key: string } & RangeFigures>(
        `SELECT sku.${by} AS \`key\`, COUNT(DISTINCT sold.skuId) AS skus, SUM(sold.orders) AS orderedSkus,
                SUM(sold.keptFen) AS keptFen
         FROM (SELECT skuId, SUM(orders) AS orders, SUM(keptFen) AS keptFen FROM salesBySku ${where}
               GROUP BY skuId HAVING SUM(orders) > 0) sold JOIN sku ON sku.id = sold.skuId
         GROUP BY sku.${by} ORDER BY SUM(sold.keptFen) DESC, sku.${by} LIMIT ?`,
        [...values, limit],
      );
      return rows.map(({ key, skus, orderedSkus, keptFen }) => ({
        key,
        skus: Number(skus),
        orderedSkus: Number(orderedSkus),
        keptFen: Number(keptFen),
      }));
    },
    /** The newest days of a period on which kept orders ask for a SKU. */
    async daysOfSku(scope: SalesScope, skuId: string, limit: number): Promise<readonly Day[]> {
      const { where, values } = within(scope);
      const rows = await sql.rows<{ day: Day }>(
        `SELECT day FROM salesBySku ${where} AND skuId = ? GROUP BY day HAVING SUM(orders) > 0
         ORDER BY day DESC LIMIT ?`,
        [...values, skuId, limit],
      );
      return rows.map(({ day }) => day);
    },
    /** What some SKUs were sold for, seller by seller. */
    async soldFor(scope: SalesScope, skuIds: readonly string[]) {
      if (skuIds.length === 0) return [];
      const { where, values } = within(scope);
      const rows = await sql.rows<{ sellerId: string; skuId: string; quantity: number; keptFen: number }>(
        `SELECT sellerId, skuId, SUM(quantity) AS quantity, SUM(keptFen) AS keptFen FROM salesBySku
         ${where} AND skuId IN (?) GROUP BY sellerId, skuId`,
        [...values, skuIds],
      );
      return rows.map((row) => ({ ...row, quantity: Number(row.quantity), keptFen: Number(row.keptFen) }));
    },
    skusOf(scope: SalesScope, limit: number) {
      const { where, values } = within(scope);
      return sql.rows<{ key: string } & Omit<SkuFigures, 'sellerId' | 'day' | 'skuId'>>(
        `SELECT skuId AS \`key\`, SUM(orders) AS orders, SUM(quantity) AS quantity, SUM(shipped) AS shipped,
                SUM(signed) AS signed, SUM(keptFen) AS keptFen
         FROM salesBySku ${where} GROUP BY skuId HAVING SUM(orders) > 0 ORDER BY SUM(keptFen) DESC, skuId LIMIT ?`,
        [...values, limit],
      );
    },
  };
}
