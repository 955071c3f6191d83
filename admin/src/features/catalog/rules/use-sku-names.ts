import { useQueries } from '@tanstack/react-query';
import { api } from '../../../api';

/** What goods are called; those not known yet by their id. */
export function useSkuNames(skuIds: readonly string[]) {
  const distinct = [...new Set(skuIds)];
  const skus = useQueries({
    queries: distinct.map((skuId) => ({
      queryKey: ['catalog', 'sku', skuId, 'shown'],
      queryFn: () => api.catalog.get({ skuId }),
      staleTime: 5 * 60_000,
    })),
  });
  const names = new Map(distinct.map((skuId, at) => [skuId, skus[at]?.data]));
  return (skuId: string) => {
    const sku = names.get(skuId);
    return sku ? `${sku.name} ${sku.spec}` : skuId;
  };
}
