import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Tag } from '@/ui/tag';
import type { Recurring } from './queries';
import { rhythmWords, runWords } from './words';
import './lists.scss';

export interface RecurringRowProps {
  recurring: Recurring;
  supplierName: string;
  isPending: boolean;
  onPause: () => void;
  onEdit: () => void;
  onRuns: () => void;
  onRemove: () => void;
}

/** One order that comes by itself: when, what, from whom, and what became of the last. */
export function RecurringRow({
  recurring,
  supplierName,
  isPending,
  onPause,
  onEdit,
  onRuns,
  onRemove,
}: RecurringRowProps) {
  const { recurringId, templateName, rhythm, nextOn, skipsHolidays, paused, setUpBy, lastRun } = recurring;
  return (
    <View className="recurring" id={`recurring-${recurringId}`}>
      <View className="list-row__title">
        <Text className="list-row__name">{`${rhythmWords(rhythm)} · ${templateName}`}</Text>
        <Tag tone={paused ? 'warn' : 'success'}>{paused ? '已暂停' : '进行中'}</Tag>
      </View>
      <Text className="list-row__faint">
        {[paused ? '' : `下次 ${nextOn}`, supplierName, skipsHolidays ? '节假日跳过' : '', `${setUpBy} 设置`]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {lastRun ? (
        <View className="recurring__last">
          <Tag tone={runWords[lastRun.outcome].tone}>{runWords[lastRun.outcome].text}</Tag>
          <Text className="list-row__faint">{`${lastRun.runOn} ${lastRun.message}`}</Text>
        </View>
      ) : null}
      <View className="recurring__buttons">
        <Button
          id={`recurring-pause-${recurringId}`}
          label={paused ? '恢复' : '暂停'}
          size="small"
          pending={isPending}
          onPress={onPause}
        />
        <Button id={`recurring-edit-${recurringId}`} label="修改" size="small" onPress={onEdit} />
        <Button id={`recurring-runs-${recurringId}`} label="下单记录" size="small" onPress={onRuns} />
        <Button
          id={`recurring-remove-${recurringId}`}
          label="删除"
          look="text"
          size="small"
          onPress={onRemove}
        />
      </View>
    </View>
  );
}
