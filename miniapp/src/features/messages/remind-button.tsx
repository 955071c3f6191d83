import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { InlineProblem } from '@/ui/states';
import { useRemind, useReminders } from './queries';
import { useSubscribe } from './use-subscribe';

interface RemindButtonProps {
  subject: 'flash' | 'promotion';
  subjectId: string;
}

/** 提醒我: asks to be told before a sale starts, in WeChat where that may be. */
export function RemindButton({ subject, subjectId }: RemindButtonProps) {
  const reminders = useReminders();
  const remind = useRemind();
  const subscribe = useSubscribe(['saleStarting']);
  const isOn = reminders.data?.items.some((one) => one.subject === subject && one.subjectId === subjectId);
  const press = () => {
    // First, and in the tap: WeChat asks at no other moment.
    if (!isOn && subscribe.isOffered) void subscribe.ask();
    remind.mutate({ subject, subjectId, isOn: !isOn });
  };
  return (
    <View>
      <Button
        id={`remind-${subjectId}`}
        label={isOn ? '已设提醒，点此取消' : '提醒我'}
        block
        disabled={reminders.isPending}
        pending={remind.isPending}
        onPress={press}
      />
      <InlineProblem error={remind.error} />
    </View>
  );
}
