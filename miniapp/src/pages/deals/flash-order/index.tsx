import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { PlaceBar } from '@/features/cart/place-bar';
import { QuoteSummary } from '@/features/cart/quote-summary';
import { useTokens, type FlashToken } from '@/features/flash/queries';
import { useServerNow } from '@/features/flash/use-server-now';
import { AddressPicker } from '@/features/partners/address-picker';
import { useAddresses } from '@/features/partners/queries';
import { signedIn } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Card, Fact } from '@/ui/card';
import { countdown } from '@/ui/dates';
import { NoteField } from '@/ui/field';
import { unitYuan } from '@/ui/money';
import { Page } from '@/ui/page';
import { Loading, Nothing, Problem } from '@/ui/states';
import { useFlashOrder } from './use-flash-order';
import './index.scss';

const head = { title: '秒杀下单' };

function FlashOrderPage() {
  const { token = '' } = useRouter().params;
  const tokens = useTokens();
  // What was won here stays on the page when it is over: the buyer is to read why nothing can be ordered.
  const [first, setFirst] = useState<FlashToken>();
  const won = tokens.data?.items.find((one) => one.token === decodeURIComponent(token)) ?? first;
  if (won && !first) setFirst(won);
  if (tokens.data && won) return <FlashOrder won={won} aheadMs={tokens.data.aheadMs} />;
  return (
    <Page {...head}>
      {tokens.isPending ? <Loading rows={3} /> : null}
      {tokens.isError && !tokens.data ? (
        <Problem error={tokens.error} onRetry={() => void tokens.refetch()} />
      ) : null}
      {tokens.isSuccess ? (
        <Nothing
          title="抢购资格已失效"
          advice="可能已经下单，或超过了下单时间"
          actionLabel="回到秒杀"
          onAction={() => goTo(places.flash)}
        />
      ) : null}
    </Page>
  );
}

function FlashOrder({ won, aheadMs }: { won: FlashToken; aheadMs: number }) {
  const addresses = useAddresses();
  const [addressId, setAddressId] = useState<string>();
  const known = addresses.data?.items ?? [];
  const address =
    known.find((one) => one.addressId === addressId) ?? known.find(({ isDefault }) => isDefault) ?? known[0];
  const leftMs = Date.parse(won.endsAt) - useServerNow(aheadMs);
  const order = useFlashOrder(won, address?.addressId);
  const { activity, quantity } = won;
  const isOver = leftMs <= 0;
  return (
    <Page
      {...head}
      foot={<PlaceBar checkout={{ ...order, canPlace: order.canPlace && !isOver }} name="flash-" />}
    >
      <View className={isOver ? 'token-time token-time--over' : 'token-time'} id="token-time">
        <Text className="token-time__words">
          {isOver ? '下单时间已到，抢到的商品已放回' : '请在倒计时内下单，过时自动放回'}
        </Text>
        <Text className="token-time__clock">{countdown(leftMs)}</Text>
      </View>
      <Card>
        <AddressPicker name="flash-" addresses={known} chosen={address} onChoose={setAddressId} />
      </Card>
      <Card title={activity.title}>
        <Fact name="商品">{[activity.skuName, activity.spec].filter(Boolean).join(' · ')}</Fact>
        <Fact name="秒杀价">{`${unitYuan(activity.unitPriceE4)}/${activity.baseUnit}`}</Fact>
        <Fact name="数量">{`${quantity}${activity.baseUnit}`}</Fact>
        <Fact name="供货商">{activity.sellerName}</Fact>
      </Card>
      <QuoteSummary checkout={order} name="flash-" />
      {order.paysSoon ? (
        <Card>
          <Text id="pay-soon">下单后请在 15 分钟内付款，过时订单自动取消，商品放回</Text>
        </Card>
      ) : null}
      <Card>
        <NoteField
          id="flash-note"
          label="备注"
          value={order.note}
          placeholder="送货时间、收货要求等，选填"
          onChange={order.setNote}
        />
      </Card>
    </Page>
  );
}

export default signedIn(FlashOrderPage, head);
