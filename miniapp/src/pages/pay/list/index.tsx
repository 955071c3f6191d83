import { useState } from 'react';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import type { Payment } from '@/features/payments/model';
import { PaymentRow } from '@/features/payments/payment-row';
import { paymentsQuery, usePayments, type Side } from '@/features/payments/queries';
import { purposeWords } from '@/features/payments/words';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { rereadFirst } from '@/platform/reread-first';
import { goTo, places } from '@/platform/ways';
import { Card } from '@/ui/card';
import { Chips } from '@/ui/chips';
import { asLink } from '@/ui/control';
import { Page } from '@/ui/page';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import './index.scss';

const head = { title: '付款记录' };

const titleOf = ({ purpose, sellerName, buyerName }: Payment, side: Side) =>
  `${side === 'seller' ? buyerName : sellerName} · ${purposeWords[purpose]}`;

function PaymentsPage({ me }: SignedInProps) {
  const [side, setSide] = useState<Side>(me.buys ? 'buyer' : 'seller');
  const payments = usePayments(side);
  usePullDownRefresh(
    () => void rereadFirst(paymentsQuery(side).queryKey).then(() => Taro.stopPullDownRefresh()),
  );
  useReachBottom(() => {
    if (payments.hasNextPage && !payments.isFetchingNextPage) void payments.fetchNextPage();
  });
  const list = payments.data?.pages.flatMap(({ items }) => items) ?? [];
  const open = ({ orderId }: Payment) => (orderId === null ? undefined : goTo(places.order(orderId)));
  return (
    <Page {...head}>
      {me.buys && me.sells ? (
        <View className="pay-list__sides">
          <Chips
            name="side"
            chips={[
              { value: 'buyer', label: '我付的' },
              { value: 'seller', label: '客户付的' },
            ]}
            value={side}
            onChange={(value) => setSide(value === 'seller' ? 'seller' : 'buyer')}
          />
        </View>
      ) : null}
      {payments.isPending ? <Loading rows={3} /> : null}
      {payments.isError && list.length === 0 ? (
        <Problem error={payments.error} onRetry={() => void payments.refetch()} />
      ) : null}
      {payments.isSuccess && list.length === 0 ? (
        <Nothing title="还没有付款记录" advice="在线支付的订单、账单和预存都会列在这里" />
      ) : null}
      {list.length > 0 ? (
        <Card>
          {list.map((payment) => (
            <View key={payment.paymentId} className="pay-list__row" {...asLink(() => open(payment))}>
              <PaymentRow payment={payment} title={titleOf(payment, side)} />
            </View>
          ))}
        </Card>
      ) : null}
      {list.length > 0 ? (
        <ListFoot
          hasMore={payments.hasNextPage}
          pending={payments.isFetchingNextPage}
          onMore={() => void payments.fetchNextPage()}
        />
      ) : null}
    </Page>
  );
}

export default signedIn(PaymentsPage, head);
