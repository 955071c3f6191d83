import {
  type BasisPoints,
  type Fen,
  formatYuan,
  lineAmountFen,
  partOfFen,
  percentOfFen,
  type PriceE4,
} from '../../platform/money';
import { type Earned, laterKind, type Near } from '../kind';
import {
  checkSteps,
  fromOf,
  missing,
  sayFrom,
  type Step,
  stepFields,
  type Stepped,
  stepUnitField,
} from './steps';
import { sayPrice } from './say-off';

interface RebateStep extends Step {
  /** The one that the rule's `pays` names. */
  readonly rebateBp?: BasisPoints | null;
  readonly rebateE4?: PriceE4 | null;
  readonly rebateFen?: Fen | null;
}

interface Cumulative extends Stepped<RebateStep> {
  readonly pays: 'percent' | 'perUnit' | 'lump';
  /** `whole` 全额: the tier reached pays for all; `slices`: each tier for what lies beyond its threshold. */
  readonly mode: 'whole' | 'slices';
}

/** 累计满返: what was signed in the window, net of returns, earns a rebate. */
export const cumulative = laterKind<Cumulative>({
  name: 'cumulative',
  title: '累计满返',
  lane: 'later',
  counts: 'times',
  fields: [
    stepUnitField,
    {
      name: 'pays',
      title: '返利方式',
      type: 'choice',
      choices: [
        { value: 'percent', title: '按金额比例' },
        { value: 'perUnit', title: '按数量' },
        { value: 'lump', title: '固定金额' },
      ],
    },
    {
      name: 'mode',
      title: '计算方式',
      type: 'choice',
      choices: [
        { value: 'whole', title: '达档全额' },
        { value: 'slices', title: '超额分段' },
      ],
    },
    {
      name: 'tiers',
      title: '档位',
      type: 'rows',
      rows: [
        ...stepFields,
        {
          name: 'rebateBp',
          title: '返利比例',
          type: 'bp',
          min: 1,
          max: 10_000,
          onlyIf: { name: 'pays', is: ['percent'] },
        },
        {
          name: 'rebateE4',
          title: '每最小单位返',
          type: 'priceE4',
          min: 1,
          onlyIf: { name: 'pays', is: ['perUnit'] },
        },
        {
          name: 'rebateFen',
          title: '返（元）',
          type: 'fen',
          min: 1,
          onlyIf: { name: 'pays', is: ['lump'] },
        },
      ],
    },
  ],
  example: {
    unit: '箱',
    pays: 'percent',
    mode: 'whole',
    tiers: [
      { fromQuantity: 100, rebateBp: 200 },
      { fromQuantity: 300, rebateBp: 400 },
    ],
  },
  hasCliffs: () => false,
  check: (rule) => [
    ...checkSteps(rule, ({ rebateBp, rebateE4, rebateFen }) => rebateBp ?? rebateE4 ?? rebateFen ?? null),
    ...(rule.pays === 'perUnit' && rule.mode === 'slices' && rule.unit == null
      ? ['promotions.slicesOfAmount']
      : []),
  ],
  describe: ({ unit, tiers, pays, mode }) =>
    tiers
      .map(
        (step) =>
          `累计${sayFrom(step, unit)}${mode === 'slices' ? '以上部分' : ''}返${sayRebate(step, pays)}`,
      )
      .join('，'),
  earnedFen(rule, earned) {
    const reached = reachedBy(rule, earned);
    const steps = rule.tiers.filter((step) => fromOf(step) <= reached);
    const last = steps.at(-1);
    if (last === undefined) return 0;
    if (rule.pays === 'lump') {
      const fens = steps.map(({ rebateFen }) => rebateFen ?? 0);
      return rule.mode === 'whole' ? (fens.at(-1) as Fen) : fens.reduce((total, fen) => total + fen, 0);
    }
    if (rule.mode === 'whole') return rebateOn(last, earned.amountFen, earned.quantity);
    return steps.reduce((total, step, at) => {
      const next = steps[at + 1];
      return total + sliceFen(rule, earned, step, next ? fromOf(next) : reachedBy(rule, earned, true));
    }, 0);
  },
  near(rule, earned): Near | null {
    const reached = reachedBy(rule, earned);
    const next = rule.tiers.find((step) => fromOf(step) > reached);
    if (next === undefined) return null;
    const more = missing(rule.unit, fromOf(next) - reached);
    if (next.rebateBp != null)
      return { missing: more, skuId: null, gain: { kind: 'percent', offBp: next.rebateBp } };
    const fen = next.rebateFen ?? lineAmountFen(next.rebateE4 ?? 0, 1);
    return { missing: more, skuId: null, gain: { kind: 'off', fen } };
  },
});

/** In fen or in packs; whole packs reach a step, and `isExact` counts broken ones too. */
function reachedBy({ unit }: Cumulative, { amountFen, quantity, factorOf }: Earned, isExact = false): number {
  if (unit == null) return Math.max(0, amountFen);
  const factor = factorOf(unit);
  if (factor === null || quantity <= 0) return 0;
  return isExact ? quantity / factor : Math.floor(quantity / factor);
}

/** What a step pays for what lies between its threshold and the next. */
function sliceFen({ unit }: Cumulative, earned: Earned, step: RebateStep, until: number): Fen {
  if (unit == null) return rebateOn(step, until - fromOf(step), 0);
  const factor = earned.factorOf(unit) ?? 1;
  const from = fromOf(step) * factor;
  const to = Math.round(until * factor);
  return rebateOn(step, partOfFen(Math.max(0, earned.amountFen), earned.quantity, from, to), to - from);
}

const rebateOn = ({ rebateBp, rebateE4 }: RebateStep, amountFen: Fen, quantity: number): Fen =>
  Math.max(0, rebateBp != null ? percentOfFen(amountFen, rebateBp) : lineAmountFen(rebateE4 ?? 0, quantity));

function sayRebate({ rebateBp, rebateE4, rebateFen }: RebateStep, pays: Cumulative['pays']): string {
  if (pays === 'percent') return `${(rebateBp ?? 0) / 100}%`;
  return pays === 'perUnit' ? `每件${sayPrice(rebateE4 ?? 0)}` : formatYuan(rebateFen ?? 0);
}
