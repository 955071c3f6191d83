import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { asLink } from '@/ui/control';
import { unitYuan } from '@/ui/money';
import { Strip } from '@/ui/strip';
import { Tag } from '@/ui/tag';
import { useAgeing } from './queries';
import { markdownWords } from './words';

/** 临期特惠: goods that are ageing, at their price. Nothing where there are none, or nobody said. */
export function AgeingStrip({ supplierId }: { supplierId: string | undefined }) {
  const ageing = useAgeing(supplierId);
  const items = ageing.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Strip id="ageing-strip" title="临期特惠">
      {items.map(({ sku, ageing: goods }) => (
        <View
          key={sku.skuId}
          className="strip__card strip__words"
          id={`ageing-goods-${sku.skuId}`}
          {...asLink(() => goTo(places.goods(sku.skuId, supplierId)))}
        >
          <View>
            <Text className="strip__name">{sku.name}</Text>
            <Text className="strip__faint">{`${goods.expiresOn} 到期`}</Text>
          </View>
          <View className="strip__price">
            <Text>{`${unitYuan(goods.unitPriceE4)}/${sku.baseUnit}`}</Text>
            <Tag tone="deal">{markdownWords(goods.markdownBp)}</Tag>
          </View>
        </View>
      ))}
    </Strip>
  );
}
