import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import { lotTable } from './tables';

/** An owner's sellable lots in id order after one, for an export; lots that are used up are left out. */
export const lotsInOrder = (tx: Tx, ownerId: string, after: string | null, limit: number) =>
  sqlOf(tx).select(
    lotTable,
    `WHERE ownerId = ? AND quality = 'available' AND onHand > 0 AND id > ? ORDER BY id LIMIT ?`,
    [ownerId, after ?? '', limit],
  );

/** An owner's sellable lots in some warehouses with some numbers, locked in id order. */
export const lotsNumbered = (
  tx: Tx,
  ownerId: string,
  warehouseIds: readonly string[],
  skuIds: readonly string[],
  lotNos: readonly string[],
) =>
  sqlOf(tx).selectForUpdate(
    lotTable,
    `WHERE ownerId = ? AND warehouseId IN (?) AND skuId IN (?) AND lotNo IN (?) AND quality = 'available' ORDER BY id`,
    [ownerId, warehouseIds, skuIds, lotNos],
  );
