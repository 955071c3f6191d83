import { benefitKind, type Gift, type Near, nothing } from '../kind';
import { countOf, firstPacks, packsIn, usesOf } from './packs';

interface OtherGift {
  /** In whole packs of the unit, all SKUs of the scope together. */
  readonly buyQuantity: number;
  readonly unit: string;
  /** In base units of the gift. */
  readonly gifts: readonly Gift[];
  /** 任选赠: how many of the gifts a buyer may choose each time; without it all are given. */
  readonly chooseCount?: number | null;
  /** Once for each whole group; else once an order. */
  readonly isPerMultiple: boolean;
}

/** 他品搭赠: buy X, get something else. */
export const otherGift = benefitKind<OtherGift>({
  name: 'otherGift',
  title: '他品搭赠',
  lane: 'quantity',
  counts: 'times',
  fields: [
    { name: 'buyQuantity', title: '买（数量）', type: 'quantity', min: 1 },
    { name: 'unit', title: '单位', type: 'unit' },
    {
      name: 'gifts',
      title: '赠品',
      type: 'rows',
      rows: [
        { name: 'skuId', title: '赠品', type: 'sku' },
        { name: 'quantity', title: '数量（最小单位）', type: 'quantity', min: 1 },
      ],
    },
    { name: 'chooseCount', title: '任选几种（不填则全赠）', type: 'quantity', min: 1, isOptional: true },
    { name: 'isPerMultiple', title: '每满一组都赠', type: 'flag' },
  ],
  example: {
    buyQuantity: 10,
    unit: '箱',
    gifts: [
      { skuId: 'umbrella', quantity: 1 },
      { skuId: 'cup', quantity: 2 },
    ],
    chooseCount: 1,
    isPerMultiple: true,
  },
  hasCliffs: () => false,
  check: ({ gifts, chooseCount }) => [
    ...(chooseCount != null && chooseCount > gifts.length ? ['promotions.tooManyChoices'] : []),
    ...(new Set(gifts.map(({ skuId }) => skuId)).size < gifts.length ? ['promotions.giftTwice'] : []),
  ],
  giftChoiceOf: ({ gifts, chooseCount }) =>
    chooseCount != null && chooseCount < gifts.length ? { chooseCount, gifts } : null,
  giftSkuIdsOf: ({ gifts }) => gifts.map(({ skuId }) => skuId),
  describe({ buyQuantity, unit, gifts, chooseCount, isPerMultiple }, words) {
    const names = gifts.map(({ skuId, quantity }) => `「${words.skuName(skuId)}」×${quantity}`).join('、');
    const choice =
      chooseCount != null && chooseCount < gifts.length ? `（${gifts.length}选${chooseCount}）` : '';
    return `${isPerMultiple ? '每' : ''}买${buyQuantity}${unit || '件'}赠${names}${choice}`;
  },
  apply(rule, { items, limit, giftChoices }) {
    const packs = packsIn(items, rule.unit);
    const count = countOf(packs);
    const times = Math.min(limit, rule.isPerMultiple ? Infinity : 1, Math.floor(count / rule.buyQuantity));
    const given = chosen(rule, giftChoices);
    const mayMore = times < limit && (rule.isPerMultiple || times === 0) && packs.length > 0;
    const near: Near | null = mayMore
      ? {
          missing: { quantity: (times + 1) * rule.buyQuantity - count, unit: rule.unit },
          skuId: packs.length === 1 ? (packs[0]?.item.skuId ?? null) : null,
          gain: { kind: 'gift', ...(given[0] as Gift) },
        }
      : null;
    if (times === 0) return { ...nothing, near };
    return {
      effect: {
        times,
        offs: [],
        gifts: given.map(({ skuId, quantity }) => ({ skuId, quantity: quantity * times })),
        uses: usesOf(firstPacks(packs, times * rule.buyQuantity)),
        freightOffFen: 0,
      },
      near,
    };
  },
});

/** The gifts a buyer chose of those offered, and where it chose too few, the first ones beside. */
function chosen({ gifts, chooseCount }: OtherGift, choices: readonly string[]): readonly Gift[] {
  if (chooseCount == null) return gifts;
  const wanted = gifts.filter(({ skuId }) => choices.includes(skuId));
  const others = gifts.filter(({ skuId }) => !choices.includes(skuId));
  const taken = new Set([...wanted, ...others].slice(0, chooseCount));
  return gifts.filter((gift) => taken.has(gift));
}
