import { useCallback } from 'react';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro';
import { CatalogList } from '@/features/catalog/catalog-list';
import { useGoods, type Sku } from '@/features/catalog/queries';
import { basketLine } from '@/features/cart/basket';
import { cartKey, useBasket } from '@/features/cart/basket-store';
import { CartBar } from '@/features/cart/cart-bar';
import { useChosenSupplier } from '@/features/partners/chosen-supplier';
import { OfferCard } from '@/features/promotions/offer-card';
import { useDealLabels, useOffers } from '@/features/promotions/queries';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Page } from '@/ui/page';
import { Loading, Nothing, Problem } from '@/ui/states';

const head = { title: '活动商品' };
const noGoods: readonly string[] = [];

function OfferPage({ me }: SignedInProps) {
  const { promotionId = '' } = useRouter().params;
  const { suppliers, supplier } = useChosenSupplier(me.userId);
  const supplierId = supplier?.partyId;
  const offers = useOffers(supplierId);
  const offer = offers.data?.items.find((one) => one.promotionId === promotionId);
  const goods = useGoods(offer?.skuIds ?? noGoods, supplierId);
  const deals = useDealLabels(
    goods.data?.pages.map(({ items }) => items.map(({ skuId }) => skuId)) ?? [],
    supplierId,
  );
  const { lines, change } = useBasket(cartKey(me.userId, supplierId ?? ''));
  const setQuantity = useCallback(
    (sku: Sku, quantity: number) => change({ type: 'set', line: basketLine(sku, quantity) }),
    [change],
  );
  useReachBottom(() => {
    if (goods.hasNextPage && !goods.isFetchingNextPage) void goods.fetchNextPage();
  });
  usePullDownRefresh(() => {
    void Promise.allSettled([offers.refetch(), goods.refetch()]).then(() => Taro.stopPullDownRefresh());
  });
  const failed = suppliers.isError ? suppliers : offers.isError && !offers.data ? offers : undefined;
  const hasSupplier = supplier !== undefined || suppliers.isPending;
  const foot = lines.length > 0 ? <CartBar lines={lines} supplierId={supplierId} /> : undefined;
  return (
    <Page {...head} width="desk" foot={foot}>
      {failed ? <Problem error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {!failed && offers.isPending && hasSupplier ? <Loading /> : null}
      {(offers.isSuccess && !offer) || !hasSupplier ? (
        <Nothing
          title="活动已结束"
          advice="活动已停止、到期，或不再适用于您的门店"
          actionLabel="看其他活动"
          onAction={() => goTo(places.offers)}
        />
      ) : null}
      {offer ? (
        <View>
          <OfferCard offer={{ ...offer, skuIds: [] }} />
          <CatalogList
            catalog={goods}
            supplierId={supplierId}
            deals={deals}
            lines={lines}
            onQuantity={setQuantity}
            onClear={() => goTo(places.home)}
          />
        </View>
      ) : null}
    </Page>
  );
}

export default signedIn(OfferPage, head);
