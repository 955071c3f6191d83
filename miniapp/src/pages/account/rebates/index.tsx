import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useChosenSupplier } from '@/features/partners/chosen-supplier';
import { SupplierPicker } from '@/features/partners/supplier-picker';
import { BalanceCard } from '@/features/rebates/balance-card';
import { DisplayCard } from '@/features/rebates/display-card';
import { HandInDisplay } from '@/features/rebates/hand-in-display';
import { ProgressCard } from '@/features/rebates/progress-card';
import { type RebateProgress, useBalances, useDisplays, useProgress } from '@/features/rebates/queries';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Page } from '@/ui/page';
import { Loading, Nothing, Problem } from '@/ui/states';
import './index.scss';

const head = { title: '我的返利' };

function RebatesPage({ me }: SignedInProps) {
  const balances = useBalances();
  const displays = useDisplays();
  const { items: suppliers, supplier, choose } = useChosenSupplier(me.userId);
  const progress = useProgress(supplier?.partyId);
  const [handingIn, setHandingIn] = useState<RebateProgress | null>(null);
  const reload = () =>
    Promise.all([balances, displays, ...(supplier ? [progress] : [])].map((query) => query.refetch()));
  useDidShow(() => {
    if (balances.isStale && !balances.isFetching) void reload();
  });
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));

  const found = balances.data?.items ?? [];
  const running = progress.data?.items ?? [];
  const claims = displays.data?.items ?? [];
  const failed = [balances, displays, progress].find((query) => query.isError && !query.data);
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
      {running.length > 0 || suppliers.length > 1 ? (
        <Text className="rebates__head">进行中的返利活动</Text>
      ) : null}
      {suppliers.length > 1 && supplier ? (
        <View className="rebates__suppliers">
          <SupplierPicker suppliers={suppliers} chosenId={supplier.partyId} onChoose={choose} />
        </View>
      ) : null}
      {suppliers.length > 1 && progress.isSuccess && running.length === 0 ? (
        <Text className="rebates__none">这家供货商现在没有返利活动</Text>
      ) : null}
      {running.map((one) => (
        <ProgressCard key={one.promotionId} progress={one} onHandIn={() => setHandingIn(one)} />
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
