import { Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { DealTag } from '@/ui/deal-tag';
import { yuan } from '@/ui/money';
import { Yuan } from '@/ui/yuan';
import type { Order } from './queries';
import './order-deals.scss';

/** The promotions an order had: what each saved, and what its gifts are worth. Nothing for an order without any. */
export const OrderDeals = ({ order }: { order: Order }) =>
  order.promotions.length === 0 ? null : (
    <Card title="优惠明细">
      {order.promotions.map(({ promotionId, kind, name, savedFen, giftFen }) => (
        <View key={promotionId} className="order-deal" id={`order-deal-${promotionId}`}>
          <DealTag kind={kind} label={name} />
          {giftFen > 0 ? <Text className="order-deal__gift">{`赠品价值 ${yuan(giftFen)}`}</Text> : null}
          {savedFen > 0 ? <Yuan fen={-savedFen} tone="deal" /> : null}
        </View>
      ))}
    </Card>
  );
