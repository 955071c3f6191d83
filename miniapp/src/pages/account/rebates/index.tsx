import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useChosenSupplier } from '@/features/partners/chosen-supplier';
import { SupplierPicker } from '@/features/partners/supplier-picker';
import { useOffers } from '@/features/promotions/queries';
import { BalanceCard } from '@/features/rebates/balance-card';
import { DisplayCard } from '@/features/rebates/display-card';
import { type DisplayDeal, HandInDisplay } from '@/features/rebates/hand-in-display';
import { useBalances, useDisplays } from '@/features/rebates/queries';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { Loading, Nothing, Problem } from '@/ui/states';
import './index.scss';

const head = { title: '我的返利' };

function RebatesPage({ me }: SignedInProps) {
  const balances = useBalances();
  const displays = useDisplays();
  const { items: suppliers, supplier, choose } = useChosenSupplier(me.userId);
  const offers = useOffers(supplier?.partyId);
  const [handingIn, setHandingIn] = useState<DisplayDeal | null>(null);
  const reload = () => Promise.all([balances.refetch(), displays.refetch()]);
  useDidShow(() => {
    if (balances.isStale && !balances.isFetching) void reload();
  });
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));

  const found = balances.data?.items ?? [];
  const deals = offers.data?.items.filter(({ kind }) => kind === 'displayDeal') ?? [];
  const claims = displays.data?.items ?? [];
  const failed = [balances, displays].find((query) => query.isError && !query.data);
  return (
    <Page {...head}>
      {failed?.error ? <Problem error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {balances.isPending ? <Loading rows={2} /> : null}
      {balances.isSuccess && found.length === 0 ? (
        <Nothing
          title="还没有返利"
          advice="累计满返按签收数量结算，陈列协议核验通过后入账，都会记在这里"
          actionLabel="看优惠活动"
          onAction={() => goTo(places.offers)}
        />
      ) : null}
      {found.map((balance) => (
        <BalanceCard key={balance.accountId} balance={balance} nowMs={balances.dataUpdatedAt} />
      ))}
      {deals.length > 0 || suppliers.length > 1 ? <Text className="rebates__head">陈列协议</Text> : null}
      {suppliers.length > 1 && supplier ? (
        <View className="rebates__suppliers">
          <SupplierPicker suppliers={suppliers} chosenId={supplier.partyId} onChoose={choose} />
        </View>
      ) : null}
      {suppliers.length > 1 && offers.isSuccess && deals.length === 0 ? (
        <Card>
          <Text className="rebates__words">这家供货商现在没有陈列协议</Text>
        </Card>
      ) : null}
      {deals.map((deal) => (
        <Card key={deal.promotionId} title={deal.name}>
          <View className="rebates__deal">
            <Text className="rebates__words">{deal.label}</Text>
            <Button
              id={`display-hand-in-${deal.promotionId}`}
              label="提交照片"
              look="main"
              size="small"
              onPress={() => setHandingIn(deal)}
            />
          </View>
        </Card>
      ))}
      {claims.length > 0 ? <Text className="rebates__head">陈列提交记录</Text> : null}
      {claims.map((claim) => (
        <DisplayCard key={claim.claimId} claim={claim} />
      ))}
      {handingIn ? <HandInDisplay deal={handingIn} onClose={() => setHandingIn(null)} /> : null}
    </Page>
  );
}

export default signedIn(RebatesPage, head);
