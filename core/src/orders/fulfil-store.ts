import { Contended, type Day, dayMs, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { BackOrder, Claim, FulfilmentTerms, OrderRevision } from './fulfilment';
import type { OrderLine, Shipment } from './model';
import {
  claimTable,
  fulfilmentTermsTable,
  orderLineTable,
  orderTable,
  revisionTable,
  shipmentLineTable,
  shipmentTable,
} from './tables';

export interface BackOrderFilter {
  readonly side: 'buyer' | 'seller';
  readonly partyId: string;
  readonly skuId: string | null;
  readonly after: readonly [backOrderedAt: Instant, orderId: string, lineNo: number] | null;
  readonly limit: number;
}

/** What happens to orders after they were decided: revisions, back-orders, claims, sign-offs that are due. */
export function fulfilStore(tx: Tx) {
  const sql = sqlOf(tx);
  const waiting = `
    SELECT line.orderId, line.lineNo, line.skuId, line.skuName, line.baseUnit, line.quantity, line.backOrdered,
           line.closesOn, head.sellerId, head.buyerId, head.number, head.priority, head.waitsForFull,
           head.deliverOn, head.backOrderedAt
    FROM salesOrder head JOIN orderLine line ON line.orderId = head.id
    WHERE head.backOrderedAt IS NOT NULL AND head.state IN ('approved', 'picking') AND line.backOrdered > 0`;
  const decoded = (rows: (Omit<BackOrder, 'waitsForFull'> & { waitsForFull: number })[]) =>
    rows.map((row): BackOrder => ({ ...row, waitsForFull: row.waitsForFull === 1 }));

  return {
    ordersLocked: (ids: readonly string[]) =>
      sql.selectForUpdate(orderTable, 'WHERE id IN (?) ORDER BY id', [ids]),
    shipmentsOf: (orderIds: readonly string[]) =>
      sql.select(shipmentTable, 'WHERE orderId IN (?) ORDER BY orderId, shippedAt, id', [orderIds]),
    shipmentLinesOf: (orderIds: readonly string[]) =>
      sql.select(shipmentLineTable, 'WHERE orderId IN (?) ORDER BY shipmentId, shipmentLineNo', [orderIds]),

    revisions: (orderId: string) =>
      sql.select(revisionTable, 'WHERE orderId = ? ORDER BY revision', [orderId]),
    addRevision: (revision: OrderRevision) => sql.insert(revisionTable, [revision]),

    claims: (orderIds: readonly string[]) =>
      sql.select(claimTable, 'WHERE orderId IN (?) ORDER BY orderId, openedAt, shipmentLineNo, kind', [
        orderIds,
      ]),
    addClaims: (claims: readonly Claim[]) => sql.insert(claimTable, claims),
    async settleClaims(
      ids: readonly string[],
      settled: Pick<Claim, 'state' | 'note' | 'settledBy' | 'settledAt'>,
    ) {
      const changed = await sql.run(
        `UPDATE orderClaim SET state = ?, note = ?, settledBy = ?, settledAt = ?
         WHERE state = 'open' AND id IN (?)`,
        [settled.state, settled.note, settled.settledBy, settled.settledAt, ids],
      );
      if (changed !== ids.length) throw new Contended('claims were settled since they were read');
    },

    terms: async (sellerId: string) =>
      (await sql.select(fulfilmentTermsTable, 'WHERE sellerId = ?', [sellerId]))[0],
    async setTerms(terms: FulfilmentTerms) {
      await sql.insertMissing(fulfilmentTermsTable, [terms]);
      await sql.run(
        'UPDATE fulfilmentTerms SET autoSignDays = ?, changedBy = ?, changedAt = ? WHERE sellerId = ?',
        [terms.autoSignDays, terms.changedBy, terms.changedAt, terms.sellerId],
      );
    },

    /** Shipments nobody signed for in the days their sellers allow, the longest out first. */
    unsigned: (at: Instant, usualDays: number, limit: number) =>
      sql.rows<Pick<Shipment, 'id' | 'orderId'>>(
        `SELECT shipment.id, shipment.orderId FROM shipment
         JOIN salesOrder ON salesOrder.id = shipment.orderId
         LEFT JOIN fulfilmentTerms terms ON terms.sellerId = salesOrder.sellerId
         WHERE shipment.signedAt IS NULL AND salesOrder.channel <> 'replay'
           AND shipment.shippedAt + COALESCE(terms.autoSignDays, ?) * ? <= ?
         ORDER BY shipment.shippedAt, shipment.id LIMIT ?`,
        [usualDays, dayMs, at, limit],
      ),

    /** The goods lines wait for, by their sellers. */
    awaited: () =>
      sql.rows<{ sellerId: string; skuId: string }>(
        `SELECT DISTINCT head.sellerId, line.skuId FROM salesOrder head JOIN orderLine line ON line.orderId = head.id
         WHERE head.backOrderedAt IS NOT NULL AND head.state IN ('approved', 'picking') AND line.backOrdered > 0
         ORDER BY head.sellerId, line.skuId`,
      ),
    /** Lines of one seller that wait for these goods, whose turn comes first. */
    waitingFor: async (sellerId: string, skuIds: readonly string[], limit: number) =>
      decoded(
        await sql.rows(
          `${waiting} AND head.sellerId = ? AND line.skuId IN (?)
           ORDER BY head.priority DESC, head.backOrderedAt, head.id, line.lineNo LIMIT ?`,
          [sellerId, skuIds, limit],
        ),
      ),
    /** Orders with a line whose wait is over. */
    overdueBackOrders: (on: Day, limit: number) =>
      sql.rows<{ orderId: string }>(
        `SELECT DISTINCT head.id AS orderId FROM salesOrder head JOIN orderLine line ON line.orderId = head.id
         WHERE head.backOrderedAt IS NOT NULL AND head.state IN ('approved', 'picking')
           AND line.backOrdered > 0 AND line.closesOn <= ? ORDER BY head.id LIMIT ?`,
        [on, limit],
      ),
    async backOrders({ side, partyId, skuId, after, limit }: BackOrderFilter) {
      const conditions = [`head.${side}Id = ?`];
      const parameters: (string | number)[] = [partyId];
      if (skuId !== null) {
        conditions.push('line.skuId = ?');
        parameters.push(skuId);
      }
      if (after !== null) {
        const [at, orderId, lineNo] = after;
        conditions.push(`(head.backOrderedAt > ? OR (head.backOrderedAt = ?
          AND (line.orderId > ? OR (line.orderId = ? AND line.lineNo > ?))))`);
        parameters.push(at, at, orderId, orderId, lineNo);
      }
      return decoded(
        await sql.rows(
          `${waiting} AND ${conditions.join(' AND ')}
           ORDER BY head.backOrderedAt, line.orderId, line.lineNo LIMIT ?`,
          [...parameters, limit],
        ),
      );
    },

    linesOf: (orderIds: readonly string[]): Promise<OrderLine[]> =>
      sql.select(orderLineTable, 'WHERE orderId IN (?) ORDER BY orderId, lineNo', [orderIds]),
  };
}
