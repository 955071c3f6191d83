import type { QueryClient } from '@tanstack/react-query';
import { api, type Answer } from '@/api';
import { inTurns } from '@/platform/in-turns';
import { matchOf, readAmount, type PastedRow } from './paste';

export type FoundSku = Answer<'catalog', 'get'>;

/** What became of one pasted row. */
export type RowAnswer =
  | { readonly kind: 'found'; readonly row: PastedRow; readonly sku: FoundSku; readonly quantity: number }
  | { readonly kind: 'choice'; readonly row: PastedRow; readonly candidates: readonly FoundSku[] }
  | { readonly kind: 'fault'; readonly row: PastedRow; readonly reason: string };

const candidatesMax = 6;

const foundQuery = (key: string, supplierId: string) => ({
  queryKey: ['catalog', 'key', supplierId, key],
  queryFn: () => api.catalog.search({ q: key.slice(0, 60), supplierId, limit: candidatesMax }),
  staleTime: 60_000,
});

const idPattern = /^[0-9A-Za-z_-]{1,40}$/;

/** A row with its SKU chosen: found, unless there is no price or no such quantity. */
export function rowWith(row: PastedRow, sku: FoundSku): RowAnswer {
  if (sku.unitPriceE4 === null) return { kind: 'fault', row, reason: `${sku.name} 暂无报价` };
  const amount = readAmount(row.amount, sku);
  return 'reason' in amount
    ? { kind: 'fault', row, reason: amount.reason }
    : { kind: 'found', row, sku, quantity: amount.quantity };
}

/** Finds the goods of every pasted row at a supplier. @throws when the server cannot be asked */
export const matchRows = (client: QueryClient, rows: readonly PastedRow[], supplierId: string) =>
  inTurns(rows, async (row): Promise<RowAnswer> => {
    const { items } = await client.fetchQuery(foundQuery(row.key, supplierId));
    const match = matchOf(row.key, items);
    if (match) return rowWith(row, match);
    if (items.length > 0) return { kind: 'choice', row, candidates: items };
    const byId = idPattern.test(row.key)
      ? await api.catalog.get({ skuId: row.key, supplierId }).catch(() => undefined)
      : undefined;
    return byId ? rowWith(row, byId) : { kind: 'fault', row, reason: '没有找到这个商品' };
  });
