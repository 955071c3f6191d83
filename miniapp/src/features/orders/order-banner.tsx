import { Text, View } from '@tarojs/components';
import type { Order } from './queries';
import { isWaitingForMoney, stateWords, waitingForMoneyWords } from './words';
import './order-banner.scss';

const placedWords: Record<Order['verdict'], string> = {
  approved: '下单成功，已直接通过',
  held: '订单已提交，等待审核',
  rejected: '订单未通过',
};

/** Where an order stands, in large letters; just after placing it says what the verdict was. */
export function OrderBanner({ order, isJustPlaced }: { order: Order; isJustPlaced: boolean }) {
  const isUnpaid = isWaitingForMoney(order);
  const { text, tone, story } = isUnpaid ? waitingForMoneyWords : stateWords[order.state];
  const placed = isUnpaid ? '订单已提交，请付款' : placedWords[order.verdict];
  return (
    <View className={`order-banner order-banner--${tone}`} id="order-state">
      <Text className="order-banner__state">{isJustPlaced ? placed : text}</Text>
      <Text className="order-banner__story">{story}</Text>
    </View>
  );
}
