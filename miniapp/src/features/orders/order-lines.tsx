import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { asLink } from '@/ui/control';
import { cancelledFenOf, FreightFact } from '@/ui/freight-fact';
import { unitYuan } from '@/ui/money';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { Order } from './queries';
import { savedFen, savingWords } from './savings';
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

export interface OrderLinesProps {
  order: Order;
  /** Leads to the page of goods, where the reader buys them. */
  onOpen?: ((skuId: string) => void) | undefined;
  /** Given where lots wait to be fetched for it. */
  onPick?: (() => void) | undefined;
}

/** The goods of an order, how far each has come, and what it comes to. */
export const OrderLines = ({ order, onOpen, onPick }: OrderLinesProps) => (
  <Card
    title={`商品 ${order.lines.filter(({ giftOf }) => giftOf === null).length} 种`}
    extra={onPick ? <Button id="print-picks" label="打印拣货单" size="small" onPress={onPick} /> : null}
  >
    {order.lines.map((line) => (
      <View
        key={line.lineNo}
        id={`order-line-${line.lineNo}`}
        className={onOpen ? 'order-line order-line--leads' : 'order-line'}
        {...asLink(onOpen ? () => onOpen(line.skuId) : undefined)}
      >
        <View className="order-line__row">
          <View className="order-line__goods">
            {line.giftOf === null ? null : <Tag tone="deal">赠品</Tag>}
            <Text className="order-line__name">{line.skuName}</Text>
          </View>
          <View className="order-line__amount">
            {line.discountFen > 0 ? <Yuan fen={line.amountFen + line.discountFen} tone="struck" /> : null}
            <Yuan fen={line.amountFen} />
          </View>
        </View>
        <View className="order-line__row order-line__row--faint">
          <Text>{line.spec}</Text>
          <Text>
            {line.giftOf === null
              ? `${unitYuan(line.unitPriceE4)} × ${line.quantity}（${line.mixedUnits}）`
              : line.mixedUnits}
          </Text>
        </View>
        {savingWords(order.promotions, line).map((words) => (
          <Text key={words} className="order-line__saving">
            {words}
          </Text>
        ))}
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
      <Fact name="商品金额">
        <Yuan fen={order.goodsFen + savedFen(order.lines)} />
      </Fact>
      {savedFen(order.lines) > 0 ? (
        <Fact name="优惠">
          <Yuan id="order-saved" fen={-savedFen(order.lines)} tone="deal" />
        </Fact>
      ) : null}
      <FreightFact freight={order.freight} id="order-freight" />
      {cancelledFenOf(order) === 0 ? null : (
        <Fact name="缺货取消">
          <Yuan fen={cancelledFenOf(order)} />
        </Fact>
      )}
      <Fact name="应付">
        <Yuan fen={order.payableFen} tone="brand" size="large" />
      </Fact>
    </View>
  </Card>
);
