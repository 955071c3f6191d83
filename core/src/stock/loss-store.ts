import { type Day, type Instant, numbersOf, type Tx, whose } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { ShelfScope } from './figures-store';

/** 损耗: what was destroyed in a period, in base units. */
export interface LossFigures {
  readonly destroyed: number;
  /** Of that, what had expired. */
  readonly expired: number;
}

export type LossRow = LossFigures & { readonly ownerId: string; readonly skuId: string };

type Whose = Pick<ShelfScope, 'ownerId' | 'exceptOwnerId'>;

/** By owner and SKU, of what was destroyed from `from` on and before `until`. In no order. */
export async function loadLosses(
  tx: Tx,
  scope: Whose & { readonly from: Instant; readonly until: Instant },
): Promise<readonly LossRow[]> {
  const owned = whose('ownerId', scope.ownerId, scope.exceptOwnerId);
  const rows = await sqlOf(tx).rows<LossRow>(
    `SELECT ownerId, skuId, SUM(quantity) AS destroyed,
            SUM(CASE WHEN fromQuality = 'expired' THEN quantity ELSE 0 END) AS expired
     FROM stockOperation WHERE ${owned.text} kind = 'destroy' AND at >= ? AND at < ? GROUP BY ownerId, skuId`,
    [...owned.parameters, scope.from, scope.until],
  );
  return rows.map(({ ownerId, skuId, ...row }) => ({
    ownerId,
    skuId,
    ...numbersOf(row, ['destroyed', 'expired']),
  }));
}

/** A SKU that lies in one owner's warehouses. */
export interface SlowStock {
  readonly ownerId: string;
  readonly skuId: string;
  readonly onHand: number;
  /** When the oldest of it came. */
  readonly firstReceivedAt: Instant;
  readonly firstExpiresOn: Day;
  /** The last recorded day some of it was sent to a customer; null: never. */
  readonly lastShippedOn: Day | null;
}

/**
 * 滞销: what came before `receivedBefore`, lies there and was sent to no customer since `unsentSince`, most units first;
 * and how many SKUs of each owner lie there at all.
 */
export async function loadSlowStock(
  tx: Tx,
  scope: Whose & { readonly unsentSince: Day; readonly receivedBefore: Instant },
) {
  const sql = sqlOf(tx);
  const owned = whose('lot.ownerId', scope.ownerId, scope.exceptOwnerId);
  const lying = `FROM lot WHERE ${owned.text} lot.onHand > 0 GROUP BY lot.ownerId, lot.skuId`;
  const shipped = 'FROM stockDay WHERE skuId = lying.skuId AND ownerId = lying.ownerId AND shipped > 0';
  const rows = await sql.rows<SlowStock>(
    `SELECT lying.*, (SELECT MAX(day) ${shipped}) AS lastShippedOn
     FROM (SELECT lot.ownerId, lot.skuId, SUM(lot.onHand) AS onHand, MIN(lot.receivedAt) AS firstReceivedAt,
                  MIN(lot.expiresOn) AS firstExpiresOn ${lying}) lying
     WHERE lying.firstReceivedAt < ? AND NOT EXISTS (SELECT 1 ${shipped} AND day >= ?)
     ORDER BY lying.onHand DESC, lying.ownerId, lying.skuId`,
    [...owned.parameters, scope.receivedBefore, scope.unsentSince],
  );
  const counts = await sql.rows<{ ownerId: string; skus: number }>(
    `SELECT ownerId, COUNT(*) AS skus FROM (SELECT lot.ownerId, lot.skuId ${lying}) lying GROUP BY ownerId`,
    owned.parameters,
  );
  return {
    slow: rows.map((row): SlowStock => ({ ...row, ...numbersOf(row, ['onHand', 'firstReceivedAt']) })),
    skusOf: new Map(counts.map(({ ownerId, skus }) => [ownerId, Number(skus)])),
  };
}
