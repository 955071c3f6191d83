import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import { creditAccountTable } from './tables';

/** The accounts a seller gives, in buyer order after one, for an export. */
export const accountPage = (tx: Tx, sellerId: string, after: string | null, limit: number) =>
  sqlOf(tx).select(creditAccountTable, 'WHERE sellerId = ? AND buyerId > ? ORDER BY buyerId LIMIT ?', [
    sellerId,
    after ?? '',
    limit,
  ]);
