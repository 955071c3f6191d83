import { useCallback, useState } from 'react';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { AnnouncementStrip } from '@/features/announcements/announcement-strip';
import { CatalogList } from '@/features/catalog/catalog-list';
import { CategoryPicker } from '@/features/catalog/category-picker';
import { useCatalog, useCategories, type Sku } from '@/features/catalog/queries';
import { basketLine } from '@/features/cart/basket';
import { cartKey, useBasket } from '@/features/cart/basket-store';
import { CartBar } from '@/features/cart/cart-bar';
import { useQuote, wantedOf } from '@/features/cart/queries';
import { useAddGoods } from '@/features/cart/use-add-goods';
import { OverdueNotice } from '@/features/credit/overdue-notice';
import { FlashBanner } from '@/features/flash/flash-banner';
import { AgeingStrip } from '@/features/goods/ageing-strip';
import { GuideStrip } from '@/features/goods/guide-strip';
import { useChosenSupplier } from '@/features/partners/chosen-supplier';
import { SupplierPicker } from '@/features/partners/supplier-picker';
import { OffersStrip } from '@/features/promotions/offers-strip';
import { useDealLabels } from '@/features/promotions/queries';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { rereadFirst } from '@/platform/reread-first';
import { goTo, places } from '@/platform/ways';
import { Page } from '@/ui/page';
import { SearchBar } from '@/ui/search-bar';
import { Nothing, Problem } from '@/ui/states';
import { useDebounced } from '@/ui/use-debounced';
import './index.scss';

const head = { title: '商品', isTab: true };
const searchPauseMs = 350;

function HomePage({ me }: SignedInProps) {
  if (!me.buys)
    return (
      <Page {...head}>
        <Nothing
          title="当前账号不下单"
          advice="总部账号可以在这里处理渠道里的客户订单"
          actionLabel="查看客户订单"
          onAction={() => goTo(places.customerOrders)}
        />
      </Page>
    );
  return <Shop userId={me.userId} />;
}

function Shop({ userId }: { userId: string }) {
  const [q, setQ] = useState('');
  const [category, setCategory] = useState('');
  const settledQ = useDebounced(q, searchPauseMs);
  const { suppliers, items, supplier, choose } = useChosenSupplier(userId);
  const supplierId = supplier?.partyId;
  const catalog = useCatalog({ q: settledQ, category, supplierId }, supplierId !== undefined);
  const deals = useDealLabels(
    catalog.data?.pages.map(({ items: skus }) => skus.map(({ skuId }) => skuId)) ?? [],
    supplierId,
  );
  const categories = useCategories();
  const basketKey = cartKey(userId, supplierId ?? '');
  const { lines, change } = useBasket(basketKey);
  const { quote } = useQuote(wantedOf(lines, supplierId, undefined));
  const add = useAddGoods(basketKey, supplierId);

  useReachBottom(() => {
    if (catalog.hasNextPage && !catalog.isFetchingNextPage) void catalog.fetchNextPage();
  });
  usePullDownRefresh(() => {
    void rereadFirst().finally(() => Taro.stopPullDownRefresh());
  });
  const setQuantity = useCallback(
    (sku: Sku, quantity: number) => change({ type: 'set', line: basketLine(sku, quantity) }),
    [change],
  );

  if (suppliers.isError)
    return (
      <Page {...head}>
        <Problem error={suppliers.error} onRetry={() => void suppliers.refetch()} />
      </Page>
    );
  if (suppliers.isSuccess && !supplier)
    return (
      <Page {...head}>
        <Nothing title="还没有供货商" advice="请联系总部或您的经销商，为您开通供货关系后即可订货" />
      </Page>
    );
  return (
    <Page
      {...head}
      width="desk"
      foot={lines.length > 0 ? <CartBar lines={lines} supplierId={supplierId} /> : undefined}
    >
      <View className="home__search">
        <SearchBar id="search" value={q} placeholder="搜商品名、拼音、首字母或条码" onChange={setQ} />
        {items.length > 1 && supplier ? (
          <SupplierPicker suppliers={items} chosenId={supplier.partyId} onChoose={choose} />
        ) : null}
      </View>
      {settledQ === '' && category === '' ? (
        <>
          <AnnouncementStrip userId={userId} />
          <OverdueNotice supplierId={supplierId} payToFreeFen={quote.data?.payToFreeFen ?? null} />
          <FlashBanner />
          <OffersStrip supplierId={supplierId} />
          <GuideStrip
            supplierId={supplierId}
            inCart={new Set(lines.map(({ skuId }) => skuId))}
            onAdd={({ skuId, usualQuantity }) => add.mutate({ skuId, quantity: usualQuantity })}
          />
          <AgeingStrip supplierId={supplierId} />
        </>
      ) : null}
      <View className="home__shop">
        <CategoryPicker categories={categories.data?.items ?? []} value={category} onChange={setCategory} />
        <CatalogList
          catalog={catalog}
          supplierId={supplierId}
          deals={deals}
          lines={lines}
          onQuantity={setQuantity}
          onClear={() => {
            setQ('');
            setCategory('');
          }}
        />
      </View>
    </Page>
  );
}

export default signedIn(HomePage, head);
