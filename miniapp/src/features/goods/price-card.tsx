import { Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { Fold } from '@/ui/fold';
import { unitYuan, yuan } from '@/ui/money';
import type { Shelf } from './queries';
import './price-card.scss';

const modeWords = {
  allUnits: '达到后，全部数量按此价',
  slices: '超出部分按此价',
} as const;

/** What each unit costs, what more of it costs, and how the price comes about. Nothing without a price. */
export function PriceCard({ shelf }: { shelf: Shelf }) {
  const { sku, units, breaks, breakMode, priceSteps } = shelf;
  if (units.length === 0) return null;
  return (
    <Card title="价格">
      <View className="prices" id="unit-prices">
        {units.map(({ unit, factor, priceFen }) => (
          <View key={unit} className="prices__row">
            <Text>{factor > 1 ? `每${unit}（${factor}${sku.baseUnit}）` : `每${unit}`}</Text>
            <Text className="prices__price">{yuan(priceFen)}</Text>
          </View>
        ))}
      </View>
      {breaks.length > 0 ? (
        <View className="prices prices--breaks" id="price-breaks">
          <Text className="prices__title">{`阶梯价：${modeWords[breakMode]}`}</Text>
          {breaks.map(({ fromQuantity, mixedUnits, unitPriceE4 }) => (
            <View key={fromQuantity} className="prices__row">
              <Text>{`满 ${mixedUnits}`}</Text>
              <Text className="prices__price">{`${unitYuan(unitPriceE4)}/${sku.baseUnit}`}</Text>
            </View>
          ))}
        </View>
      ) : null}
      {priceSteps.length > 0 ? (
        <Fold id="why-price" title="为什么是这个价">
          {priceSteps.map(({ text }) => (
            <Text key={text} className="prices__step">
              {text}
            </Text>
          ))}
        </Fold>
      ) : null}
    </Card>
  );
}
