import { type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { ListedPrice } from './choose-price';
import type { PriceList, PriceListLine, Sku } from './model';
import { priceListLineTable, priceListTable, skuTable } from './tables';

export interface SkuFilter {
  readonly words: readonly string[];
  readonly category: string | null;
  readonly after: readonly [name: string, id: string] | null;
  readonly limit: number;
}

const likePattern = (word: string) => `%${word.toLowerCase().replace(/[!%_]/g, '!$&')}%`;

export function catalogStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    skus: (ids: readonly string[]) => sql.select(skuTable, 'WHERE id IN (?)', [ids]),

    /** Every list of these sellers that may price these SKUs for these buyers. */
    prices: (sellerIds: readonly string[], buyerIds: readonly string[], skuIds: readonly string[]) =>
      sql.rows<ListedPrice>(
        `SELECT list.*, line.priceListId, line.skuId, line.unitPriceE4, line.floorPriceE4
         FROM priceList list JOIN priceListLine line ON line.priceListId = list.id
         WHERE list.sellerId IN (?) AND (list.buyerId IS NULL OR list.buyerId IN (?)) AND line.skuId IN (?)`,
        [sellerIds, buyerIds, skuIds],
      ),

    search({ words, category, after, limit }: SkuFilter) {
      const conditions = [`status = 'active'`];
      const parameters: (string | number)[] = [];
      for (const word of words) {
        // `!` escapes: a backslash means something else to each engine.
        conditions.push(`searchText LIKE ? ESCAPE '!'`);
        parameters.push(likePattern(word));
      }
      if (category !== null) {
        conditions.push('category = ?');
        parameters.push(category);
      }
      if (after !== null) {
        conditions.push('(name > ? OR (name = ? AND id > ?))');
        parameters.push(after[0], ...after);
      }
      return sql.select(skuTable, `WHERE ${conditions.join(' AND ')} ORDER BY name, id LIMIT ?`, [
        ...parameters,
        limit,
      ]);
    },

    categories: () =>
      sql.rows<{ category: string; skuCount: number }>(
        `SELECT category, COUNT(*) AS skuCount FROM sku WHERE status = 'active' GROUP BY category ORDER BY category`,
      ),

    addSkus: (skus: readonly Sku[]) => sql.insertMissing(skuTable, skus),
    addPriceList: (list: PriceList) => sql.insertMissing(priceListTable, [list]),
    addPrices: (lines: readonly PriceListLine[]) => sql.insertMissing(priceListLineTable, lines),
  };
}
