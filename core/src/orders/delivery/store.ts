import type { Tx } from '../../platform';
import { sqlOf } from '../../platform/database/sql';
import type { DeliveryTerms } from './model';
import { deliveryTermsTable } from './tables';

export function deliveryStore(tx: Tx) {
  const sql = sqlOf(tx);

  return {
    /** Every version of these sellers, oldest first. */
    versionsOf: (sellerIds: readonly string[]) =>
      sql.select(deliveryTermsTable, 'WHERE sellerId IN (?) ORDER BY sellerId, version', [sellerIds]),
    newest: async (sellerId: string) =>
      (
        await sql.select(deliveryTermsTable, 'WHERE sellerId = ? ORDER BY version DESC LIMIT 1', [sellerId])
      )[0],
    /** Newest first. */
    latest: (sellerId: string, limit: number) =>
      sql.select(deliveryTermsTable, 'WHERE sellerId = ? ORDER BY version DESC LIMIT ?', [sellerId, limit]),
    /** True when nobody made the version before. */
    add: async (terms: DeliveryTerms) => (await sql.insertMissing(deliveryTermsTable, [terms])) === 1,
    addAll: (terms: readonly DeliveryTerms[]) => sql.insert(deliveryTermsTable, terms),
  };
}
