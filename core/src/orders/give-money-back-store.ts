import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { MoneyBack } from './give-money-back';
import { moneyBackTable } from './give-money-back-tables';

export function moneyBackStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    add: (given: readonly MoneyBack[]) => sql.insert(moneyBackTable, given),
    ofDocuments: (documentIds: readonly string[]) =>
      sql.select(moneyBackTable, 'WHERE documentId IN (?) ORDER BY documentId, at, id', [documentIds]),
  };
}
