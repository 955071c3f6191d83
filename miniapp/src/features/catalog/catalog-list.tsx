import { CustomWrapper, View } from '@tarojs/components';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import type { Deal } from '@/ui/deal-tag';
import { Windowed } from '@/ui/windowed';
import type { Sku, useCatalog, useGoods } from './queries';
import { SkuCard } from './sku-card';
import './catalog-list.scss';

export interface CatalogListProps {
  catalog: ReturnType<typeof useCatalog> | ReturnType<typeof useGoods>;
  supplierId: string | undefined;
  /** The promotions of the goods that have any. */
  deals: ReadonlyMap<string, readonly Deal[]>;
  /** What is in the cart already. */
  lines: readonly { readonly skuId: string; readonly quantity: number }[];
  onQuantity: (sku: Sku, quantity: number) => void;
  /** Shows all goods, where nothing was found. */
  onClear: () => void;
}

const noDeals: readonly Deal[] = [];

/** The goods that were asked for, page by page; pages far from the screen keep their height and are not drawn. */
export function CatalogList({ catalog, supplierId, deals, lines, onQuantity, onClear }: CatalogListProps) {
  if (catalog.isPending) return <Loading rows={5} />;
  if (catalog.isError) return <Problem error={catalog.error} onRetry={() => void catalog.refetch()} />;
  const { pages } = catalog.data;
  if (pages.every(({ items }) => items.length === 0))
    return (
      <Nothing
        title="没有找到商品"
        advice="换个说法试试：商品名、拼音首字母（如 kl）或条码都可以"
        actionLabel="看全部商品"
        onAction={onClear}
      />
    );
  const quantities = new Map(lines.map(({ skuId, quantity }) => [skuId, quantity]));
  return (
    <View className="catalog-list">
      {pages.map(({ items }, at) => (
        <Windowed key={at} id={`goods-page-${at}`} className="catalog-list__cards">
          {items.map((sku) => (
            <CustomWrapper key={sku.skuId}>
              <SkuCard
                sku={sku}
                supplierId={supplierId}
                deals={deals.get(sku.skuId) ?? noDeals}
                quantity={quantities.get(sku.skuId) ?? 0}
                onQuantity={onQuantity}
              />
            </CustomWrapper>
          ))}
        </Windowed>
      ))}
      <ListFoot
        hasMore={catalog.hasNextPage}
        pending={catalog.isFetchingNextPage}
        onMore={() => void catalog.fetchNextPage()}
      />
    </View>
  );
}
