import { type BasisPoints, type Fen, partOfFen, percentOfFen } from '../../platform/money';
import { benefitKind, type Near, nothing, type Off, type UnitsUsed } from '../kind';
import { byCost, countOf, firstPacks, type Packs, packsIn, usesOf } from './packs';
import { sayOff } from './say-off';

interface NthUnit {
  /** Every so manieth pack is cheaper. */
  readonly nth: number;
  readonly unit: string;
  readonly offBp: BasisPoints;
  /** SKUs are counted together, the dearest first, so that the cheapest of each group is the cheaper one. */
  readonly isMixed: boolean;
}

/** 第N件X折: every Nth unit at a percentage off. */
export const nthUnit = benefitKind<NthUnit>({
  name: 'nthUnit',
  title: '第N件X折',
  lane: 'quantity',
  counts: 'times',
  fields: [
    { name: 'nth', title: '第几件', type: 'quantity', min: 2, max: 1_000 },
    { name: 'unit', title: '单位', type: 'unit' },
    { name: 'offBp', title: '该件减去比例', type: 'bp', min: 1, max: 10_000 },
    { name: 'isMixed', title: '不同商品合并计件', type: 'flag' },
  ],
  example: { nth: 2, unit: '箱', offBp: 5_000, isMixed: false },
  // A whole pack comes cheaper with its last base unit; unit by unit the nth only costs less.
  hasCliffs: ({ unit }) => unit !== '',
  describe: ({ nth, unit, offBp }) =>
    offBp === 5_000 ? `第${nth}${unit || '件'}半价` : `第${nth}${unit || '件'}${sayOff(offBp)}`,
  apply(rule, { items, limit }) {
    const packs = packsIn(items, rule.unit);
    const cheaper = rule.isMixed ? cheaperOf(byCost(packs), rule, limit) : cheaperOfEach(packs, rule, limit);
    const near = nearFor(rule, packs, limit);
    if (cheaper.times === 0 || cheaper.offs.length === 0) return { ...nothing, near };
    return { effect: { ...cheaper, gifts: [], freightOffFen: 0 }, near };
  },
});

interface Cheaper {
  readonly times: number;
  readonly offs: readonly Off[];
  readonly uses: readonly UnitsUsed[];
}

/** Packs in a row: of each group the last is cheaper. */
function cheaperOf(packs: readonly Packs[], { nth, offBp }: NthUnit, limit: number): Cheaper {
  const times = Math.min(limit, Math.floor(countOf(packs) / nth));
  const used = firstPacks(packs, times * nth);
  let before = 0;
  const offs = used.flatMap(({ item, factor, count }): Off[] => {
    const own = Math.floor((before + count) / nth) - Math.floor(before / nth);
    before += count;
    const quantity = own * factor;
    const { key, quantity: all, amountFen } = item;
    const offFen: Fen = percentOfFen(partOfFen(amountFen, all, all - quantity, all), offBp);
    return offFen > 0 ? [{ key, quantity, offFen }] : [];
  });
  return { times, offs, uses: usesOf(used) };
}

function cheaperOfEach(packs: readonly Packs[], rule: NthUnit, limit: number): Cheaper {
  let left = limit;
  const each = packs.map((one) => {
    const cheaper = cheaperOf([one], rule, left);
    left -= cheaper.times;
    return cheaper;
  });
  return {
    times: limit === Infinity ? each.reduce((total, { times }) => total + times, 0) : limit - left,
    offs: each.flatMap(({ offs }) => offs),
    uses: each.flatMap(({ uses }) => uses),
  };
}

function nearFor(
  { nth, unit, offBp, isMixed }: NthUnit,
  packs: readonly Packs[],
  limit: number,
): Near | null {
  if (packs.length === 0 || (!isMixed && packs.length > 1)) return null;
  const count = countOf(packs);
  if (Math.floor(count / nth) >= limit) return null;
  return {
    missing: { quantity: nth - (count % nth), unit },
    skuId: isMixed ? null : (packs[0]?.item.skuId ?? null),
    gain: { kind: 'percent', offBp },
  };
}
