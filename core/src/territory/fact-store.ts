import { type Day, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import { cellOf } from './measure-distance';
import type { Blocked, Capacity, ChainDelivery, KnownPoint, Policy } from './model';
import { blockedTable, capacityTable, chainDeliveryTable, knownPointTable, policyTable } from './tables';

export interface BlockedFilter {
  /** Null lists every seller's. */
  readonly sellerId: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly after: readonly [on: Day, id: string] | null;
  readonly limit: number;
}

export interface BlockedCount {
  readonly sellerId: string;
  readonly on: Day;
  readonly reason: string;
  readonly count: number;
  readonly quantity: number;
}

/** What grants are judged with: points, capacities, policies, exceptions; and what was stopped. */
export function territoryFactStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    pointsIn: (cells: readonly string[]) =>
      sql.select(knownPointTable, 'WHERE cell IN (?) ORDER BY id LIMIT 20000', [cells]),
    addPoints: (points: readonly KnownPoint[]) =>
      sql.insertMissing(
        knownPointTable,
        points.map((point) => ({ ...point, cell: cellOf(point) })),
      ),

    capacitiesOf: (areaCodes: readonly string[]) =>
      sql.select(capacityTable, 'WHERE areaCode IN (?) ORDER BY areaCode, productLine', [areaCodes]),
    capacity: async (areaCode: string, productLine: string) =>
      (await sql.select(capacityTable, 'WHERE areaCode = ? AND productLine = ?', [areaCode, productLine]))[0],
    capacities(after: readonly [areaCode: string, productLine: string] | null, limit: number) {
      const [rest, parameters] =
        after === null
          ? ['', []]
          : ['WHERE areaCode > ? OR (areaCode = ? AND productLine > ?)', [after[0], ...after]];
      return sql.select(capacityTable, `${rest} ORDER BY areaCode, productLine LIMIT ?`, [
        ...parameters,
        limit,
      ]);
    },
    addCapacity: (capacity: Capacity) => sql.insertMissing(capacityTable, [capacity]),
    replaceCapacity: (capacity: Capacity, expectedVersion: number) =>
      sql.run(
        `UPDATE territoryCapacity SET sellOutQuantity = ?, stockTargetQuantity = ?, updatedAt = ?,
           version = version + 1 WHERE areaCode = ? AND productLine = ? AND version = ?`,
        [
          capacity.sellOutQuantity,
          capacity.stockTargetQuantity,
          capacity.updatedAt,
          capacity.areaCode,
          capacity.productLine,
          expectedVersion,
        ],
      ),

    policiesOf: (sellerIds: readonly string[]) =>
      sql.select(policyTable, 'WHERE sellerId IN (?) ORDER BY sellerId, startsOn', [sellerIds]),
    putPolicy: async (policy: Policy) => {
      if ((await sql.insertMissing(policyTable, [policy])) === 1) return;
      await sql.run(
        'UPDATE territoryPolicy SET borderMetres = ?, absorptionBp = ? WHERE sellerId = ? AND startsOn = ?',
        [policy.borderMetres, policy.absorptionBp, policy.sellerId, policy.startsOn],
      );
    },

    chainDeliveriesOf: (sellerIds: readonly string[]) =>
      sql.select(chainDeliveryTable, 'WHERE sellerId IN (?) ORDER BY id', [sellerIds]),
    chainDelivery: async (id: string) => (await sql.select(chainDeliveryTable, 'WHERE id = ?', [id]))[0],
    chainDeliveries: (after: string, limit: number) =>
      sql.select(chainDeliveryTable, 'WHERE id > ? ORDER BY id LIMIT ?', [after, limit]),
    addChainDelivery: (delivery: ChainDelivery) => sql.insertMissing(chainDeliveryTable, [delivery]),
    replaceChainDelivery: (delivery: ChainDelivery, expectedVersion: number) =>
      sql.run(
        `UPDATE territoryChainDelivery SET chainId = ?, addressId = ?, sellerId = ?, startsOn = ?, endsOn = ?,
           note = ?, version = version + 1 WHERE id = ? AND version = ?`,
        [
          delivery.chainId,
          delivery.addressId,
          delivery.sellerId,
          delivery.startsOn,
          delivery.endsOn,
          delivery.note,
          delivery.id,
          expectedVersion,
        ],
      ),

    addBlocked: (blocked: readonly Blocked[]) => sql.insertMissing(blockedTable, blocked),
    blocked({ sellerId, from, to, after, limit }: BlockedFilter) {
      const conditions = ['`on` >= ?', '`on` < ?'];
      const parameters: (string | number)[] = [from, to];
      if (sellerId !== null) {
        conditions.push('sellerId = ?');
        parameters.push(sellerId);
      }
      if (after !== null) {
        conditions.push('(`on` < ? OR (`on` = ? AND id < ?))');
        parameters.push(after[0], ...after);
      }
      return sql.select(
        blockedTable,
        `WHERE ${conditions.join(' AND ')} ORDER BY \`on\` DESC, id DESC LIMIT ?`,
        [...parameters, limit],
      );
    },
    countBlocked({ sellerId, from, to, limit }: Omit<BlockedFilter, 'after'>) {
      const ofSeller = sellerId === null ? '' : 'AND sellerId = ?';
      return sql.rows<BlockedCount>(
        `SELECT sellerId, \`on\`, reason, COUNT(*) AS count, SUM(quantity) AS quantity FROM territoryBlocked
         WHERE \`on\` >= ? AND \`on\` < ? ${ofSeller}
         GROUP BY sellerId, \`on\`, reason ORDER BY \`on\` DESC, sellerId, reason LIMIT ?`,
        [from, to, ...(sellerId === null ? [] : [sellerId]), limit],
      );
    },
  };
}
