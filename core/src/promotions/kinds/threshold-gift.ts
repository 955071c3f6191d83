import { benefitKind, type Near, nothing, type RuleWords } from '../kind';
import {
  allOf,
  checkSteps,
  counted,
  fromOf,
  nearStep,
  reachedBy,
  sayFrom,
  type Step,
  stepFields,
  type Stepped,
  stepsAt,
  stepUnitField,
} from './steps';

interface GiftStep extends Step {
  readonly skuId: string;
  /** In base units of the gift. */
  readonly quantity: number;
}

interface ThresholdGift extends Stepped<GiftStep> {
  /** 每满: the first tier as often as the goods hold it; else the highest tier once. */
  readonly isPerMultiple: boolean;
}

/** 满赠: from an amount or a quantity on, a gift. */
export const thresholdGift = benefitKind<ThresholdGift>({
  name: 'thresholdGift',
  title: '满赠',
  lane: 'threshold',
  counts: 'times',
  fields: [
    stepUnitField,
    {
      name: 'tiers',
      title: '档位',
      type: 'rows',
      rows: [
        ...stepFields,
        { name: 'skuId', title: '赠品', type: 'sku' },
        { name: 'quantity', title: '赠品数量（最小单位）', type: 'quantity', min: 1 },
      ],
    },
    { name: 'isPerMultiple', title: '每满赠（按第一档）', type: 'flag' },
  ],
  example: { tiers: [{ fromFen: 50_000, skuId: 'cup', quantity: 1 }], isPerMultiple: true },
  hasCliffs: () => false,
  check: (rule) => checkSteps(rule, () => null),
  giftSkuIdsOf: ({ tiers }) => tiers.map(({ skuId }) => skuId),
  describe: ({ unit, tiers, isPerMultiple }, words) =>
    tiers
      .slice(0, isPerMultiple ? 1 : tiers.length)
      .map((step) => `${isPerMultiple ? '每' : ''}${sayFrom(step, unit)}赠${sayGift(step, words)}`)
      .join('，'),
  apply({ unit, tiers, isPerMultiple }, { items, limit }) {
    const goods = counted(items, unit);
    const reached = reachedBy(goods, unit);
    const first = tiers[0] as GiftStep;
    const { step, next } = isPerMultiple
      ? { step: first, next: first }
      : stepsAt(tiers, limit > 0 ? reached : -1);
    const times = isPerMultiple ? Math.min(limit, Math.floor(reached / fromOf(first))) : step ? 1 : 0;
    const from = isPerMultiple ? (times + 1) * fromOf(first) : next ? fromOf(next) : 0;
    const near: Near | null =
      next === null || limit <= (isPerMultiple ? times : 0) || goods.length === 0
        ? null
        : nearStep(unit, reached, from, { kind: 'gift', skuId: next.skuId, quantity: next.quantity });
    if (times === 0 || step === null) return { ...nothing, near };
    const gifts = [{ skuId: step.skuId, quantity: step.quantity * times }];
    return { effect: { times, offs: [], gifts, uses: allOf(goods), freightOffFen: 0 }, near };
  },
});

const sayGift = ({ skuId, quantity }: GiftStep, words: RuleWords) =>
  `「${words.skuName(skuId)}」×${quantity}`;
