import { type Fen, formatYuan } from '../../platform/money';
import { benefitKind, type Near, nothing } from '../kind';
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

interface OffStep extends Step {
  readonly offFen: Fen;
}

interface ThresholdOff extends Stepped<OffStep> {
  /** 每满: the first tier as often as the goods hold it; else the highest tier once. */
  readonly isPerMultiple: boolean;
}

/** 满减: from an amount or a quantity on, fen off. */
export const thresholdOff = benefitKind<ThresholdOff>({
  name: 'thresholdOff',
  title: '满减',
  lane: 'threshold',
  counts: 'times',
  fields: [
    stepUnitField,
    {
      name: 'tiers',
      title: '档位',
      type: 'rows',
      rows: [...stepFields, { name: 'offFen', title: '减（元）', type: 'fen', min: 1 }],
    },
    { name: 'isPerMultiple', title: '每满减（上不封顶，按第一档）', type: 'flag' },
  ],
  example: {
    tiers: [
      { fromFen: 100_000, offFen: 5_000 },
      { fromFen: 300_000, offFen: 20_000 },
    ],
    isPerMultiple: false,
  },
  hasCliffs: () => true,
  check: (rule) => [
    ...checkSteps(rule, ({ offFen }) => offFen),
    ...(rule.tiers.some(({ fromFen, offFen }) => fromFen != null && offFen > fromFen)
      ? ['promotions.offAboveThreshold']
      : []),
  ],
  describe: ({ unit, tiers, isPerMultiple }) =>
    tiers
      .slice(0, isPerMultiple ? 1 : tiers.length)
      .map((step) => `${isPerMultiple ? '每' : ''}${sayFrom(step, unit)}减${formatYuan(step.offFen)}`)
      .join('，'),
  apply(rule, { items, limit }) {
    const goods = counted(items, rule.unit);
    const reached = reachedBy(goods, rule.unit);
    const { times, offFen, next } = offAt(rule, reached, limit);
    const near: Near | null =
      next === null || times >= limit || goods.length === 0
        ? null
        : nearStep(rule.unit, reached, next.from, { kind: 'off', fen: next.offFen - offFen });
    if (times === 0) return { ...nothing, near };
    return {
      effect: { times, offs: spreadOff(goods, offFen), gifts: [], uses: allOf(goods), freightOffFen: 0 },
      near,
    };
  },
});

/** What comes off, and the next step with what would come off there. */
function offAt({ tiers, isPerMultiple }: ThresholdOff, reached: number, limit: number) {
  const first = tiers[0] as OffStep;
  if (isPerMultiple) {
    const times = Math.min(limit, Math.floor(reached / fromOf(first)));
    const more = times + 1;
    return {
      times,
      offFen: times * first.offFen,
      next: { from: more * fromOf(first), offFen: more * first.offFen },
    };
  }
  const { step, next } = stepsAt(tiers, limit > 0 ? reached : -1);
  return {
    times: step ? 1 : 0,
    offFen: step?.offFen ?? 0,
    next: next && { from: fromOf(next), offFen: next.offFen },
  };
}
