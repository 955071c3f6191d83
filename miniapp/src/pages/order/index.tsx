import { useState } from 'react';
import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { ApproveOrder } from '@/features/orders/approve-order';
import { CancelOrder } from '@/features/orders/cancel-order';
import { OrderBanner } from '@/features/orders/order-banner';
import { OrderDeals } from '@/features/orders/order-deals';
import { OrderFacts } from '@/features/orders/order-facts';
import { OrderHolds } from '@/features/orders/order-holds';
import { OrderLines } from '@/features/orders/order-lines';
import { OrderRisk } from '@/features/orders/order-risk';
import { OrderTrail } from '@/features/orders/order-trail';
import { useOrder, type Order } from '@/features/orders/queries';
import { RejectOrder } from '@/features/orders/reject-order';
import { ShipOrder } from '@/features/orders/ship-order';
import { Shipments } from '@/features/orders/shipments';
import { SignShipment } from '@/features/orders/sign-shipment';
import { SubscribeRow } from '@/features/messages/subscribe-row';
import { SaveList } from '@/features/lists/save-list';
import { mayPay } from '@/features/payments/may-pay';
import { OrderPayments } from '@/features/payments/order-payments';
import { useOffer, useOrderPayments } from '@/features/payments/queries';
import { wishParams } from '@/features/payments/wish';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { canPrint } from '@/platform/print';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { Loading, Problem } from '@/ui/states';
import { payWord } from '@/ui/pay-steps';
import { StepsCard } from '@/ui/steps-card';
import { useReorder } from './use-reorder';
import './index.scss';

const head = { title: '订单详情' };

type Doing = { readonly what: 'cancel' | 'approve' | 'reject' | 'ship' | 'save' } | { readonly sign: string };

function OrderPage({ me }: SignedInProps) {
  const { orderId = '', placed, sign } = useRouter().params;
  const order = useOrder(orderId);
  const money = useOrderPayments(orderId);
  const offer = useOffer();
  const [doing, setDoing] = useState<Doing | undefined>(sign ? { sign } : undefined);
  useDidShow(() => {
    if (order.isStale && !order.isFetching) void order.refetch();
    if (money.isStale && !money.isFetching) void money.refetch();
  });
  usePullDownRefresh(
    () => void Promise.all([order.refetch(), money.refetch()]).then(() => Taro.stopPullDownRefresh()),
  );

  if (order.isPending)
    return (
      <Page {...head}>
        <Loading />
      </Page>
    );
  if (!order.data)
    return (
      <Page {...head}>
        <Problem error={order.error} onRetry={() => void order.refetch()} />
      </Page>
    );
  const { data } = order;
  const isMine = data.buyerId === me.party.partyId;
  const close = () => setDoing(undefined);
  const opened = doing && 'what' in doing ? doing.what : undefined;
  const signing =
    doing && 'sign' in doing && data.actions.includes('sign')
      ? data.shipments.find(({ shipmentId, signedAt }) => shipmentId === doing.sign && signedAt === null)
      : undefined;
  const isPayable =
    isMine && mayPay(me) && offer.data?.isOffered === true && (money.data?.payableNowFen ?? 0) > 0;
  const foot = (
    <OrderFoot order={data} userId={me.userId} isMine={isMine} isPayable={isPayable} onDo={setDoing} />
  );
  return (
    <Page {...head} width="desk" foot={isMine || data.actions.length > 0 ? foot : undefined}>
      <OrderBanner order={data} isJustPlaced={placed === '1' && data.trail.length <= 2} />
      <View className="order">
        <View className="order__main">
          {isMine && willChange(data) ? (
            <SubscribeRow
              words="审核、发货时微信通知我"
              kinds={['orderApproved', 'orderShipped', 'refunded']}
            />
          ) : null}
          <StepsCard steps={data.steps} />
          {money.data ? <OrderPayments money={money.data} payBy={payBy(data)} /> : null}
          <OrderHolds order={data} />
          <Shipments
            order={data}
            onSign={({ shipmentId }) => setDoing({ sign: shipmentId })}
            onPrint={
              canPrint ? ({ shipmentId }) => goTo(places.deliveryNote(orderId, shipmentId)) : undefined
            }
          />
          <OrderLines
            order={data}
            onPick={canPrint && !isMine && hasPicks(data) ? () => goTo(places.pickList(orderId)) : undefined}
            onOpen={isMine ? (skuId) => goTo(places.goods(skuId, data.sellerId)) : undefined}
          />
          <OrderDeals order={data} />
        </View>
        <View className="order__side">
          <OrderRisk risk={data.risk} />
          <OrderFacts order={data} />
          <OrderTrail trail={data.trail} />
        </View>
      </View>
      <CancelOrder orderId={orderId} open={opened === 'cancel'} onClose={close} />
      <RejectOrder orderId={orderId} open={opened === 'reject'} onClose={close} />
      <ApproveOrder order={data} open={opened === 'approve'} onClose={close} />
      <ShipOrder order={data} open={opened === 'ship'} onClose={close} />
      <SaveList open={opened === 'save'} lines={wantedLines(data)} onClose={close} />
      {signing ? (
        <SignShipment key={signing.shipmentId} orderId={orderId} shipment={signing} onClose={close} />
      ) : null}
    </Page>
  );
}

/** Until when an order waits for its money; null when it waits for none. */
const payBy = ({ holds }: Order) =>
  holds.find(({ kind, status }) => kind === 'payment' && status === 'open')?.dueAt ?? null;

/** What was asked for, once each: gifts and what others stand in for come by themselves. */
function wantedLines({ lines }: Order) {
  const wanted = new Map<string, number>();
  for (const { skuId, quantity, giftOf, substituteFor } of lines)
    if (giftOf === null && substituteFor === null) wanted.set(skuId, (wanted.get(skuId) ?? 0) + quantity);
  return Array.from(wanted, ([skuId, quantity]) => ({ skuId, quantity }));
}

/** Whether lots are promised that somebody may go and fetch. */
const hasPicks = ({ lines }: Order) => lines.some(({ promisedLots }) => promisedLots.length > 0);

/** Whether there is still something to hear of an order. */
const willChange = ({ state }: Order) => state === 'held' || state === 'approved' || state === 'picking';

interface OrderFootProps {
  order: Order;
  userId: string;
  isMine: boolean;
  isPayable: boolean;
  onDo: (doing: Doing) => void;
}

/** Exactly the buttons the server allows, and ordering the same again for the buyer. */
function OrderFoot({ order, userId, isMine, isPayable, onDo }: OrderFootProps) {
  const reorder = useReorder(userId);
  const may = (action: Order['actions'][number]) => order.actions.includes(action);
  const unsigned = order.shipments.find(({ signedAt }) => signedAt === null);
  return (
    <View className="order__buttons">
      {isMine ? (
        <Button
          id="reorder"
          label="再来一单"
          pending={reorder.isPending}
          onPress={() => reorder.mutate(order)}
        />
      ) : null}
      {isMine ? <Button id="save-list" label="存为常用单" onPress={() => onDo({ what: 'save' })} /> : null}
      {isMine && order.lines.some(({ signed }) => signed > 0) ? (
        <Button
          id="ask-after-sales"
          label="申请售后"
          onPress={() => goTo(places.afterSalesAsk(order.orderId))}
        />
      ) : null}
      {may('cancel') ? (
        <Button id="cancel-order" label="取消订单" onPress={() => onDo({ what: 'cancel' })} />
      ) : null}
      {may('reject') ? (
        <Button id="reject-order" label="驳回" look="danger" onPress={() => onDo({ what: 'reject' })} />
      ) : null}
      {may('approve') ? (
        <Button id="approve-order" label="审核通过" look="main" onPress={() => onDo({ what: 'approve' })} />
      ) : null}
      {may('ship') ? (
        <Button id="ship-order" label="发货" look="main" onPress={() => onDo({ what: 'ship' })} />
      ) : null}
      {may('sign') && unsigned ? (
        <Button
          id="sign-shipment"
          label="签收"
          look="main"
          onPress={() => onDo({ sign: unsigned.shipmentId })}
        />
      ) : null}
      {isPayable ? (
        <Button
          id="pay-order"
          label={payWord(order.steps) ?? '去支付'}
          look="main"
          onPress={() => goTo(places.pay(wishParams({ purpose: 'order', orderId: order.orderId })))}
        />
      ) : null}
    </View>
  );
}

export default signedIn(OrderPage, head);
