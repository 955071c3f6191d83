import type { Database } from '@tongpan/core/src/platform/database/database';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';

/** Sentences that are true of every order, whoever asked for it and whatever broke meanwhile. */
interface Sentence {
  readonly name: string;
  /** Rows it is not true of. */
  readonly mismatches: string;
}

/** What belongs to an order and must not stand without it. */
const parts = [
  ['orderLine', 'orderId'],
  ['orderHold', 'orderId'],
  ['orderEvent', 'orderId'],
  ['orderPart', 'orderId'],
  ['orderPartLine', 'orderId'],
  ['orderRevision', 'orderId'],
  ['reservation', 'orderId'],
  ['shipment', 'orderId'],
  ['shipmentLine', 'orderId'],
  ['riskAssessment', 'orderId'],
] as const;

const sentences: readonly Sentence[] = [
  ...parts.map(([table, column]) => ({
    name: `no ${table} without its order`,
    mismatches: `SELECT part.${column} FROM \`${table}\` part LEFT JOIN salesOrder ON salesOrder.id = part.${column}
                 WHERE salesOrder.id IS NULL LIMIT 5`,
  })),
  {
    name: 'an order was placed once, and says so once',
    mismatches: `
      SELECT salesOrder.id, COALESCE(trail.times, 0) AS placed FROM salesOrder LEFT JOIN (
        SELECT orderId, COUNT(*) AS times FROM orderEvent WHERE kind = 'placed' GROUP BY orderId
      ) trail ON trail.orderId = salesOrder.id WHERE COALESCE(trail.times, 0) <> 1 LIMIT 5`,
  },
  {
    name: 'the news of an order left once',
    mismatches: `
      SELECT salesOrder.id, COALESCE(news.times, 0) AS times FROM salesOrder LEFT JOIN (
        SELECT aggregate, COUNT(*) AS times FROM outboxEvent WHERE name = 'order.placed' GROUP BY aggregate
      ) news ON news.aggregate = CONCAT('order:', salesOrder.id) WHERE COALESCE(news.times, 0) <> 1 LIMIT 5`,
  },
  {
    name: 'every order was looked at for its risk once its news had arrived',
    mismatches: `
      SELECT salesOrder.id FROM salesOrder
      JOIN outboxEvent ON outboxEvent.aggregate = CONCAT('order:', salesOrder.id)
        AND outboxEvent.name = 'order.placed' AND outboxEvent.state = 'done'
      LEFT JOIN riskAssessment ON riskAssessment.orderId = salesOrder.id
      WHERE riskAssessment.orderId IS NULL LIMIT 5`,
  },
  {
    name: 'no two orders share a number',
    mismatches: 'SELECT number FROM salesOrder GROUP BY number HAVING COUNT(*) > 1 LIMIT 5',
  },
  {
    name: 'no command is half done',
    mismatches: 'SELECT commandId FROM commandAnswer WHERE outcome IS NULL LIMIT 5',
  },
  {
    name: 'a shipment and the command that made it are one',
    mismatches: `
      SELECT shipment.id AS lone FROM shipment
      LEFT JOIN commandAnswer ON commandAnswer.commandId = shipment.id AND commandAnswer.kind = 'orders.ship'
      WHERE commandAnswer.commandId IS NULL
      UNION ALL SELECT commandAnswer.commandId AS lone FROM commandAnswer
      LEFT JOIN shipment ON shipment.id = commandAnswer.commandId
      WHERE commandAnswer.kind = 'orders.ship' AND shipment.id IS NULL LIMIT 5`,
  },
  {
    name: 'an order is shipped as often as it has shipments',
    mismatches: `
      SELECT sent.orderId, sent.times, COALESCE(trail.times, 0) AS said FROM (
        SELECT orderId, COUNT(*) AS times FROM shipment GROUP BY orderId) sent
      LEFT JOIN (SELECT orderId, COUNT(*) AS times FROM orderEvent WHERE kind = 'shipped' GROUP BY orderId) trail
        ON trail.orderId = sent.orderId WHERE sent.times <> COALESCE(trail.times, 0) LIMIT 5`,
  },
  {
    name: 'a shipment is signed for once',
    mismatches: `
      SELECT signed.orderId, signed.times, COALESCE(trail.times, 0) AS said FROM (
        SELECT orderId, SUM(CASE WHEN signedAt IS NULL THEN 0 ELSE 1 END) AS times FROM shipment GROUP BY orderId) signed
      LEFT JOIN (SELECT orderId, COUNT(*) AS times FROM orderEvent WHERE kind = 'signed' GROUP BY orderId) trail
        ON trail.orderId = signed.orderId WHERE signed.times <> COALESCE(trail.times, 0) LIMIT 5`,
  },
  {
    name: 'an order is cancelled once',
    mismatches: `
      SELECT salesOrder.id, salesOrder.state, COALESCE(trail.times, 0) AS said FROM salesOrder
      LEFT JOIN (SELECT orderId, COUNT(*) AS times FROM orderEvent WHERE kind = 'cancelled' GROUP BY orderId) trail
        ON trail.orderId = salesOrder.id
      WHERE COALESCE(trail.times, 0) <> CASE WHEN salesOrder.state = 'cancelled' THEN 1 ELSE 0 END LIMIT 5`,
  },
  {
    name: 'what a distributor signed for arrived in its warehouse once',
    mismatches: `
      SELECT signed.shipmentId, signed.accepted, COALESCE(arrived.quantity, 0) AS arrived FROM (
        SELECT line.shipmentId, SUM(line.accepted) AS accepted FROM shipmentLine line
        JOIN salesOrder ON salesOrder.id = line.orderId
        JOIN warehouse ON warehouse.ownerId = salesOrder.buyerId
        JOIN outboxEvent ON outboxEvent.aggregate = CONCAT('order:', salesOrder.id)
          AND outboxEvent.name = 'order.signed' AND outboxEvent.state = 'done'
          AND outboxEvent.payload LIKE CONCAT('%"', line.shipmentId, '"%')
        WHERE line.accepted IS NOT NULL GROUP BY line.shipmentId) signed
      LEFT JOIN (SELECT documentId, SUM(quantity) AS quantity FROM movement
        WHERE documentKind = 'signing' AND kind = 'receive' GROUP BY documentId) arrived
        ON arrived.documentId = signed.shipmentId
      WHERE signed.accepted <> COALESCE(arrived.quantity, 0) LIMIT 5`,
  },
  {
    name: 'nothing is promised that is not there',
    mismatches: 'SELECT id, onHand, reserved FROM lot WHERE onHand < reserved OR reserved < 0 LIMIT 5',
  },
];

/** Which sentences are not true, with the first rows that say so. */
export async function notWhole(database: Database): Promise<readonly string[]> {
  return database.snapshot(async (tx) => {
    const wrongs: string[] = [];
    for (const { name, mismatches } of sentences) {
      const rows = await sqlOf(tx).rows<object>(onEngine(mismatches, database.engine));
      if (rows.length > 0) wrongs.push(`not true: ${name}: ${JSON.stringify(rows)}`);
    }
    return wrongs;
  });
}

/** The bundled SQLite has no CONCAT; MySQL has no `||`. */
const onEngine = (statement: string, engine: Database['engine']) =>
  engine === 'sqlite'
    ? statement.replace(/CONCAT\(([^)]*)\)/g, (_, list: string) => `(${list.split(', ').join(' || ')})`)
    : statement;
