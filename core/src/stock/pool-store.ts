import { Contended, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Warehouse } from './model';
import type { ContractWarehouse } from './pool-model';
import { contractWarehouseTable } from './pool-tables';
import { lotTable, warehouseTable } from './tables';

export interface PoolFilter {
  /** Null: every owner's, for HQ. */
  readonly ownerId: string | null;
  readonly skuId: string | null;
  readonly warehouseId: string | null;
  readonly after: readonly [skuId: string, ownerId: string] | null;
  readonly limit: number;
}

export function poolStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** Which SKUs of which owners there are, in that order, one page. */
    places({ ownerId, skuId, warehouseId, after, limit }: PoolFilter) {
      const conditions = ['onHand > 0'];
      const parameters: (string | number)[] = [];
      const also = (condition: string, ...values: string[]) => {
        conditions.push(condition);
        parameters.push(...values);
      };
      if (ownerId !== null) also('ownerId = ?', ownerId);
      if (skuId !== null) also('skuId = ?', skuId);
      if (warehouseId !== null) also('warehouseId = ?', warehouseId);
      if (after !== null) also('(skuId > ? OR (skuId = ? AND ownerId > ?))', after[0], ...after);
      return sql.rows<{ skuId: string; ownerId: string }>(
        `SELECT skuId, ownerId FROM lot WHERE ${conditions.join(' AND ')}
         GROUP BY skuId, ownerId ORDER BY skuId, ownerId LIMIT ?`,
        [...parameters, limit],
      );
    },
    lotsOf: (ownerIds: readonly string[], skuIds: readonly string[], warehouseId: string | null) => {
      const here = warehouseId === null ? '' : 'AND warehouseId = ?';
      return sql.select(
        lotTable,
        `WHERE ownerId IN (?) AND skuId IN (?) AND onHand > 0 ${here} ORDER BY id`,
        [ownerIds, skuIds, ...(warehouseId === null ? [] : [warehouseId])],
      );
    },

    warehouseOf: async (ownerId: string, id: string) =>
      (await sql.selectForUpdate(warehouseTable, 'WHERE id = ? AND ownerId = ?', [id, ownerId]))[0],
    async changeWarehouse({ id, ownerId, temperatureZones, leadDays, costRank, servesRegions }: Warehouse) {
      await sql.run(
        `UPDATE warehouse SET temperatureZones = ?, leadDays = ?, costRank = ?, servesRegions = ?
         WHERE id = ? AND ownerId = ?`,
        [JSON.stringify(temperatureZones), leadDays, costRank, JSON.stringify(servesRegions), id, ownerId],
      );
    },

    contracts: (sellerIds: readonly string[], buyerIds: readonly string[]) =>
      sql.select(
        contractWarehouseTable,
        'WHERE sellerId IN (?) AND buyerId IN (?) ORDER BY sellerId, buyerId',
        [sellerIds, buyerIds],
      ),
    removeContract: (sellerId: string, buyerId: string) =>
      sql.run('DELETE FROM contractWarehouse WHERE sellerId = ? AND buyerId = ?', [sellerId, buyerId]),
    async addContract(contract: ContractWarehouse) {
      const added = await sql.insertMissing(contractWarehouseTable, [contract]);
      if (added !== 1) throw new Contended('a contract warehouse was set at once');
    },
  };
}
