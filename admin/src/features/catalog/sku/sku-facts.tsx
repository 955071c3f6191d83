import type { Answer } from '../../../api';
import { countText } from '../../../ui/format';

/** A SKU as those read it who sell it. */
export function SkuFacts({ sku }: { sku: Answer<'catalog', 'get'> }) {
  const { skuId, spec, brand, category, barcode, baseUnit, units, shelfLifeDays } = sku;
  const facts: readonly (readonly [string, string])[] = [
    ['商品编号', skuId],
    ['规格', spec || '—'],
    ['品牌', brand || '—'],
    ['分类', category],
    ['条码', barcode || '—'],
    [
      '包装',
      units.map(({ unit, factor }) => `1${unit} = ${countText(factor)}${baseUnit}`).join('，') || baseUnit,
    ],
    ['保质期', `${countText(shelfLifeDays)} 天`],
    ['起订量', `${countText(sku.minimumQuantity)}${baseUnit}`],
    ['订货倍数', `${countText(sku.multipleQuantity)}${baseUnit}`],
  ];
  return (
    <dl className="tp-facts">
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
