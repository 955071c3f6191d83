import { Text, View } from '@tarojs/components';
import { Card, Fact } from '@/ui/card';
import { unitYuan } from '@/ui/money';
import { Yuan } from '@/ui/yuan';
import type { Order } from './queries';
import './order-lines.scss';

type Line = Order['lines'][number];

function progressOf({ reserved, shipped, signed, cancelled }: Line) {
  const parts = [
    reserved > 0 ? `待发 ${reserved}` : '',
    shipped > 0 ? `已发 ${shipped}` : '',
    signed > 0 ? `已签 ${signed}` : '',
    cancelled > 0 ? `取消 ${cancelled}` : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The goods of an order, how far each has come, and what it comes to. */
export const OrderLines = ({ order }: { order: Order }) => (
  <Card title={`商品 ${order.lines.length} 种`}>
    {order.lines.map((line) => (
      <View key={line.lineNo} className="order-line">
        <View className="order-line__row">
          <Text className="order-line__name">{line.skuName}</Text>
          <Yuan fen={line.amountFen} />
        </View>
        <View className="order-line__row order-line__row--faint">
          <Text>{line.spec}</Text>
          <Text>{`${unitYuan(line.unitPriceE4)} × ${line.quantity}（${line.mixedUnits}）`}</Text>
        </View>
        {progressOf(line) ? <Text className="order-line__progress">{progressOf(line)}</Text> : null}
        {line.promisedLots.map((lot) => (
          <Text key={`${lot.lotNo}-${lot.expiresOn}-${lot.warehouseName}`} className="order-line__lot">
            {[
              lot.warehouseName,
              lot.lotNo ? `批次 ${lot.lotNo}` : '',
              `有效期至 ${lot.expiresOn}`,
              `预留 ${lot.quantity}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        ))}
      </View>
    ))}
    <View className="order-lines__sum">
      <Fact name="货款">
        <Yuan fen={order.goodsFen} />
      </Fact>
      {order.payableFen === order.goodsFen ? null : (
        <Fact name="优惠">
          <Yuan fen={order.payableFen - order.goodsFen} />
        </Fact>
      )}
      <Fact name="应付">
        <Yuan fen={order.payableFen} tone="brand" size="large" />
      </Fact>
    </View>
  </Card>
);
