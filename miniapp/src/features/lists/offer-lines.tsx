import { Input, Text, View } from '@tarojs/components';
import { Card, Fact } from '@/ui/card';
import { unitYuan } from '@/ui/money';
import { Yuan } from '@/ui/yuan';
import type { Offer } from './queries';
import { missingWords } from './words';
import './lists.scss';

export interface OfferLinesProps {
  title: string;
  offer: Offer;
  /** What is there of each, as somebody types it; given where goods are counted. */
  counted?: {
    readonly of: (skuId: string) => string;
    readonly onCount: (skuId: string, count: string) => void;
  };
}

/** Goods at today's prices, what all of it comes to, and what cannot be ordered today. */
export const OfferLines = ({ title, offer, counted }: OfferLinesProps) => (
  <Card title={title}>
    {offer.lines.map((line) => (
      <View key={line.skuId} className="offer-line" id={`offer-line-${line.skuId}`}>
        <View className="offer-line__words">
          <Text className="offer-line__name">{line.skuName}</Text>
          <Text className="offer-line__faint">
            {[line.spec, `${unitYuan(line.unitPriceE4)} × ${line.quantity}`, changeWords(line)]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </View>
        {counted ? (
          <Input
            id={`counted-${line.skuId}`}
            className="offer-line__count"
            type="number"
            placeholder="现有"
            maxlength={6}
            value={counted.of(line.skuId)}
            nativeProps={{ 'aria-label': `${line.skuName} 现有数` }}
            onInput={(event) => counted.onCount(line.skuId, String(event.detail.value))}
          />
        ) : null}
        <View className="offer-line__sum">
          <Text className="offer-line__mixed">{line.mixedUnits}</Text>
          <Yuan fen={line.amountFen} />
        </View>
      </View>
    ))}
    {offer.missing.map(({ skuId, skuName, reason }) => (
      <View key={skuId} className="offer-line offer-line--missing">
        <Text className="offer-line__name">{skuName}</Text>
        <Text className="offer-line__faint">{missingWords[reason]}</Text>
      </View>
    ))}
    <Fact name="按今日价">
      <Yuan id="offer-amount" fen={offer.amountFen} tone="brand" size="large" />
    </Fact>
  </Card>
);

/** What the price has done since the last order. */
function changeWords({ unitPriceE4, lastUnitPriceE4 }: Offer['lines'][number]) {
  if (lastUnitPriceE4 === null || lastUnitPriceE4 === unitPriceE4) return '';
  return `${unitPriceE4 > lastUnitPriceE4 ? '比上次涨' : '比上次降'}，上次 ${unitYuan(lastUnitPriceE4)}`;
}
