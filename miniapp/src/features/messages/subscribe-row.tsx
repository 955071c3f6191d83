import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { InlineProblem } from '@/ui/states';
import type { MessageKind } from './queries';
import { useSubscribe } from './use-subscribe';
import './messages.scss';

/** Offers to be told in WeChat; there is nothing of it where WeChat tells nobody. */
export function SubscribeRow({ words, kinds }: { words: string; kinds: readonly MessageKind[] }) {
  const subscribe = useSubscribe(kinds);
  if (!subscribe.isOffered) return null;
  return (
    <View className="subscribe" id="subscribe-row">
      <Text className="subscribe__words">
        {subscribe.agreed > 0 ? `已订阅，微信还会通知 ${subscribe.agreed} 次` : words}
      </Text>
      <Button
        id="subscribe"
        label={subscribe.agreed > 0 ? '再订阅一次' : '订阅'}
        size="small"
        pending={subscribe.isPending}
        onPress={() => void subscribe.ask()}
      />
      <InlineProblem error={subscribe.error} />
    </View>
  );
}
