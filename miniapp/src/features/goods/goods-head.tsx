import { Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { GoodsImage } from '@/ui/goods-image';
import { unitYuan, yuan } from '@/ui/money';
import { Tag, type Tone } from '@/ui/tag';
import { packingRule } from '@/ui/units';
import type { Shelf } from './queries';
import './goods-head.scss';

const availabilityWords: Record<Shelf['sku']['availability'], { text: string; tone: Tone }> = {
  plenty: { text: '现货充足', tone: 'success' },
  few: { text: '库存紧张', tone: 'warn' },
  none: { text: '暂时缺货', tone: 'danger' },
};

/** What the goods are, what one of their largest unit costs, and whether there are any. */
export function GoodsHead({ shelf: { sku, units } }: { shelf: Shelf }) {
  const largest = units.at(-1);
  const availability = availabilityWords[sku.availability];
  const rule = packingRule(sku);
  return (
    <Card>
      <View className="goods-head">
        <GoodsImage imageUrl={sku.imageUrls[0]} name={sku.name} category={sku.category} size="page" />
        <View className="goods-head__words">
          <Text className="goods-head__name">{sku.name}</Text>
          <Text className="goods-head__faint">{[sku.brand, sku.spec].filter(Boolean).join(' · ')}</Text>
          <View className="goods-head__price">
            {largest ? (
              <>
                <Text className="goods-head__main" id="goods-price">
                  {yuan(largest.priceFen)}
                </Text>
                <Text className="goods-head__faint">{`/${largest.unit}`}</Text>
              </>
            ) : (
              <Text className="goods-head__none">暂无报价，请联系供货商</Text>
            )}
          </View>
          {largest && largest.factor > 1 && sku.unitPriceE4 !== null ? (
            <Text className="goods-head__faint">{`${unitYuan(sku.unitPriceE4)}/${sku.baseUnit}`}</Text>
          ) : null}
          <View className="goods-head__tags">
            <Tag id="availability" tone={availability.tone}>
              {availability.text}
            </Tag>
            {rule ? <Text className="goods-head__faint">{rule}</Text> : null}
          </View>
        </View>
      </View>
    </Card>
  );
}
