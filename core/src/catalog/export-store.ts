import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { PriceListLine } from './price-model';
import { priceListLineTable, priceListTable, skuTable } from './tables';

/** SKUs in id order after one, for an export. */
export const skuPage = (tx: Tx, after: string | null, limit: number) =>
  sqlOf(tx).select(skuTable, 'WHERE id > ? ORDER BY id LIMIT ?', [after ?? '', limit]);

/** The price lists of a seller among these. */
export const ownPriceLists = (tx: Tx, sellerId: string, ids: readonly string[]) =>
  sqlOf(tx).select(priceListTable, 'WHERE sellerId = ? AND id IN (?) ORDER BY id', [sellerId, ids]);

/** Prices of some SKUs in some lists. */
export const priceLinesOf = (tx: Tx, listIds: readonly string[], skuIds: readonly string[]) =>
  sqlOf(tx).select(priceListLineTable, 'WHERE priceListId IN (?) AND skuId IN (?)', [listIds, skuIds]);

/** A seller's prices in the order of list and SKU after one of them, for an export. */
export function pricePage(
  tx: Tx,
  sellerId: string,
  after: Pick<PriceListLine, 'priceListId' | 'skuId'> | null,
  limit: number,
) {
  const { priceListId, skuId } = after ?? { priceListId: '', skuId: '' };
  return sqlOf(tx).select(
    priceListLineTable,
    `WHERE priceListId IN (SELECT id FROM priceList WHERE sellerId = ?)
       AND (priceListId > ? OR (priceListId = ? AND skuId > ?)) ORDER BY priceListId, skuId LIMIT ?`,
    [sellerId, priceListId, priceListId, skuId, limit],
  );
}
