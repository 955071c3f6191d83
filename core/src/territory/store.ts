import { type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Grant } from './model';
import { grantTable } from './tables';

export function territoryStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    grantsOf: (sellerIds: readonly string[]) =>
      sql.select(grantTable, 'WHERE sellerId IN (?) ORDER BY id', [sellerIds]),
    add: (grants: readonly Grant[]) => sql.insertMissing(grantTable, grants),
  };
}
