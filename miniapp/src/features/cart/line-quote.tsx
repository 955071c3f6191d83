import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { DealTag } from '@/ui/deal-tag';
import { Findings } from '@/ui/findings';
import { Fold } from '@/ui/fold';
import { problemText } from '@/ui/states';
import { toMixedUnits } from '@/ui/units';
import { Yuan } from '@/ui/yuan';
import type { BasketLine } from './basket';
import type { useQuote } from './queries';
import { listFen, quotedLine, readPromotions, savingsOf } from './quoted';
import './line-quote.scss';

export interface LineQuoteProps extends ReturnType<typeof useQuote> {
  line: BasketLine;
  onQuantity: (quantity: number) => void;
}

/** What one line would come to by itself, why, and with one tap what may be ordered instead. */
export function LineQuote({ line, quote, isCurrent, isOffline, onQuantity }: LineQuoteProps) {
  if (isOffline && !quote.data) return <Text className="line-quote__faint">离线，联网后更新价格</Text>;
  if (quote.isError && !quote.data)
    return (
      <View className="line-quote">
        <Text className="line-quote__faint">{problemText(quote.error)}</Text>
        <Button id="line-quote-retry" label="重新核价" size="small" onPress={() => void quote.refetch()} />
      </View>
    );
  const quoted = quote.data && quotedLine(quote.data.lines, line.skuId);
  if (!quote.data || !quoted) return <Text className="line-quote__faint">正在核价…</Text>;
  const { promotions, findings } = quote.data;
  const suggested = quoted.quantity === line.quantity ? quoted.suggestedQuantity : null;
  const ofLine = findings.filter(({ lineNo }) => lineNo === quoted.lineNo);
  const { nextStep } = readPromotions(promotions);
  return (
    <View className="line-quote">
      <View className="line-quote__row">
        <Text>{`小计 ${toMixedUnits(line.quantity, line.packing)}`}</Text>
        <View className="line-quote__sum">
          {quoted.discountFen > 0 ? <Yuan fen={listFen(quoted)} tone="struck" /> : null}
          <Yuan id="line-amount" fen={quote.data.payableFen} tone="brand" size="large" />
        </View>
      </View>
      {isCurrent ? null : <Text className="line-quote__faint">正在更新…</Text>}
      {savingsOf(promotions, quoted.lineNo).map(({ promotionId, kind, label, offFen }) => (
        <View key={promotionId} className="line-quote__row">
          <DealTag kind={kind} label={label} />
          <Yuan fen={-offFen} tone="deal" />
        </View>
      ))}
      {nextStep === null ? null : <Text className="line-quote__next">{nextStep}</Text>}
      <Findings findings={ofLine} />
      {suggested === null ? null : (
        <Button
          id="adopt-quantity"
          label={`改为 ${toMixedUnits(suggested, line.packing)}`}
          size="small"
          onPress={() => onQuantity(suggested)}
        />
      )}
      {quoted.priceSteps.length > 0 ? (
        <Fold id="why-amount" title="金额怎么来的">
          {quoted.priceSteps.map((step) => (
            <Text key={step} className="line-quote__step">
              {step}
            </Text>
          ))}
        </Fold>
      ) : null}
    </View>
  );
}
