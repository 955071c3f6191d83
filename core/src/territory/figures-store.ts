import { type Day, numbersOf, type Tx, whose } from '../platform';
import { sqlOf } from '../platform/database/sql';

/** 拦截: order lines that were stopped at a border. */
export interface BlockedFigures {
  readonly blockedLines: number;
  readonly blockedOrders: number;
}

/** Whose orders of which days, both included. */
export interface BlockedScope {
  readonly sellerId: string | null;
  readonly exceptSellerId: string | null;
  readonly from: Day;
  readonly to: Day;
}

const keyOf = {
  seller: 'sellerId',
  buyer: 'buyerId',
  day: '`on`',
  province: 'SUBSTR(regionCode, 1, 2)',
} as const;
const keys = ['blockedLines', 'blockedOrders'] as const;

/** By seller, buyer, day or province; who had none stopped has no row. In no order. */
export async function loadBlockedFigures(
  tx: Tx,
  by: keyof typeof keyOf,
  scope: BlockedScope,
): Promise<readonly (BlockedFigures & { readonly key: string })[]> {
  const owned = whose('sellerId', scope.sellerId, scope.exceptSellerId);
  const rows = await sqlOf(tx).rows<BlockedFigures & { key: string }>(
    `SELECT ${keyOf[by]} AS \`key\`, COUNT(*) AS blockedLines, COUNT(DISTINCT orderId) AS blockedOrders
     FROM territoryBlocked WHERE ${owned.text} \`on\` >= ? AND \`on\` <= ? GROUP BY ${keyOf[by]}`,
    [...owned.parameters, scope.from, scope.to],
  );
  return rows.map((row) => ({ key: row.key, ...numbersOf(row, keys) }));
}
