import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { unitYuan } from '@/ui/money';
import { Tag } from '@/ui/tag';
import type { Shelf } from './queries';
import { lifeWords, markdownWords } from './words';
import './freshness-card.scss';

export interface FreshnessCardProps {
  shelf: Shelf;
  acceptsAgeing: boolean;
  onAcceptAgeing: (accepts: boolean) => void;
}

/** How fresh the goods would come, and what is ageing at its price, for who says so. */
export function FreshnessCard({ shelf, acceptsAgeing, onAcceptAgeing }: FreshnessCardProps) {
  const { sku, fresh, ageing } = shelf;
  if (!fresh && ageing.length === 0) return null;
  return (
    <Card title="新鲜度">
      {fresh ? (
        <View id="freshness">
          <Fact name="生产日期（最早）">
            <Text>{fresh.producedOn}</Text>
          </Fact>
          <Fact name="有效期至">
            <Text>{`${fresh.expiresOn}（${lifeWords(fresh.remainingBp)}）`}</Text>
          </Fact>
        </View>
      ) : null}
      {ageing.length > 0 ? (
        <View className="ageing" id="ageing">
          <Text className="ageing__title">
            {fresh ? '新鲜货不够时，可以要临期货；不退不换' : '只有临期货，按临期价卖；不退不换'}
          </Text>
          {ageing.map(({ expiresOn, remainingBp, markdownBp, unitPriceE4 }) => (
            <View key={`${expiresOn}-${markdownBp}`} className="ageing__row">
              <Text>{`${expiresOn} 到期 · ${lifeWords(remainingBp)}`}</Text>
              <View className="ageing__price">
                <Text>{`${unitYuan(unitPriceE4)}/${sku.baseUnit}`}</Text>
                {markdownBp > 0 ? <Tag tone="deal">{markdownWords(markdownBp)}</Tag> : null}
              </View>
            </View>
          ))}
          <Button
            id="accept-ageing"
            label={acceptsAgeing ? '不要临期' : '要临期价'}
            size="small"
            onPress={() => onAcceptAgeing(!acceptsAgeing)}
          />
        </View>
      ) : null}
    </Card>
  );
}
