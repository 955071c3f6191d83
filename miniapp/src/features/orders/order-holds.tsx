import { Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { momentText, untilText } from '@/ui/dates';
import { Findings } from '@/ui/findings';
import { Tag } from '@/ui/tag';
import type { Order } from './queries';
import { holdOwnerWords, holdStatusWords, holdWords } from './words';
import './order-holds.scss';

/** What holds an order: who has to act, until when, and the findings behind it. */
export function OrderHolds({ order }: { order: Order }) {
  if (order.holds.length === 0 && order.findings.length === 0) return null;
  return (
    <Card title={order.state === 'held' ? '为什么待审核' : '核查结果'}>
      {order.holds.map((hold) => (
        <View key={hold.kind} className="order-hold">
          <View>
            <Text className="order-hold__kind">{holdWords[hold.kind]}</Text>
            <Text className="order-hold__owner">{`${holdOwnerWords[hold.owner]}处理`}</Text>
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
