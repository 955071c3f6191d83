import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Findings } from '@/ui/findings';
import { cancelledFenOf, FreightFact } from '@/ui/freight-fact';
import { Problem } from '@/ui/states';
import { StepsCard } from '@/ui/steps-card';
import { Yuan } from '@/ui/yuan';
import { listFen } from './quoted';
import type { Checkout } from './use-checkout';
import { verdictWords } from './verdict';
import './quote-summary.scss';

const verdictAdvice = {
  approved: '库存、额度、区域都已核过，提交后立即生效',
  held: '提交后由供货商审核，下面是原因和办法',
  rejected: '请先处理下面的问题，再提交订单',
} as const;

export interface QuoteSummaryProps {
  checkout: Pick<Checkout, 'quote' | 'isCurrent' | 'isOffline' | 'isPriceChanged'> &
    Partial<Pick<Checkout, 'setPickup'>>;
  name?: string;
}

/** What a basket comes to and what would become of it, as of now. `name` tells two of these apart. */
export function QuoteSummary({ checkout, name = '' }: QuoteSummaryProps) {
  const { quote, isCurrent, isOffline, isPriceChanged } = checkout;
  if (isOffline && !quote.data)
    return (
      <Card title="核价">
        <Offline onRetry={() => void quote.refetch()} />
      </Card>
    );
  if (quote.isError && !quote.data)
    return (
      <Card title="核价">
        <Problem error={quote.error} onRetry={() => void quote.refetch()} />
      </Card>
    );
  if (!quote.data) return <Card title="核价">正在核价…</Card>;
  const { verdict, goodsFen, discountFen, freight, payableFen, creditAvailableFen, findings } = quote.data;
  const words = verdictWords[verdict];
  const cancelledFen = cancelledFenOf(quote.data);
  const isOverCredit = creditAvailableFen !== null && creditAvailableFen < payableFen;
  return (
    <>
      <StepsCard steps={quote.data.steps} isQuote />
      <Card>
        {isOffline ? <Offline onRetry={() => void quote.refetch()} /> : null}
        <View className={`quote-verdict quote-verdict--${words.tone}`} id="quote-verdict">
          <Text className="quote-verdict__word">{words.text}</Text>
          <Text className="quote-verdict__advice">
            {isCurrent ? verdictAdvice[verdict] : '正在重新核价…'}
          </Text>
        </View>
        {isPriceChanged ? (
          <View className="inline-problem">
            <Text>价格刚刚有变动，应付金额已更新，请核对后再提交</Text>
          </View>
        ) : null}
        <Findings findings={findings.filter(({ lineNo }) => lineNo === null)} />
        <View className="quote-facts">
          <Fact name="商品金额">
            <Yuan fen={listFen({ amountFen: goodsFen, discountFen })} />
          </Fact>
          {discountFen > 0 ? (
            <Fact name="优惠">
              <Yuan id={`${name}saved`} fen={-discountFen} tone="deal" />
            </Fact>
          ) : null}
          <FreightFact freight={freight} id={`${name}freight`} onPickup={checkout.setPickup} />
          {cancelledFen === 0 ? null : (
            <Fact name="缺货取消">
              <Yuan fen={cancelledFen} />
            </Fact>
          )}
          <Fact name="应付">
            <Yuan fen={payableFen} tone="brand" />
          </Fact>
          {creditAvailableFen === null ? null : (
            <Fact name="可用额度">
              <Yuan fen={creditAvailableFen} tone={isOverCredit ? 'danger' : 'ink'} />
            </Fact>
          )}
        </View>
      </Card>
    </>
  );
}

/** Prices are the server's: without a network the cart is kept, and waits. */
const Offline = ({ onRetry }: { onRetry: () => void }) => (
  <View className="quote-offline" id="quote-offline">
    <Text className="quote-offline__words">离线，联网后更新价格；购物车已保存在本机</Text>
    <Button id="quote-retry" label="再试" size="small" onPress={onRetry} />
  </View>
);
