import { type BasisPoints, type Fen, formatYuan, percentOfFen, sum } from '../../platform/money';
import { benefitKind, type Near, nothing } from '../kind';
import { sayMost, sayOff } from './say-off';
import { spreadOff } from './spread-off';
import { allOf } from './steps';

interface Coupon {
  readonly mode: 'off' | 'percent';
  readonly offFen?: Fen;
  readonly offBp?: BasisPoints;
  readonly maxOffFen?: Fen | null;
  /** What the goods in the scope must come to; 0 asks nothing. */
  readonly fromFen: Fen;
  /** Others may be used beside it. */
  readonly isStackable: boolean;
  /** How long a claimed coupon may be used. */
  readonly validDays: number;
}

/** 优惠券: fen or a percentage off for who holds one. One an order, unless it says that others may stand beside it. */
export const coupon = benefitKind<Coupon>({
  name: 'coupon',
  title: '优惠券',
  lane: 'coupon',
  counts: 'times',
  fields: [
    {
      name: 'mode',
      title: '券类型',
      type: 'choice',
      choices: [
        { value: 'off', title: '满减券' },
        { value: 'percent', title: '折扣券' },
      ],
    },
    { name: 'offFen', title: '面额（元）', type: 'fen', min: 1, onlyIf: { name: 'mode', is: ['off'] } },
    {
      name: 'offBp',
      title: '减去比例',
      type: 'bp',
      min: 1,
      max: 10_000,
      onlyIf: { name: 'mode', is: ['percent'] },
    },
    {
      name: 'maxOffFen',
      title: '最多减（元）',
      type: 'fen',
      min: 1,
      isOptional: true,
      onlyIf: { name: 'mode', is: ['percent'] },
    },
    { name: 'fromFen', title: '使用门槛（元，0为无门槛）', type: 'fen', min: 0 },
    { name: 'isStackable', title: '可与其他券叠加', type: 'flag' },
    { name: 'validDays', title: '领取后有效天数', type: 'quantity', min: 1, max: 3_650 },
  ],
  example: { mode: 'off', offFen: 2_000, fromFen: 20_000, isStackable: false, validDays: 30 },
  hasCliffs: ({ fromFen }) => fromFen > 0,
  check: ({ mode, offFen, fromFen }) =>
    mode === 'off' && fromFen > 0 && (offFen ?? 0) > fromFen ? ['promotions.offAboveThreshold'] : [],
  describe({ mode, offFen, offBp, maxOffFen, fromFen }) {
    const from = fromFen > 0 ? `满${formatYuan(fromFen)}` : '无门槛';
    return mode === 'off'
      ? `${from}减${formatYuan(offFen ?? 0)}券`
      : `${from}${sayOff(offBp ?? 0)}券${sayMost(maxOffFen)}`;
  },
  apply(rule, { items, limit }) {
    const reachedFen = sum(items.map(({ conditionFen }) => conditionFen));
    const amountFen = sum(items.map((item) => item.amountFen));
    const { mode, offFen = 0, offBp = 0, maxOffFen, fromFen } = rule;
    if (limit <= 0 || items.length === 0) return nothing;
    if (reachedFen < fromFen) {
      const near: Near = {
        missing: { fen: fromFen - reachedFen },
        from: { fen: fromFen },
        skuId: null,
        gain: mode === 'off' ? { kind: 'off', fen: offFen } : { kind: 'percent', offBp },
      };
      return { ...nothing, near };
    }
    const wholeFen =
      mode === 'off' ? offFen : Math.min(percentOfFen(amountFen, offBp), maxOffFen ?? Infinity);
    return {
      effect: {
        times: 1,
        offs: spreadOff(items, wholeFen),
        gifts: [],
        uses: allOf(items),
        freightOffFen: 0,
      },
      near: null,
    };
  },
});
