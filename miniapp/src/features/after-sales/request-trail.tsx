import { Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { dayAndTime } from '@/ui/dates';
import type { AfterSales } from './queries';
import './after-sales.scss';

/** What happened to a request, newest first. */
export const RequestTrail = ({ steps }: { steps: AfterSales['steps'] }) => (
  <Card title="处理进度">
    {[...steps].reverse().map(({ stepNo, title, actorName, at }) => (
      <View key={stepNo} className="request-step">
        <View
          className={
            stepNo === steps.length ? 'request-step__dot request-step__dot--now' : 'request-step__dot'
          }
        />
        <View className="request-step__words">
          <Text className="request-step__title">{title}</Text>
          <Text className="request-step__hint">{`${dayAndTime(at)} · ${actorName}`}</Text>
        </View>
      </View>
    ))}
  </Card>
);
