import { Text, View } from '@tarojs/components';
import type { Standing } from './standing-of';
import './payment-outcome.scss';

interface Words {
  readonly title: string;
  readonly story: string;
  readonly tone: 'success' | 'warn' | 'danger' | 'quiet';
}

const words: Record<Standing, Words> = {
  waiting: {
    title: '正在确认支付结果',
    story: '付款成功后这里会自动更新；还没有付款的，可以继续支付',
    tone: 'warn',
  },
  paid: { title: '支付成功', story: '款项已收到', tone: 'success' },
  closed: { title: '支付已关闭', story: '这笔付款已超时或已关闭，没有扣款，可重新支付', tone: 'quiet' },
  late: {
    title: '支付已超时',
    story: '这笔付款超过了支付时限；已扣款的会自动退回，可重新支付',
    tone: 'quiet',
  },
  mismatched: {
    title: '金额不符',
    story: '收到的金额与应付金额不一致，供货商会核对处理，请联系供货商',
    tone: 'danger',
  },
  cancelled: { title: '未完成支付', story: '您取消了支付，可重新支付', tone: 'quiet' },
  failed: { title: '支付没有成功', story: '微信没有完成这次支付，可重新支付', tone: 'danger' },
};

/** How a payment has ended, or that it has not yet. */
export function PaymentOutcome({ standing, isFollowed }: { standing: Standing; isFollowed: boolean }) {
  const { title, story, tone } = words[standing];
  const isGivenUp = standing === 'waiting' && !isFollowed;
  return (
    <View className={`payment-outcome payment-outcome--${tone}`} id="payment-outcome">
      <Text className="payment-outcome__title">{isGivenUp ? '还没有收到支付结果' : title}</Text>
      <Text className="payment-outcome__story">
        {isGivenUp ? '可稍后再来查看；已付款的无需重复支付，到账后会自动更新' : story}
      </Text>
    </View>
  );
}
