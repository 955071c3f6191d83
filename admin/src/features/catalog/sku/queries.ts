import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api';
import { useCommand } from '../../../ui/use-command';

const skuKey = (skuId: string) => ['catalog', 'sku', skuId] as const;

/** All there is to know of a SKU, to be changed; HQ's alone. */
export const useSheet = (skuId: string) =>
  useQuery({ queryKey: [...skuKey(skuId), 'sheet'], queryFn: () => api.catalog.sheet({ skuId }) });

/** A SKU as those see it who sell it. */
export const useSku = (skuId: string) =>
  useQuery({ queryKey: [...skuKey(skuId), 'shown'], queryFn: () => api.catalog.get({ skuId }) });

/** How a SKU is and was packed, today's pack first. */
export const usePacks = (skuId: string) =>
  useQuery({ queryKey: [...skuKey(skuId), 'packs'], queryFn: () => api.catalog.packVersions({ skuId }) });

/** What may be sent instead of a SKU, first choice first. */
export const useSubstitutes = (skuId: string) =>
  useQuery({
    queryKey: [...skuKey(skuId), 'substitutes'],
    queryFn: () => api.catalog.substitutes({ skuId }),
  });

export const usePutSku = () => useCommand(['catalog'], api.catalog.putSku);
export const useSetSkuStatus = () => useCommand(['catalog'], api.catalog.setSkuStatus);
export const usePutSubstitutes = () => useCommand(['catalog', 'sku'], api.catalog.putSubstitutes);
