import { Text, View } from '@tarojs/components';
import { Yuan } from '@/ui/yuan';
import { buckets, owedFen } from './buckets';
import type { Ageing } from './queries';
import './ledger.scss';

/** What is owed by age: one bar of as many parts, and under it each part in words where there is anything in it. */
export function AgeingStrip({ ageing, isFull = false }: { ageing: Ageing; isFull?: boolean }) {
  const owed = Math.max(owedFen(ageing), 1);
  const shown = buckets.filter(({ key }) => isFull || ageing[key] > 0);
  return (
    <View className="ageing">
      <View className="ageing__bar">
        {buckets.map(({ key }) => (
          <View
            key={key}
            className={`ageing__part ageing__part--${key}`}
            style={{ width: `${(Math.max(0, ageing[key]) / owed) * 100}%` }}
          />
        ))}
      </View>
      <View className="ageing__legend">
        {shown.map(({ key, name }) => (
          <View key={key} className="ageing__entry">
            <View className={`ageing__dot ageing__part--${key}`} />
            <Text className="ageing__name">{name}</Text>
            <Yuan fen={ageing[key]} tone={key === 'notDueFen' || ageing[key] === 0 ? 'ink' : 'danger'} />
          </View>
        ))}
      </View>
    </View>
  );
}
