import { type Fen, formatYuan } from '../../platform/money';
import { benefitKind, type Near, nothing } from '../kind';
import { allOf, counted, fromOf, nearStep, reachedBy, sayFrom, stepFields, stepUnitField } from './steps';

interface Freight {
  readonly unit?: string | null;
  /** At most one of the two; without either every order has it. */
  readonly fromFen?: Fen | null;
  readonly fromQuantity?: number | null;
  readonly mode: 'free' | 'off';
  readonly offFen?: Fen;
}

/** 包邮/运费减: delivery is free, or costs less. */
export const freight = benefitKind<Freight>({
  name: 'freight',
  title: '包邮/运费减',
  lane: 'freight',
  counts: 'times',
  fields: [
    stepUnitField,
    ...stepFields,
    {
      name: 'mode',
      title: '优惠方式',
      type: 'choice',
      choices: [
        { value: 'free', title: '包邮' },
        { value: 'off', title: '运费减' },
      ],
    },
    { name: 'offFen', title: '运费减（元）', type: 'fen', min: 1, onlyIf: { name: 'mode', is: ['off'] } },
  ],
  example: { fromFen: 50_000, mode: 'free' },
  hasCliffs: (rule) => fromOf(rule) > 0,
  check: ({ unit, fromFen, fromQuantity }) =>
    (unit != null) !== (fromQuantity != null) || (unit != null && fromFen != null)
      ? ['promotions.stepNotCounted']
      : [],
  describe: (rule) =>
    `${fromOf(rule) > 0 ? sayFrom(rule, rule.unit) : ''}${rule.mode === 'free' ? '包邮' : `运费减${formatYuan(rule.offFen ?? 0)}`}`,
  apply(rule, { items, limit, freightFen }) {
    const goods = counted(items, rule.unit);
    if (goods.length === 0 || limit <= 0 || freightFen <= 0) return nothing;
    const reached = reachedBy(goods, rule.unit);
    const freightOffFen = rule.mode === 'free' ? freightFen : Math.min(freightFen, rule.offFen ?? 0);
    if (reached < fromOf(rule)) {
      const near: Near = nearStep(rule.unit, reached, fromOf(rule), { kind: 'freight', fen: freightOffFen });
      return { ...nothing, near };
    }
    return { effect: { times: 1, offs: [], gifts: [], uses: allOf(goods), freightOffFen }, near: null };
  },
});
