import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { SellerShareTerms } from './share-terms';
import { shareTermsTable } from './pool-tables';

export function shareTermsStore(tx: Tx) {
  const sql = sqlOf(tx);
  const remove = (sellerId: string, buyerId: string, channel: string) =>
    sql.run('DELETE FROM shareTerms WHERE sellerId = ? AND buyerId = ? AND channel = ?', [
      sellerId,
      buyerId,
      channel,
    ]);
  return {
    of: (sellerIds: readonly string[]) =>
      sql.select(shareTermsTable, 'WHERE sellerId IN (?) ORDER BY sellerId, buyerId, channel', [sellerIds]),
    page: (sellerId: string, after: readonly [buyerId: string, channel: string] | null, limit: number) =>
      after === null
        ? sql.select(shareTermsTable, 'WHERE sellerId = ? ORDER BY buyerId, channel LIMIT ?', [
            sellerId,
            limit,
          ])
        : sql.select(
            shareTermsTable,
            'WHERE sellerId = ? AND (buyerId > ? OR (buyerId = ? AND channel > ?)) ORDER BY buyerId, channel LIMIT ?',
            [sellerId, after[0], ...after, limit],
          ),
    async replace(terms: SellerShareTerms) {
      await remove(terms.sellerId, terms.buyerId, terms.channel);
      await sql.insert(shareTermsTable, [terms]);
    },
    remove,
  };
}
