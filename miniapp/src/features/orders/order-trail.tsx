import { Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { momentText } from '@/ui/dates';
import type { Order } from './queries';
import './order-trail.scss';

/** What happened to an order, newest first. */
export const OrderTrail = ({ trail }: { trail: Order['trail'] }) => {
  const newestFirst = [...trail].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Card title="订单动态">
      {newestFirst.map((step, at) => (
        <View key={`${step.kind}-${step.at}-${at}`} className="trail">
          <View className={at === 0 ? 'trail__dot trail__dot--now' : 'trail__dot'} />
          <View className="trail__words">
            <View className="trail__head">
              <Text className="trail__title">{step.title}</Text>
              <Text className="trail__at">{momentText(step.at)}</Text>
            </View>
            {step.detail || step.actorName ? (
              <Text className="trail__detail">
                {[step.actorName, step.detail].filter(Boolean).join('：')}
              </Text>
            ) : null}
          </View>
        </View>
      ))}
    </Card>
  );
};
