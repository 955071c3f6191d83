import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro';
import { BillCard } from '@/features/credit/bill-card';
import { BillChoice } from '@/features/credit/bill-choice';
import { billsQuery, useBills, useCredit, type Bill } from '@/features/credit/queries';
import { mayPay } from '@/features/payments/may-pay';
import { useOffer } from '@/features/payments/queries';
import { wishParams } from '@/features/payments/wish';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { rereadFirst } from '@/platform/reread-first';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { Menu } from '@/ui/menu';
import { Page } from '@/ui/page';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import { say } from '@/ui/toast';
import { useAddressFilters } from '@/ui/use-address-filters';
import { Yuan } from '@/ui/yuan';
import './index.scss';

const head = { title: '账单' };

/** What an address can carry, and a person can look over. */
const billsMax = 30;

const openFen = ({ amountFen, paidFen }: Bill) => amountFen - paidFen;

function BillsPage({ me }: SignedInProps) {
  // Of one customer alone, where the address names it.
  const { customerId = '' } = useRouter().params;
  const [filters, change] = useAddressFilters({ side: 'buyer', supplier: '' });
  const side = me.buys && customerId === '' && (filters.side === 'buyer' || !me.sells) ? 'buyer' : 'seller';
  const [chosenIds, setChosenIds] = useState<readonly string[]>([]);
  const suppliers = useCredit(me.buys).data?.items ?? [];
  const [first] = suppliers;
  const sellerId = side === 'seller' ? customerId : filters.supplier || (first?.sellerId ?? '');
  const bills = useBills(side, sellerId);
  const offer = useOffer();
  useDidShow(() => {
    if (bills.isStale && !bills.isFetching) void bills.refetch();
  });
  usePullDownRefresh(
    () => void rereadFirst(billsQuery(side, sellerId).queryKey).then(() => Taro.stopPullDownRefresh()),
  );
  useReachBottom(() => {
    if (bills.hasNextPage && !bills.isFetchingNextPage) void bills.fetchNextPage();
  });
  const list = bills.data?.pages.flatMap(({ items }) => items) ?? [];
  const isPayable = side === 'buyer' && sellerId !== '' && mayPay(me) && offer.data?.isOffered === true;
  const chosen = list.filter(({ billId }) => chosenIds.includes(billId));
  const toggle = ({ billId }: Bill) => {
    if (chosenIds.includes(billId)) return setChosenIds(chosenIds.filter((one) => one !== billId));
    if (chosen.length >= billsMax) return say(`一次最多还 ${billsMax} 张账单`);
    setChosenIds([...chosenIds, billId]);
  };
  const pay = () => {
    const billIds = chosen.map(({ billId }) => billId);
    goTo(places.pay(wishParams({ purpose: 'bills', sellerId, billIds })));
  };
  const foot = (
    <>
      <View className="bills__total">
        <Text>{`已选 ${chosen.length} 张 `}</Text>
        <Yuan id="bills-total" fen={chosen.reduce((sum, bill) => sum + openFen(bill), 0)} size="large" />
      </View>
      <Button id="pay-bills" label="在线还款" look="main" disabled={chosen.length === 0} onPress={pay} />
    </>
  );
  return (
    <Page {...head} foot={isPayable && list.length > 0 ? foot : undefined}>
      {me.buys && me.sells && customerId === '' ? (
        <View className="bills__sides">
          <Chips
            name="side"
            chips={[
              { value: 'buyer', label: '我要付的' },
              { value: 'seller', label: '客户欠我的' },
            ]}
            value={side}
            onChange={(value) => change({ side: value })}
          />
        </View>
      ) : null}
      {side === 'buyer' ? (
        <Menu
          entries={[
            {
              id: 'to-statements',
              label: '对账单',
              hint: '供货商发来，核对确认',
              onPress: () => goTo(places.statements('buyer')),
            },
          ]}
        />
      ) : null}
      {side === 'buyer' && suppliers.length > 1 ? (
        <View className="bills__sides">
          <Chips
            name="supplier"
            chips={suppliers.map((one) => ({ value: one.sellerId, label: one.sellerName }))}
            value={sellerId}
            onChange={(value) => {
              change({ supplier: value });
              setChosenIds([]);
            }}
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
      {list.map((bill) =>
        isPayable ? (
          <BillChoice
            key={bill.billId}
            bill={bill}
            isOn={chosenIds.includes(bill.billId)}
            onToggle={() => toggle(bill)}
          />
        ) : (
          <BillCard key={bill.billId} bill={bill} isSeller={side === 'seller'} />
        ),
      )}
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
