import { gateKind } from '../kind';
import type { PromotionRule } from '../model';

interface FirstOrder {
  /** Nobody of the legal entity has ordered before, or has bought the goods before. */
  readonly asks: 'firstOrder' | 'newItem';
  readonly innerKind: string;
  readonly innerRule: PromotionRule;
}

/** 首单/新品铺货: another promotion, for first orders or for goods new to the buyer's legal entity. */
export const firstOrder = gateKind<FirstOrder>({
  name: 'firstOrder',
  title: '首单/新品铺货',
  lane: 'asInner',
  counts: 'times',
  fields: [
    {
      name: 'asks',
      title: '适用于',
      type: 'choice',
      choices: [
        { value: 'firstOrder', title: '企业首单' },
        { value: 'newItem', title: '企业首次购买的商品' },
      ],
    },
    { name: 'innerKind', title: '优惠类型', type: 'kind' },
    { name: 'innerRule', title: '优惠内容', type: 'rule' },
  ],
  example: {
    asks: 'firstOrder',
    innerKind: 'thresholdOff',
    innerRule: { tiers: [{ fromFen: 10_000, offFen: 1_000 }], isPerMultiple: false },
  },
  hasCliffs: () => false,
  describe: ({ asks }) => (asks === 'firstOrder' ? '首单' : '新品首购'),
  inner: ({ innerKind, innerRule }) => ({ kind: innerKind, rule: innerRule }),
  admit({ asks }, ask) {
    if (asks === 'firstOrder') return ask.isFirstOrder ? ask : null;
    const isNew = ({ skuId }: { readonly skuId: string }) => ask.isNewItem(skuId);
    return { ...ask, items: ask.items.filter(isNew), named: ask.named.filter(isNew) };
  },
});
