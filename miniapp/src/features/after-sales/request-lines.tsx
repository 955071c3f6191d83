import { Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { AfterSales } from './queries';
import './after-sales.scss';

type Line = AfterSales['lines'][number];

function outcomeText(line: Line): string {
  const { restocked, nearExpiry, quarantined, destroyed, notReceived, baseUnit } = line;
  return [
    restocked > 0 ? `良品入库 ${restocked}` : '',
    nearExpiry > 0 ? `临期入库 ${nearExpiry}` : '',
    quarantined > 0 ? `待检 ${quarantined}` : '',
    destroyed > 0 ? `销毁 ${destroyed}` : '',
    notReceived > 0 ? `未收到 ${notReceived}` : '',
  ]
    .filter(Boolean)
    .map((text) => `${text}${baseUnit}`)
    .join(' · ');
}

/** What was asked for, what was agreed to, and what became of it. */
export const RequestLines = ({ request }: { request: AfterSales }) => (
  <Card title="申请商品">
    {request.lines.map((line) => {
      const isDecided = request.decidedAt !== null && request.state !== 'refused';
      const outcome = outcomeText(line);
      return (
        <View key={line.lineNo} className="ask-line">
          <View className="ask-line__row">
            <View className="ask-line__goods">
              <Text className="ask-line__name">{line.skuName || '未识别的商品'}</Text>
              {line.isGift ? <Tag tone="deal">赠品</Tag> : null}
            </View>
            <Yuan fen={line.worthFen} />
          </View>
          <Text className="ask-line__hint">
            {[`批次 ${line.lotNo}`, line.expiresOn ? `有效期至 ${line.expiresOn}` : '']
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Text className="ask-line__hint">
            {[
              `申请 ${line.quantity}${line.baseUnit}`,
              isDecided ? `同意 ${line.approved}${line.baseUnit}` : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {outcome ? <Text className="ask-line__outcome">{outcome}</Text> : null}
        </View>
      );
    })}
  </Card>
);
