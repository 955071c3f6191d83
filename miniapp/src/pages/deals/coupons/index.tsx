import { useState } from 'react';
import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { CouponTicket } from '@/features/promotions/coupon-ticket';
import { couponsQuery, useCoupons, type Coupon } from '@/features/promotions/queries';
import { couponWords, drawerCounts, drawers } from '@/features/promotions/words';
import { signedIn } from '@/features/session/signed-in';
import { rereadFirst } from '@/platform/reread-first';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { Page } from '@/ui/page';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import './index.scss';

const head = { title: '我的优惠券' };

function CouponsPage() {
  const coupons = useCoupons(true);
  const [state, setState] = useState<Coupon['state']>('open');
  useDidShow(() => {
    if (coupons.isStale && !coupons.isFetching) void coupons.refetch();
  });
  usePullDownRefresh(() => void rereadFirst(couponsQuery.queryKey).then(() => Taro.stopPullDownRefresh()));
  useReachBottom(() => {
    if (coupons.hasNextPage && !coupons.isFetchingNextPage) void coupons.fetchNextPage();
  });
  const all = coupons.data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = all.filter((coupon) => coupon.state === state);
  const drawer = drawers.find((one) => one.state === state);
  return (
    <Page {...head}>
      <View className="coupons__drawers">
        <Chips
          name="drawer"
          chips={drawerCounts(all, coupons.hasNextPage)}
          value={state}
          onChange={(value) => setState(drawers.find((one) => one.state === value)?.state ?? 'open')}
        />
      </View>
      {coupons.isPending ? <Loading rows={3} /> : null}
      {coupons.isError && all.length === 0 ? (
        <Problem error={coupons.error} onRetry={() => void coupons.refetch()} />
      ) : null}
      {coupons.isSuccess && shown.length === 0 && !coupons.hasNextPage ? (
        <Nothing
          title={drawer?.empty ?? ''}
          advice="供货商发放的优惠券在领券中心领取，下单时自动选最省的"
          actionLabel="去领券"
          onAction={() => goTo(places.offers)}
        />
      ) : null}
      {shown.map((coupon) => (
        <Ticket key={coupon.couponId} coupon={coupon} />
      ))}
      {shown.length > 0 || coupons.hasNextPage ? (
        <ListFoot
          hasMore={coupons.hasNextPage}
          pending={coupons.isFetchingNextPage}
          onMore={() => void coupons.fetchNextPage()}
        />
      ) : null}
    </Page>
  );
}

/** One coupon of mine; a used one leads to its order. */
function Ticket({ coupon }: { coupon: Coupon }) {
  const { couponId, label, name, state, orderId } = coupon;
  const toUse = <Button label="去使用" look="main" size="small" onPress={() => goTo(places.home)} />;
  const toOrder = orderId ? (
    <Button label="看订单" size="small" onPress={() => goTo(places.order(orderId))} />
  ) : null;
  return (
    <CouponTicket
      id={`coupon-${couponId}`}
      label={label}
      name={name}
      time={couponWords(coupon)}
      isOff={state !== 'open'}
      action={state === 'open' ? toUse : toOrder}
    />
  );
}

export default signedIn(CouponsPage, head);
