import { type BasisPoints, type Fen, percentOfFen, sum } from '../../platform/money';
import { benefitKind, type Near, nothing } from '../kind';
import { sayMost, sayOff } from './say-off';
import { spreadOff } from './spread-off';
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

interface PercentStep extends Step {
  readonly offBp: BasisPoints;
}

interface ThresholdPercent extends Stepped<PercentStep> {
  readonly maxOffFen?: Fen | null;
  /** Taken off what the goods cost before the thresholds, not off what other thresholds left. */
  readonly isAdditive: boolean;
}

/** 满折: from an amount or a quantity on, a percentage off; the highest tier counts. */
export const thresholdPercent = benefitKind<ThresholdPercent>({
  name: 'thresholdPercent',
  title: '满折',
  lane: 'threshold',
  counts: 'times',
  fields: [
    stepUnitField,
    {
      name: 'tiers',
      title: '档位',
      type: 'rows',
      rows: [...stepFields, { name: 'offBp', title: '减去比例', type: 'bp', min: 1, max: 10_000 }],
    },
    { name: 'maxOffFen', title: '最多减（元）', type: 'fen', min: 1, isOptional: true },
    { name: 'isAdditive', title: '与其他满减满折叠加时按原金额计算', type: 'flag' },
  ],
  example: {
    unit: '箱',
    tiers: [
      { fromQuantity: 10, offBp: 500 },
      { fromQuantity: 30, offBp: 1_000 },
    ],
    maxOffFen: 50_000,
    isAdditive: false,
  },
  hasCliffs: () => true,
  check: (rule) => checkSteps(rule, ({ offBp }) => offBp),
  describe: ({ unit, tiers, maxOffFen }) =>
    tiers.map((step) => `${sayFrom(step, unit)}${sayOff(step.offBp)}`).join('，') + sayMost(maxOffFen),
  apply(rule, { items, limit }) {
    const goods = counted(items, rule.unit);
    const reached = reachedBy(goods, rule.unit);
    const { step, next } = stepsAt(rule.tiers, limit > 0 ? reached : -1);
    const near: Near | null =
      next === null || limit <= 0 || goods.length === 0
        ? null
        : nearStep(rule.unit, reached, fromOf(next), { kind: 'percent', offBp: next.offBp });
    if (step === null) return { ...nothing, near };
    const amounts = goods.map(({ conditionFen, amountFen }) => (rule.isAdditive ? conditionFen : amountFen));
    const offFen = Math.min(percentOfFen(sum(amounts), step.offBp), rule.maxOffFen ?? Infinity);
    return {
      effect: { times: 1, offs: spreadOff(goods, offFen), gifts: [], uses: allOf(goods), freightOffFen: 0 },
      near,
    };
  },
});
