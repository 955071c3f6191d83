import { caseById, Contended, type Day, type Instant, type SqlValue, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Due } from './each-due';
import type { Hold, Order, OrderEvent, OrderLine, Shipment, ShipmentLine, Signature } from './model';
import { mayBecome } from './states';
import {
  holdTable,
  orderCountTable,
  orderEventTable,
  orderLineTable,
  orderTable,
  shipmentLineTable,
  shipmentTable,
} from './tables';

/** What commands may change of an order; the rest is as it was placed. */
const changeable = {
  state: true,
  findings: true,
  goodsFen: true,
  freightFen: true,
  freightDueFen: true,
  freight: true,
  steps: true,
  stepDueAt: true,
  forfeitedFen: true,
  payableFen: true,
  heldFen: true,
  reservedUntil: true,
  policyVersion: true,
  revision: true,
  priority: true,
  deliverOn: true,
  waitsForFull: true,
  backOrderedAt: true,
  note: true,
  addressId: true,
  receiver: true,
  phone: true,
  regionCode: true,
  addressDetail: true,
} as const satisfies Partial<Record<keyof Order, true>>;

/** Columns that keep JSON. */
const kept: ReadonlySet<string> = new Set(['findings', 'freight', 'steps']);

type OrderChange = Partial<Pick<Order, keyof typeof changeable>>;

export function orderStore(tx: Tx) {
  const sql = sqlOf(tx);

  return {
    orders: (ids: readonly string[]) => sql.select(orderTable, 'WHERE id IN (?)', [ids]),
    orderLocked: async (id: string) => (await sql.selectForUpdate(orderTable, 'WHERE id = ?', [id]))[0],
    lines: (orderIds: readonly string[]) =>
      sql.select(orderLineTable, 'WHERE orderId IN (?) ORDER BY orderId, lineNo', [orderIds]),
    holds: (orderIds: readonly string[]) =>
      sql.select(holdTable, 'WHERE orderId IN (?) ORDER BY orderId, openedAt, kind', [orderIds]),
    events: (orderId: string) => sql.select(orderEventTable, 'WHERE orderId = ? ORDER BY eventNo', [orderId]),
    shipments: (orderId: string) =>
      sql.select(shipmentTable, 'WHERE orderId = ? ORDER BY shippedAt, id', [orderId]),
    shipmentLines: (orderId: string) =>
      sql.select(shipmentLineTable, 'WHERE orderId = ? ORDER BY shipmentId, shipmentLineNo', [orderId]),
    lineHeads: (orderIds: readonly string[]) =>
      sql.rows<{ orderId: string; lineCount: number; firstSkuName: string }>(
        `SELECT counted.orderId, counted.lineCount, first.skuName AS firstSkuName
         FROM (SELECT orderId, COUNT(*) AS lineCount, MIN(lineNo) AS lineNo FROM orderLine
               WHERE orderId IN (?) GROUP BY orderId) counted
         JOIN orderLine first ON first.orderId = counted.orderId AND first.lineNo = counted.lineNo`,
        [orderIds],
      ),

    /** How many orders sellers have had of a day, locked until the numbers are given. */
    countsLocked: (sellerIds: readonly string[], day: Day) =>
      sql.selectForUpdate(orderCountTable, 'WHERE day = ? AND sellerId IN (?) ORDER BY sellerId', [
        day,
        sellerIds,
      ]),
    /** Begins the count of sellers who have had none of a day. */
    beginCounts: (sellerIds: readonly string[], day: Day) =>
      sql.insertMissing(
        orderCountTable,
        sellerIds.map((sellerId) => ({ sellerId, day, orderCount: 0 })),
      ),
    /** Counts up what `countsLocked` has locked. */
    async countUp(added: ReadonlyMap<string, number>, day: Day) {
      const { text, parameters } = caseById(added, 'sellerId');
      const changed = await sql.run(
        `UPDATE orderCount SET orderCount = orderCount + ${text} WHERE day = ? AND sellerId IN (?)`,
        [...parameters, day, [...added.keys()]],
      );
      if (changed !== added.size) throw new Contended('order count');
    },

    /** An id that came in twice at once replays the work, which then finds the first. */
    async addOrders(orders: readonly Order[]) {
      const added = await sql.insertMissing(orderTable, orders);
      if (added !== orders.length) throw new Contended('an order came in twice');
    },
    addLines: (lines: readonly OrderLine[]) => sql.insert(orderLineTable, lines),
    addEvents: (events: readonly OrderEvent[]) => sql.insert(orderEventTable, events),
    addHolds: (holds: readonly Hold[]) => sql.insert(holdTable, holds),
    async addEvent(event: Omit<OrderEvent, 'eventNo'>) {
      const [last] = await sql.rows<{ eventNo: number | null }>(
        'SELECT MAX(eventNo) AS eventNo FROM orderEvent WHERE orderId = ?',
        [event.orderId],
      );
      await sql.insert(orderEventTable, [{ ...event, eventNo: (last?.eventNo ?? 0) + 1 }]);
    },

    /** Writes what a command changed of an order. Its row is locked by `orderLocked`. */
    async changeOrder(before: Order, change: OrderChange) {
      const { state = before.state } = change;
      if (state !== before.state && !mayBecome(before.state, state)) {
        throw new Error(`an order does not go from ${before.state} to ${state}`);
      }
      const changes = Object.entries(change).filter(([name]) => name in changeable);
      const values = changes.map(([name, value]) =>
        kept.has(name) && value !== null ? JSON.stringify(value) : value,
      );
      const changed = await sql.run(
        `UPDATE salesOrder SET ${changes.map(([name]) => `${name} = ?`).join(', ')}
         WHERE id = ? AND state = ? AND heldFen = ? AND revision = ?`,
        [...(values as SqlValue[]), before.id, before.state, before.heldFen, before.revision],
      );
      if (changed !== 1) throw new Contended('an order changed since it was read');
    },
    /** The lines of an order that nothing has shipped of, put anew. */
    async replaceLines(orderId: string, lines: readonly OrderLine[]) {
      await sql.run('DELETE FROM orderLine WHERE orderId = ?', [orderId]);
      await sql.insert(orderLineTable, lines);
    },
    /** Writes what a command changed in the lines of one order. */
    async changeLines(lines: readonly OrderLine[]) {
      const [first] = lines;
      if (!first) return;
      const changes = casesByNo(lines, 'lineNo', [
        'payableFen',
        'reserved',
        'shipped',
        'signed',
        'cancelled',
        'backOrdered',
      ]);
      await sql.run(`UPDATE orderLine SET ${changes.sets} WHERE orderId = ? AND lineNo IN (?)`, [
        ...changes.parameters,
        first.orderId,
        lines.map(({ lineNo }) => lineNo),
      ]);
    },
    async replaceHolds(orderId: string, holds: readonly Hold[]) {
      await sql.run('DELETE FROM orderHold WHERE orderId = ?', [orderId]);
      await sql.insert(holdTable, holds);
    },

    addShipment: (shipment: Shipment) => sql.insert(shipmentTable, [shipment]),
    addShipmentLines: (lines: readonly ShipmentLine[]) => sql.insert(shipmentLineTable, lines),
    async signShipment(
      shipmentId: string,
      at: Instant,
      signature: Signature,
      lines: readonly ShipmentLine[],
    ) {
      const changed = await sql.run(
        'UPDATE shipment SET signedAt = ?, signature = ? WHERE id = ? AND signedAt IS NULL',
        [at, JSON.stringify(signature), shipmentId],
      );
      if (changed !== 1) throw new Contended('a shipment was signed since it was read');
      const answers = lines.map((line) => ({ ...line, accepted: line.accepted ?? 0 }));
      const changes = casesByNo(answers, 'shipmentLineNo', [
        'accepted',
        'acceptedFen',
        'short',
        'damaged',
        'refused',
      ]);
      const signed = await sql.run(
        `UPDATE shipmentLine SET ${changes.sets} WHERE shipmentId = ? AND accepted IS NULL AND shipmentLineNo IN (?)`,
        [...changes.parameters, shipmentId, lines.map(({ shipmentLineNo }) => shipmentLineNo)],
      );
      if (signed !== lines.length) throw new Contended('shipment lines were signed since they were read');
    },

    /** Pre-orders whose present step is over, those behind one that was looked after already. */
    stepsDue: (at: Instant, after: Due, limit: number) =>
      sql.rows<Due>(
        `SELECT id, stepDueAt AS dueAt FROM salesOrder
         WHERE stepDueAt <= ? AND (stepDueAt > ? OR (stepDueAt = ? AND id > ?)) ORDER BY stepDueAt, id LIMIT ?`,
        [at, after.dueAt, after.dueAt, after.id, limit],
      ),
    /**
     * Held orders whose time is over, those behind one that was looked after already. A replay's orders live on its own
     * clock: it names their seller.
     */
    lapsed(before: Instant, replayedSellerId: string | null, after: Due, limit: number) {
      const [whose, named] =
        replayedSellerId === null
          ? [`channel <> 'replay'`, []]
          : [`channel = 'replay' AND sellerId = ?`, [replayedSellerId]];
      return sql.rows<Due>(
        `SELECT id, reservedUntil AS dueAt FROM salesOrder
         WHERE reservedUntil < ? AND ${whose} AND (reservedUntil > ? OR (reservedUntil = ? AND id > ?))
         ORDER BY reservedUntil, id LIMIT ?`,
        [before, ...named, after.dueAt, after.dueAt, after.id, limit],
      );
    },
  };
}

/** `SET` parts that give many numbered rows each its own values, with their parameters in order. */
function casesByNo<No extends string, Name extends string>(
  rows: readonly Readonly<Record<No | Name, number>>[],
  no: No,
  names: readonly Name[],
) {
  const changes = names.map((name) => ({
    name,
    ...caseById(new Map(rows.map((row) => [row[no], row[name]])), no),
  }));
  return {
    sets: changes.map(({ name, text }) => `${name} = ${text}`).join(', '),
    parameters: changes.flatMap(({ parameters }) => parameters),
  };
}
