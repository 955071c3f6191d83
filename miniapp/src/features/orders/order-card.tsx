import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { asLink } from '@/ui/control';
import { momentText } from '@/ui/dates';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { OrderSummary } from './queries';
import { holdOwnerWords, holdWords, stateWords } from './words';
import './order-card.scss';

export interface OrderCardProps {
  order: OrderSummary;
  /** Whose name matters: a buyer reads the seller's, a seller the buyer's. */
  partner: 'seller' | 'buyer';
}

/** One order in a list: where it stands, and what holds it. */
export function OrderCard({ order, partner }: OrderCardProps) {
  const state = stateWords[order.state];
  const [hold] = order.openHolds;
  const finding = order.findings.find(({ severity }) => severity !== 'notice');
  const isHeld = order.state === 'held' || order.state === 'rejected';
  return (
    <View
      className="order-card"
      id={`order-${order.orderId}`}
      {...asLink(() => goTo(places.order(order.orderId)))}
    >
      <View className="order-card__row">
        <Text className="order-card__partner">
          {partner === 'seller' ? order.sellerName : order.buyerName}
        </Text>
        <Tag tone={state.tone}>{state.text}</Tag>
      </View>
      <View className="order-card__row">
        <Text className="order-card__goods">
          {order.lineCount > 1 ? `${order.firstSkuName} 等 ${order.lineCount} 种` : order.firstSkuName}
        </Text>
        <Yuan fen={order.payableFen} />
      </View>
      <View className="order-card__row order-card__row--faint">
        <Text>{order.number}</Text>
        <Text>{momentText(order.placedAt)}</Text>
      </View>
      {isHeld && (hold || finding) ? (
        <View className="order-card__why">
          <Text>
            {[
              hold ? `${holdWords[hold.kind]} · ${holdOwnerWords[hold.owner]}处理` : '',
              finding?.message ?? '',
            ]
              .filter(Boolean)
              .join('：')}
          </Text>
        </View>
      ) : null}
    </View>
  );
}
