import { Text, View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useChosenSupplier } from '@/features/partners/chosen-supplier';
import { SupplierPicker } from '@/features/partners/supplier-picker';
import { ClaimTicket } from '@/features/promotions/claim-ticket';
import { OfferCard } from '@/features/promotions/offer-card';
import { useOffers } from '@/features/promotions/queries';
import { partOffers } from '@/features/promotions/words';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { Loading, Nothing, Problem } from '@/ui/states';
import './index.scss';

const head = { title: '优惠活动' };

function OffersPage({ me }: SignedInProps) {
  const { suppliers, items, supplier, choose } = useChosenSupplier(me.userId);
  const offers = useOffers(supplier?.partyId);
  useDidShow(() => {
    if (offers.isStale && !offers.isFetching && supplier) void offers.refetch();
  });
  usePullDownRefresh(() => void offers.refetch().then(() => Taro.stopPullDownRefresh()));
  const { coupons, others } = partOffers(offers.data?.items ?? []);
  const failed = suppliers.isError ? suppliers : offers.isError && !offers.data ? offers : undefined;
  return (
    <Page {...head}>
      {items.length > 1 && supplier ? (
        <View className="offers__suppliers">
          <SupplierPicker suppliers={items} chosenId={supplier.partyId} onChoose={choose} />
        </View>
      ) : null}
      {failed ? <Problem error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {!failed && offers.isPending && (supplier || suppliers.isPending) ? <Loading rows={3} /> : null}
      {(offers.isSuccess && offers.data.items.length === 0) || (suppliers.isSuccess && !supplier) ? (
        <Nothing
          title="现在没有优惠活动"
          advice="供货商开始活动后会列在这里，商品上也会有标记"
          actionLabel="去选商品"
          onAction={() => goTo(places.home)}
        />
      ) : null}
      {coupons.length > 0 ? (
        <View className="offers__part">
          <View className="offers__head">
            <Text className="offers__title">领券中心</Text>
            <Button
              id="to-wallet"
              label="我的优惠券"
              look="text"
              size="small"
              onPress={() => goTo(places.coupons)}
            />
          </View>
          {coupons.map((offer) => (
            <ClaimTicket key={offer.promotionId} offer={offer} />
          ))}
        </View>
      ) : null}
      {others.length > 0 ? (
        <View className="offers__part">
          <View className="offers__head">
            <Text className="offers__title">进行中的活动</Text>
          </View>
          {others.map((offer) => (
            <OfferCard key={offer.promotionId} offer={offer} />
          ))}
        </View>
      ) : null}
    </Page>
  );
}

export default signedIn(OffersPage, head);
