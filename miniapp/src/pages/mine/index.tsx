import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { AppearanceChoice } from '@/features/appearance/appearance-choice';
import { useShown } from '@/features/announcements/queries';
import { isUnread } from '@/features/announcements/seen';
import { useSeen } from '@/features/announcements/seen-store';
import { CreditCard } from '@/features/credit/credit-card';
import { useCredit, useDeposits, type CreditAccount } from '@/features/credit/queries';
import { TopUpSheet } from '@/features/credit/top-up-sheet';
import { keepsBooks } from '@/features/ledger/keeps-books';
import { useUnread } from '@/features/messages/queries';
import { mayPay } from '@/features/payments/may-pay';
import { useOffer } from '@/features/payments/queries';
import { wishParams } from '@/features/payments/wish';
import { useLogOut } from '@/features/session/queries';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { canOpenConsole, openConsole } from '@/platform/console';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { Menu, type MenuEntry } from '@/ui/menu';
import { Page } from '@/ui/page';
import { Loading, Problem } from '@/ui/states';
import { kindWords, roleWords } from './words';
import './index.scss';

const head = { title: '我的', isTab: true };

function MinePage({ me }: SignedInProps) {
  const credit = useCredit(me.buys);
  const logOut = useLogOut();
  const isPrepaid = credit.data?.items.some(({ terms }) => terms.kind === 'prepaid') ?? false;
  const deposits = useDeposits(isPrepaid);
  const offer = useOffer();
  const unread = useUnread();
  const announced = useShown(me.buys);
  const { seen } = useSeen(me.userId);
  const unreadCount = announced.data?.items.filter((one) => isUnread(one, seen)).length ?? 0;
  const [toppedUp, setToppedUp] = useState<CreditAccount>();
  const [isLeaving, setLeaving] = useState(false);
  useDidShow(() => {
    if (unread.isStale && !unread.isFetching) void unread.refetch();
    if (me.buys && announced.isStale && !announced.isFetching) void announced.refetch();
    if (me.buys && credit.isStale && !credit.isFetching) void credit.refetch();
    if (isPrepaid && deposits.isStale && !deposits.isFetching) void deposits.refetch();
  });
  usePullDownRefresh(() => void credit.refetch().then(() => Taro.stopPullDownRefresh()));

  const prepaidOf = (account: CreditAccount) => {
    if (account.terms.kind !== 'prepaid') return undefined;
    const found = deposits.data?.items.find(
      ({ sellerId, kind }) => sellerId === account.sellerId && kind === 'prepaid',
    );
    const isPayable = offer.data?.isOffered === true && mayPay(me);
    return {
      balanceFen: found?.balanceFen ?? 0,
      heldFen: found?.heldFen ?? 0,
      ...(isPayable ? { onTopUp: () => setToppedUp(account) } : {}),
    };
  };

  const deskEntries: readonly MenuEntry[] = [
    ...(me.buys && me.sells
      ? [
          {
            id: 'to-quick-order',
            label: '快速订货',
            hint: '按行录入、粘贴表格',
            onPress: () => goTo(places.quickOrder),
          },
        ]
      : []),
    {
      id: 'to-customer-orders',
      label: '客户订单',
      hint: '审核、发货',
      onPress: () => goTo(places.customerOrders),
    },
    { id: 'to-stock', label: '我的库存', hint: '批次与效期', onPress: () => goTo(places.stock) },
    { id: 'to-receiving', label: '收货', hint: '在途与预计到货', onPress: () => goTo(places.receiving) },
    { id: 'to-counts', label: '盘点', hint: '录实盘、差异过账', onPress: () => goTo(places.counts) },
    { id: 'to-transfers', label: '调拨', hint: '自己的仓库之间', onPress: () => goTo(places.transfers) },
    {
      id: 'to-customers',
      label: '我的客户',
      hint: '信用、账期、逾期',
      onPress: () => goTo(places.customers),
    },
    ...(me.sells && keepsBooks(me)
      ? [
          {
            id: 'to-ledger',
            label: '对账与应收',
            hint: '账龄、收款、对账单',
            onPress: () => goTo(places.ledger),
          },
        ]
      : []),
    ...(me.sells && me.party.kind !== 'hq'
      ? [
          {
            id: 'to-region',
            label: '我的区域',
            hint: '授权的地区、产品线、期限',
            onPress: () => goTo(places.region),
          },
        ]
      : []),
    {
      id: 'to-reports',
      label: '我的报表',
      hint: '按天、按商品、按客户',
      onPress: () => goTo(places.reports),
    },
    ...(canOpenConsole()
      ? [
          {
            id: 'to-console',
            label: '管理后台',
            hint: '对账、促销、效期处置',
            onPress: openConsole,
          },
        ]
      : []),
  ];
  const accountEntries: readonly MenuEntry[] = [
    {
      id: 'to-messages',
      label: '消息',
      mark: unreadMark(unread.data),
      hint: '审核、发货、退款、售后',
      onPress: () => goTo(places.messages),
    },
    ...(me.buys
      ? [
          {
            id: 'to-announcements',
            label: '公告',
            mark: unreadCount > 0 ? String(unreadCount) : undefined,
            hint: '总部和供货商的通知',
            onPress: () => goTo(places.announcements),
          },
          {
            id: 'to-lists',
            label: '常用单',
            hint: '一键再订、定期订货',
            onPress: () => goTo(places.lists),
          },
          {
            id: 'to-coupons',
            label: '我的优惠券',
            hint: '可使用、已使用、已过期',
            onPress: () => goTo(places.coupons),
          },
          {
            id: 'to-rebates',
            label: '我的返利',
            hint: '余额、到期、陈列',
            onPress: () => goTo(places.rebates),
          },
          {
            id: 'to-offers',
            label: '优惠活动',
            hint: '领券、满减、买赠',
            onPress: () => goTo(places.offers),
          },
          { id: 'to-flash-hall', label: '限时秒杀', onPress: () => goTo(places.flash) },
        ]
      : []),
    ...(me.buys
      ? [
          {
            id: 'to-after-sales',
            label: '退换与售后',
            hint: '退货、换货、索赔的进度',
            onPress: () => goTo(places.afterSales),
          },
        ]
      : []),
    {
      id: 'to-bills',
      label: me.buys ? '待付账单' : '客户账单',
      hint: '未结清的账单',
      onPress: () => goTo(places.bills),
    },
    ...(me.buys
      ? [
          {
            id: 'to-statements',
            label: '对账单',
            hint: '供货商发来，核对确认',
            onPress: () => goTo(places.statements('buyer')),
          },
        ]
      : []),
    {
      id: 'to-payments',
      label: me.buys ? '付款记录' : '收款记录',
      hint: '在线支付与退款',
      onPress: () => goTo(places.payments),
    },
    {
      id: 'to-sessions',
      label: '登录设备',
      hint: '查看与下线',
      onPress: () => goTo(places.sessions),
    },
    {
      id: 'to-wechat',
      label: '微信绑定',
      hint: me.roles.includes('owner') ? '绑定、解除、换绑审批' : '绑定与解除',
      onPress: () => goTo(places.wechat),
    },
    {
      id: 'to-phone',
      label: '登录手机',
      hint: '验证与更换',
      onPress: () => goTo(places.phone),
    },
    { id: 'to-password', label: '修改密码', onPress: () => goTo(places.password) },
  ];
  return (
    <Page {...head} width="desk">
      <View className="mine__who">
        <View className="mine__face">
          <Text>{me.name.slice(0, 1)}</Text>
        </View>
        <View className="mine__words">
          <Text className="mine__party">{me.party.name}</Text>
          <Text className="mine__name">
            {[me.name, kindWords[me.party.kind], me.roles.map((role) => roleWords[role]).join('、')]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </View>
      </View>
      <View className="mine">
        <View className="mine__main">
          {me.buys && credit.isPending ? <Loading rows={1} /> : null}
          {credit.isError ? <Problem error={credit.error} onRetry={() => void credit.refetch()} /> : null}
          {credit.data?.items.map((account) => (
            <CreditCard key={account.sellerId} account={account} prepaid={prepaidOf(account)} />
          ))}
        </View>
        <View className="mine__side">
          {me.sells || me.party.kind === 'hq' ? <Menu entries={deskEntries} /> : null}
          <Menu entries={accountEntries} />
          <AppearanceChoice />
          <Button id="log-out" label="退出登录" block onPress={() => setLeaving(true)} />
        </View>
      </View>
      {toppedUp ? (
        <TopUpSheet
          account={toppedUp}
          onClose={() => setToppedUp(undefined)}
          onPay={(amountFen) => {
            setToppedUp(undefined);
            goTo(places.pay(wishParams({ purpose: 'topUp', sellerId: toppedUp.sellerId, amountFen })));
          }}
        />
      ) : null}
      <Confirm
        title="退出登录"
        open={isLeaving}
        text="购物车会留在这台设备上，下次登录还在。"
        confirmLabel="退出"
        pending={logOut.isPending}
        onConfirm={() => logOut.mutate()}
        onClose={() => setLeaving(false)}
      />
    </Page>
  );
}

/** How many messages wait; nothing when none does. */
const unreadMark = (unread: { readonly count: number; readonly isMore: boolean } | undefined) =>
  unread && unread.count > 0 ? `${unread.count}${unread.isMore ? '+' : ''}` : undefined;

export default signedIn(MinePage, head);
