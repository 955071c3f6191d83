import { type Fen, formatYuan, sum } from '../../platform/money';
import { benefitKind, type Near, nothing } from '../kind';
import { byCost, costFenOf, countOf, firstPacks, type Packs, packsIn, usesOf } from './packs';
import { dealWithin } from './spread-off';

interface PickN {
  /** Packs of the unit in a group, of any SKUs in the scope. */
  readonly pickCount: number;
  readonly unit: string;
  /** Of a group. */
  readonly priceFen: Fen;
}

/**
 * 任选N件M元: any N for one price. The buyer's best grouping: the dearest packs go into groups, as many groups as save
 * something.
 */
export const pickN = benefitKind<PickN>({
  name: 'pickN',
  title: '任选N件M元',
  lane: 'quantity',
  counts: 'sets',
  fields: [
    { name: 'pickCount', title: '任选件数', type: 'quantity', min: 1 },
    { name: 'unit', title: '单位', type: 'unit' },
    { name: 'priceFen', title: '一口价（每组，元）', type: 'fen', min: 0 },
  ],
  example: { pickCount: 3, unit: '箱', priceFen: 9_900 },
  hasCliffs: () => true,
  describe: ({ pickCount, unit, priceFen }) => `任选${pickCount}${unit || '件'}${formatYuan(priceFen)}`,
  apply({ pickCount, unit, priceFen }, { items, limit }) {
    const packs = byCost(packsIn(items, unit));
    const count = countOf(packs);
    const most = Math.min(limit, Math.floor(count / pickCount));
    const sets = setsThatSave(packs, pickCount, priceFen, most);
    const missing = pickCount - (count % pickCount);
    const near: Near | null =
      sets < most || most >= limit || packs.length === 0
        ? null
        : { missing: { quantity: missing, unit }, skuId: null, gain: { kind: 'setPrice', priceFen } };
    if (sets === 0) return { ...nothing, near };
    const taken = firstPacks(packs, sets * pickCount);
    const costs = taken.map(costFenOf);
    const prices = dealWithin(priceFen * sets, costs, costs);
    return {
      effect: {
        times: sets,
        offs: taken.map(({ item: { key }, factor, count: own }, at) => ({
          key,
          quantity: own * factor,
          offFen: (costs[at] as Fen) - (prices[at] as Fen),
        })),
        gifts: [],
        uses: usesOf(taken),
        freightOffFen: 0,
      },
      near,
    };
  },
});

/** Each group costs no more than the one before it, so they are worth taking up to some number of them. */
function setsThatSave(packs: readonly Packs[], pickCount: number, priceFen: Fen, most: number): number {
  const costOf = (sets: number) => sum(firstPacks(packs, sets * pickCount).map(costFenOf));
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (costOf(middle) - costOf(middle - 1) > priceFen) low = middle;
    else high = middle - 1;
  }
  return low;
}
