import { Text, View } from '@tarojs/components';
import type { Order } from './queries';
import { stateWords } from './words';
import './order-banner.scss';

const placedWords: Record<Order['verdict'], string> = {
  approved: '下单成功，已直接通过',
  held: '订单已提交，等待审核',
  rejected: '订单未通过',
};

/** Where an order stands, in large letters; just after placing it says what the verdict was. */
export function OrderBanner({ order, isJustPlaced }: { order: Order; isJustPlaced: boolean }) {
  const { text, tone, story } = stateWords[order.state];
  return (
    <View className={`order-banner order-banner--${tone}`} id="order-state">
      <Text className="order-banner__state">{isJustPlaced ? placedWords[order.verdict] : text}</Text>
      <Text className="order-banner__story">{story}</Text>
    </View>
  );
}
