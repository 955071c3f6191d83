import { loadSkus } from '../catalog';
import type { Tx } from '../platform';

/** What SKUs are called and counted in; one that is gone by its id. */
export async function skuNames(tx: Tx, skuIds: readonly string[]) {
  const skus = await loadSkus(tx, skuIds);
  return (skuId: string) => {
    const sku = skus.get(skuId);
    return { name: sku ? `${sku.name} ${sku.spec}` : skuId, baseUnit: sku?.baseUnit ?? '' };
  };
}
