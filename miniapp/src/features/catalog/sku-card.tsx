import { memo } from 'react';
import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { asLink } from '@/ui/control';
import { DealTags, type Deal } from '@/ui/deal-tag';
import { GoodsImage } from '@/ui/goods-image';
import { unitYuan, yuan } from '@/ui/money';
import { QuantityStepper } from '@/ui/quantity-stepper';
import { Tag, type Tone } from '@/ui/tag';
import { packingProblem, packingRule, stepUp, stepperUnits } from '@/ui/units';
import type { Sku } from './queries';
import './sku-card.scss';

const availabilityWords: Record<Sku['availability'], { text: string; tone: Tone }> = {
  plenty: { text: '充足', tone: 'success' },
  few: { text: '紧张', tone: 'warn' },
  none: { text: '缺货', tone: 'danger' },
};

export interface SkuCardProps {
  sku: Sku;
  supplierId: string | undefined;
  deals: readonly Deal[];
  quantity: number;
  onQuantity: (sku: Sku, quantity: number) => void;
}

/** One SKU in the catalogue: what it is, what it costs, and how much of it is in the cart. */
export const SkuCard = memo(function SkuCard({ sku, supplierId, deals, quantity, onQuantity }: SkuCardProps) {
  const availability = availabilityWords[sku.availability];
  const rule = packingRule(sku);
  const problem = quantity > 0 ? packingProblem(quantity, sku) : null;
  const [largest] = stepperUnits(sku);
  const add = () => onQuantity(sku, stepUp(0, largest?.factor ?? 1, sku));
  return (
    <View className="sku-card" id={`sku-${sku.skuId}`}>
      <View
        className="sku-card__top"
        id={`goods-of-${sku.skuId}`}
        {...asLink(() => goTo(places.goods(sku.skuId, supplierId)))}
      >
        <GoodsImage imageUrl={sku.imageUrl} name={sku.name} category={sku.category} />
        <View className="sku-card__words">
          <Text className="sku-card__name">{sku.name}</Text>
          <View className="sku-card__facts">
            <Text className="sku-card__spec">{[sku.brand, sku.spec].filter(Boolean).join(' · ')}</Text>
            <Tag tone={availability.tone}>{availability.text}</Tag>
          </View>
          {rule ? <Text className="sku-card__rule">{rule}</Text> : null}
          <DealTags deals={deals} />
        </View>
      </View>
      <View className="sku-card__buy">
        <Price sku={sku} packName={largest && largest.factor > 1 ? largest.unit : ''} />
        {sku.unitPriceE4 !== null && quantity === 0 ? (
          <Button
            id={`sku-add-${sku.skuId}`}
            label={`加${largest?.unit ?? sku.baseUnit}`}
            look="main"
            size="small"
            onPress={add}
          />
        ) : null}
      </View>
      {sku.unitPriceE4 !== null && quantity > 0 ? (
        <QuantityStepper
          name={`sku-${sku.skuId}`}
          packing={sku}
          quantity={quantity}
          onChange={(next) => onQuantity(sku, next)}
        />
      ) : null}
      {problem ? <Text className="sku-card__problem">{problem}</Text> : null}
    </View>
  );
});

function Price({ sku, packName }: { sku: Sku; packName: string }) {
  if (sku.unitPriceE4 === null) return <Text className="sku-card__spec">暂无报价，请联系供货商</Text>;
  const hasPack = packName !== '' && sku.casePriceFen !== null;
  return (
    <View className="sku-card__price">
      {hasPack && sku.casePriceFen !== null ? (
        <>
          <Text className="sku-card__main-price">{yuan(sku.casePriceFen)}</Text>
          <Text className="sku-card__unit">{`/${packName}`}</Text>
          <Text className="sku-card__base-price">{`${unitYuan(sku.unitPriceE4)}/${sku.baseUnit}`}</Text>
        </>
      ) : (
        <>
          <Text className="sku-card__main-price">{unitYuan(sku.unitPriceE4)}</Text>
          <Text className="sku-card__unit">{`/${sku.baseUnit}`}</Text>
        </>
      )}
    </View>
  );
}
