import { Text, View } from '@tarojs/components';
import { ApiProblem } from '@/api';
import { Button } from '@/ui/button';
import { yuan } from '@/ui/money';
import { InlineProblem } from '@/ui/states';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { Checkout } from './use-checkout';
import { verdictWords } from './verdict';
import './place-bar.scss';

export interface PlaceBarProps {
  checkout: Pick<
    Checkout,
    'quote' | 'canPlace' | 'isCurrent' | 'isOffline' | 'isPlacing' | 'refusal' | 'place'
  >;
  name?: string;
}

/** The foot of a check-out: what is to pay, what would become of it, and the button. `name` tells two feet apart. */
export function PlaceBar({ checkout, name = '' }: PlaceBarProps) {
  const { quote, canPlace, isCurrent, isPlacing, refusal, place } = checkout;
  const verdict = quote.data ? verdictWords[quote.data.verdict] : undefined;
  const block = quote.data?.findings.find(({ severity }) => severity === 'block');
  return (
    <>
      {refusal ? (
        <View className="place-bar__problem">
          <InlineProblem error={refusal} />
          {refusal instanceof ApiProblem && refusal.status === 0 ? (
            <Text className="place-bar__block">没收到结果；联网后再提交一次，不会重复下单</Text>
          ) : null}
        </View>
      ) : null}
      {block && isCurrent ? <Text className="place-bar__block">{block.remedy || block.message}</Text> : null}
      <View className="place-bar__sum">
        <Text className="place-bar__label">应付</Text>
        {quote.data ? (
          <Yuan id={`${name}payable`} fen={quote.data.payableFen} size="large" />
        ) : (
          <Text>—</Text>
        )}
        {quote.data && quote.data.discountFen > 0 ? (
          <Text className="place-bar__saved">{`已省 ${yuan(quote.data.discountFen)}`}</Text>
        ) : null}
        {verdict && isCurrent ? (
          <View className="place-bar__verdict">
            <Tag tone={verdict.tone}>{verdict.text}</Tag>
          </View>
        ) : null}
      </View>
      <Button
        id={`${name}place-order`}
        label={labelOf(checkout)}
        look="main"
        disabled={!canPlace}
        pending={isPlacing}
        pendingLabel="正在提交…"
        onPress={place}
      />
    </>
  );
}

function labelOf({ quote, isCurrent, isOffline }: PlaceBarProps['checkout']) {
  if (isOffline) return '离线';
  if (quote.isError) return '核价失败';
  if (!isCurrent) return '核价中…';
  return quote.data?.verdict === 'rejected' ? '暂不能提交' : '提交订单';
}
