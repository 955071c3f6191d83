import { useState } from 'react';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { BillCard } from '@/features/credit/bill-card';
import { useBills } from '@/features/credit/queries';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { Chips } from '@/ui/chips';
import { Page } from '@/ui/page';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import './index.scss';

const head = { title: '账单' };

function BillsPage({ me }: SignedInProps) {
  const [side, setSide] = useState<'buyer' | 'seller'>(me.buys ? 'buyer' : 'seller');
  const bills = useBills(side);
  usePullDownRefresh(() => void bills.refetch().then(() => Taro.stopPullDownRefresh()));
  useReachBottom(() => {
    if (bills.hasNextPage && !bills.isFetchingNextPage) void bills.fetchNextPage();
  });
  const list = bills.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page {...head}>
      {me.buys && me.sells ? (
        <View className="bills__sides">
          <Chips
            name="side"
            chips={[
              { value: 'buyer', label: '我要付的' },
              { value: 'seller', label: '客户欠我的' },
            ]}
            value={side}
            onChange={(value) => setSide(value === 'seller' ? 'seller' : 'buyer')}
          />
        </View>
      ) : null}
      {bills.isPending ? <Loading rows={3} /> : null}
      {bills.isError && list.length === 0 ? (
        <Problem error={bills.error} onRetry={() => void bills.refetch()} />
      ) : null}
      {bills.isSuccess && list.length === 0 ? (
        <Nothing title="没有未结清的账单" advice="签收后生成的账单会列在这里，最早到期的排在最前" />
      ) : null}
      {list.map((bill) => (
        <BillCard key={bill.billId} bill={bill} isSeller={side === 'seller'} />
      ))}
      {list.length > 0 ? (
        <ListFoot
          hasMore={bills.hasNextPage}
          pending={bills.isFetchingNextPage}
          onMore={() => void bills.fetchNextPage()}
        />
      ) : null}
    </Page>
  );
}

export default signedIn(BillsPage, head);
