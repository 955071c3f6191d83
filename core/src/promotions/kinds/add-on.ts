import { type Fen, lineAmountFen, partOfFen, type PriceE4 } from '../../platform/money';
import { benefitKind, type Item, type Near, nothing, type Off } from '../kind';
import { allOf, counted, fromOf, nearStep, reachedBy, sayFrom, stepFields, stepUnitField } from './steps';
import { sayPrice } from './say-off';

interface Goods {
  readonly skuId: string;
  readonly unitPriceE4: PriceE4;
}

interface AddOn {
  readonly unit?: string | null;
  /** One of the two, by whether there is a unit. */
  readonly fromFen?: Fen | null;
  readonly fromQuantity?: number | null;
  readonly goods: readonly Goods[];
  /** Base units of all these goods together that may be bought so, each time the condition is met. */
  readonly maxQuantity: number;
  readonly isPerMultiple: boolean;
}

/** 加价购/换购: who buys enough may have other goods at a low price. Those goods do not count for the condition. */
export const addOn = benefitKind<AddOn>({
  name: 'addOn',
  title: '加价购',
  lane: 'quantity',
  counts: 'units',
  fields: [
    stepUnitField,
    ...stepFields,
    {
      name: 'goods',
      title: '换购商品（不计入门槛）',
      type: 'rows',
      rows: [
        { name: 'skuId', title: '商品', type: 'sku' },
        { name: 'unitPriceE4', title: '换购价（每最小单位）', type: 'priceE4', min: 0 },
      ],
    },
    { name: 'maxQuantity', title: '每次最多换购（最小单位）', type: 'quantity', min: 1 },
    { name: 'isPerMultiple', title: '每满一次都可换购', type: 'flag' },
  ],
  example: {
    fromFen: 20_000,
    goods: [{ skuId: 'towel', unitPriceE4: 10_000 }],
    maxQuantity: 2,
    isPerMultiple: true,
  },
  hasCliffs: () => true,
  check: ({ unit, fromFen, fromQuantity, goods }) => [
    ...((unit == null) === (fromFen != null) && (unit == null) !== (fromQuantity != null)
      ? []
      : ['promotions.stepNotCounted']),
    ...(new Set(goods.map(({ skuId }) => skuId)).size < goods.length ? ['promotions.goodsTwice'] : []),
  ],
  cartSkuIdsOf: ({ goods }) => goods.map(({ skuId }) => skuId),
  describe: (rule, words) =>
    `${rule.isPerMultiple ? '每' : ''}${sayFrom(rule, rule.unit)}可换购${rule.goods
      .map(({ skuId, unitPriceE4 }) => `「${words.skuName(skuId)}」${sayPrice(unitPriceE4)}`)
      .join('、')}`,
  apply(rule, { items, named, limit }) {
    const isCheap = new Set(rule.goods.map(({ skuId }) => skuId));
    const goods = counted(
      items.filter(({ skuId }) => !isCheap.has(skuId)),
      rule.unit,
    );
    if (goods.length === 0) return nothing;
    const reached = reachedBy(goods, rule.unit);
    const met = Math.floor(reached / fromOf(rule));
    const times = rule.isPerMultiple ? met : Math.min(1, met);
    const offs = cheapest(rule, named, Math.min(limit, times * rule.maxQuantity));
    const near: Near | null =
      limit > 0 && (times === 0 || rule.isPerMultiple)
        ? nearStep(rule.unit, reached, (times + 1) * fromOf(rule), {
            kind: 'addOn',
            ...(rule.goods[0] as Goods),
          })
        : null;
    if (offs.length === 0) return { ...nothing, near };
    return {
      effect: {
        times: offs.reduce((total, { quantity }) => total + quantity, 0),
        offs,
        gifts: [],
        uses: [...allOf(goods), ...offs.map(({ key, quantity }) => ({ key, quantity }))],
        freightOffFen: 0,
      },
      near,
    };
  },
});

/** The units that save most, up to a number of them. */
function cheapest({ goods }: AddOn, named: readonly Item[], limit: number): readonly Off[] {
  const prices = new Map(goods.map(({ skuId, unitPriceE4 }) => [skuId, unitPriceE4]));
  const savings = named
    .map((item) => {
      const unitPriceE4 = prices.get(item.skuId) as PriceE4;
      return { item, unitPriceE4, savingE4: (item.amountFen * 100) / item.quantity - unitPriceE4 };
    })
    .sort((left, right) => right.savingE4 - left.savingE4 || (left.item.key < right.item.key ? -1 : 1));
  let left = limit;
  return savings.flatMap(({ item: { key, amountFen, quantity: all }, unitPriceE4 }): Off[] => {
    const quantity = Math.min(left, all);
    const offFen = partOfFen(amountFen, all, 0, quantity) - lineAmountFen(unitPriceE4, quantity);
    if (quantity === 0 || offFen <= 0) return [];
    left -= quantity;
    return [{ key, quantity, offFen }];
  });
}
