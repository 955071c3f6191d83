import { useState } from 'react';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useIncoming, type Incoming } from '@/features/orders/incoming';
import { IncomingCard } from '@/features/orders/incoming-card';
import { SignShipment } from '@/features/orders/sign-shipment';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { DeskChips } from '@/features/stock/desk-chips';
import { GoodsFilter } from '@/features/stock/goods-filter';
import { InboundCard } from '@/features/stock/inbound-card';
import { mayHandleGoods } from '@/features/stock/may';
import { useInbounds, type Inbound } from '@/features/stock/queries';
import { ReceiveInbound } from '@/features/stock/receive-inbound';
import { keyNamed, inboundStates } from '@/features/stock/words';
import { rereadFirst } from '@/platform/reread-first';
import { goTo, places } from '@/platform/ways';
import { Chips } from '@/ui/chips';
import { Page } from '@/ui/page';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import { useAddressFilters } from '@/ui/use-address-filters';
import './index.scss';

const head = { title: '收货' };
const sources = [
  { value: '', label: '供货商发来' },
  { value: 'expected', label: '预计到货' },
];
const stateChips = [
  { value: '', label: '待到货' },
  { value: 'planned', label: '计划' },
  { value: 'received', label: '已收完' },
  { value: 'cancelled', label: '已取消' },
];

/** What is on its way to my warehouses: what suppliers have sent, and what was noted as expected. */
function ReceivingPage({ me }: SignedInProps) {
  const [filters, choose] = useAddressFilters({ from: '', sku: '', state: '' });
  const isSent = me.buys && filters.from === '';
  const incoming = useIncoming(isSent);
  const inbounds = useInbounds(keyNamed(inboundStates, filters.state) || 'confirmed', !isSent);
  const list = isSent ? incoming : inbounds;
  const [signed, setSigned] = useState<Incoming>();
  const [received, setReceived] = useState<Inbound>();
  usePullDownRefresh(
    () =>
      void Promise.all([rereadFirst(['stock']), rereadFirst(['orders', 'list', 'incoming'])]).then(() =>
        Taro.stopPullDownRefresh(),
      ),
  );
  useReachBottom(() => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  });
  const hasGoods = (skuId: string) => filters.sku === '' || skuId === filters.sku;
  const sent = (incoming.data?.pages.flatMap(({ items }) => items) ?? []).filter(({ shipment }) =>
    shipment.lines.some(({ skuId }) => hasGoods(skuId)),
  );
  const expected = (inbounds.data?.pages.flatMap(({ items }) => items) ?? []).filter(({ skuId }) =>
    hasGoods(skuId),
  );
  const rowCount = isSent ? sent.length : expected.length;
  return (
    <Page {...head} width="desk">
      <DeskChips at={places.receiving} />
      <GoodsFilter skuId={filters.sku} onChoose={(sku) => choose({ sku })} />
      <View className="receiving-filters">
        {me.buys ? (
          <Chips name="from" chips={sources} value={filters.from} onChange={(from) => choose({ from })} />
        ) : null}
        {isSent ? null : (
          <Chips
            name="inbound-state"
            chips={stateChips}
            value={filters.state}
            onChange={(state) => choose({ state })}
          />
        )}
      </View>
      {list.isPending ? <Loading /> : null}
      {list.isError && rowCount === 0 ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.isSuccess && rowCount === 0 && !list.hasNextPage ? (
        <Nothing
          title={filters.sku === '' ? (isSent ? '没有在途的发货' : '没有这样的到货') : '这个商品没有在途'}
          advice={
            isSent ? '供货商发货后会出现在这里，清点后签收入库' : '登记过的预计到货会列在这里，按到货日排列'
          }
        />
      ) : null}
      {isSent
        ? sent.map((one) => (
            <IncomingCard
              key={one.shipment.shipmentId}
              incoming={one}
              onOpen={() => goTo(places.order(one.order.orderId))}
              onSign={() => setSigned(one)}
            />
          ))
        : expected.map((inbound) => (
            <InboundCard
              key={inbound.inboundId}
              inbound={inbound}
              {...(mayHandleGoods(me) && isOpen(inbound) ? { onReceive: () => setReceived(inbound) } : {})}
            />
          ))}
      {rowCount > 0 || list.hasNextPage ? (
        <ListFoot
          hasMore={list.hasNextPage}
          pending={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      ) : null}
      {signed ? (
        <SignShipment
          orderId={signed.order.orderId}
          shipment={signed.shipment}
          onClose={() => setSigned(undefined)}
        />
      ) : null}
      {received ? <ReceiveInbound inbound={received} onClose={() => setReceived(undefined)} /> : null}
    </Page>
  );
}

const isOpen = ({ state }: Inbound) => state === 'planned' || state === 'confirmed';

export default signedIn(ReceivingPage, head);
