import { api, type Answer } from '@/api';
import { inTurns } from '@/platform/in-turns';

export type FoundSku = Answer<'catalog', 'get'>;

/** So many goods are asked for one by one; more are picked out of the pages of all that the supplier sells. */
const oneByOneMax = 40;
const pageRows = 100;

/** Goods of a supplier by their ids, in few requests however many they are. @throws when the server cannot be asked */
export async function findGoods(skuIds: readonly string[], supplierId: string) {
  const found = new Map<string, FoundSku>();
  const wanted = new Set(skuIds);
  const missing = () => [...wanted].filter((skuId) => !found.has(skuId));
  let cursor: string | null | undefined;
  while (cursor !== null && missing().length > oneByOneMax) {
    const page = await api.catalog.search({ supplierId, limit: pageRows, ...(cursor ? { cursor } : {}) });
    for (const sku of page.items) if (wanted.has(sku.skuId)) found.set(sku.skuId, sku);
    cursor = page.nextCursor;
  }
  await inTurns(missing(), async (skuId) => {
    found.set(skuId, await api.catalog.get({ skuId, supplierId }));
  });
  return found;
}
