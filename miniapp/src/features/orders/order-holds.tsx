import { Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { momentText, untilText } from '@/ui/dates';
import { Findings } from '@/ui/findings';
import { Tag } from '@/ui/tag';
import type { Order } from './queries';
import { holdOwnerWords, holdStatusWords, holdWords, isWaitingForMoney } from './words';
import './order-holds.scss';

/** What holds an order: who has to act, until when, and the findings behind it. */
export function OrderHolds({ order }: { order: Order }) {
  if (order.holds.length === 0 && order.findings.length === 0) return null;
  const title = isWaitingForMoney(order) ? '为什么待付款' : '为什么待审核';
  return (
    <Card title={order.state === 'held' ? title : '核查结果'}>
      {order.holds.map((hold) => (
        <View key={hold.kind} className="order-hold">
          <View>
            <Text className="order-hold__kind">{holdWords[hold.kind]}</Text>
            <Text className="order-hold__owner">
              {hold.kind === 'payment' ? '付款后放行' : `${holdOwnerWords[hold.owner]}处理`}
            </Text>
            <Text className="order-hold__due">
              {hold.status === 'open'
                ? `${momentText(hold.dueAt)} 前 · ${untilText(hold.dueAt, Date.now())}`
                : [hold.clearedBy, hold.clearedAt ? momentText(hold.clearedAt) : '']
                    .filter(Boolean)
                    .join(' · ')}
            </Text>
          </View>
          <Tag tone={holdStatusWords[hold.status].tone}>{holdStatusWords[hold.status].text}</Tag>
        </View>
      ))}
      <Findings findings={order.findings} />
    </Card>
  );
}
