import { Text, View } from '@tarojs/components';
import { Findings } from '@/ui/findings';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { Quote } from './queries';
import { giftsOf } from './quoted';
import './gift-rows.scss';

/** What promotions give beside the basket: lines that come and go with it, and that nobody counts by hand. */
export const GiftRows = ({ quote, name = '' }: { quote: Quote; name?: string }) =>
  giftsOf(quote).map(({ line, promotion }) => (
    <View key={line.lineNo} className="gift-row" id={`${name}gift-${line.skuId}`}>
      <View className="gift-row__main">
        <Tag tone="deal">赠品</Tag>
        <View className="gift-row__words">
          <Text className="gift-row__name">{line.skuName}</Text>
          <Text className="gift-row__faint">{[line.spec, promotion?.name].filter(Boolean).join(' · ')}</Text>
        </View>
        <Text className="gift-row__count">{line.mixedUnits}</Text>
        <Yuan fen={line.amountFen} />
      </View>
      <Findings findings={quote.findings.filter(({ lineNo }) => lineNo === line.lineNo)} />
    </View>
  ));
