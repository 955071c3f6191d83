import { useSkuNames } from '../../features/catalog/rules/use-sku-names';
import { useCategories } from '../../features/catalog/shelves/queries';
import { usePartyNames } from '../../features/partners/use-party-names';

/** What customers, goods and categories are called that rules for stock name. */
export function usePolicyNames(buyerIds: readonly string[], skuIds: readonly string[]) {
  const buyer = usePartyNames(buyerIds);
  const sku = useSkuNames(skuIds);
  const categories = useCategories().data?.items ?? [];
  const category = (id: string) => categories.find((one) => one.category === id)?.name ?? id;
  return { buyer, sku, category };
}
