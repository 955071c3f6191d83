import { type Fen, formatYuan, lineAmountFen, partOfFen, sum } from '../../platform/money';
import { benefitKind, type Item, type Near, nothing } from '../kind';
import { dealWithin } from './spread-off';

interface Part {
  readonly skuId: string;
  /** In base units, a set. */
  readonly quantity: number;
}

interface Bundle {
  readonly parts: readonly Part[];
  /** Of a set. */
  readonly priceFen: Fen;
}

/** What of an item goes into sets. */
interface Taken {
  readonly item: Item;
  readonly quantity: number;
  readonly costFen: Fen;
}

/** 组合套餐: fixed parts for one price; what the parts cost is the price shared out by their list values. */
export const bundle = benefitKind<Bundle>({
  name: 'bundle',
  title: '组合套餐',
  lane: 'quantity',
  counts: 'sets',
  fields: [
    {
      name: 'parts',
      title: '套餐商品',
      type: 'rows',
      rows: [
        { name: 'skuId', title: '商品', type: 'sku' },
        { name: 'quantity', title: '每套数量（最小单位）', type: 'quantity', min: 1 },
      ],
    },
    { name: 'priceFen', title: '套餐价（每套，元）', type: 'fen', min: 0 },
  ],
  example: {
    parts: [
      { skuId: 'cola', quantity: 12 },
      { skuId: 'chips', quantity: 6 },
    ],
    priceFen: 5_800,
  },
  hasCliffs: () => true,
  namesItsGoods: true,
  check: ({ parts }) =>
    new Set(parts.map(({ skuId }) => skuId)).size < parts.length ? ['promotions.partTwice'] : [],
  cartSkuIdsOf: ({ parts }) => parts.map(({ skuId }) => skuId),
  describe: ({ parts, priceFen }, words) =>
    `${parts.map(({ skuId, quantity }) => `「${words.skuName(skuId)}」×${quantity}`).join('+')} 套餐价${formatYuan(priceFen)}`,
  apply(rule, { named, limit }) {
    const stock = rule.parts.map(({ skuId, quantity }) => {
      const items = named.filter((item) => item.skuId === skuId);
      const held = sum(items.map((item) => item.quantity));
      return { items, held, sets: Math.floor(held / quantity) };
    });
    const sets = Math.min(limit, ...stock.map((one) => one.sets));
    const near = sets < limit ? nearFor(rule, stock, sets) : null;
    if (sets <= 0) return { ...nothing, near };
    const taken = rule.parts.flatMap(({ quantity }, at) =>
      takeFrom((stock[at] as (typeof stock)[number]).items, quantity * sets),
    );
    const most = taken.map(({ costFen }) => costFen);
    const priceFen = rule.priceFen * sets;
    // A set that costs more than its parts do now is no benefit.
    if (priceFen >= sum(most)) return { ...nothing, near };
    const list = taken.map(({ item, quantity }) => lineAmountFen(item.unitPriceE4, quantity));
    const prices = dealWithin(priceFen, list, most);
    return {
      effect: {
        times: sets,
        offs: taken.map(({ item: { key }, quantity, costFen }, at) => ({
          key,
          quantity,
          offFen: costFen - (prices[at] as Fen),
        })),
        gifts: [],
        uses: taken.map(({ item: { key }, quantity }) => ({ key, quantity })),
        freightOffFen: 0,
      },
      near,
    };
  },
});

/** One SKU may stand in several items of different lots: the first ones give first. */
function takeFrom(items: readonly Item[], wanted: number): readonly Taken[] {
  let left = wanted;
  return items.flatMap((item): Taken[] => {
    const quantity = Math.min(left, item.quantity);
    left -= quantity;
    if (quantity === 0) return [];
    return [{ item, quantity, costFen: partOfFen(item.amountFen, item.quantity, 0, quantity) }];
  });
}

/** One part alone is missing for the next set, of which the cart holds something. */
function nearFor(
  { parts, priceFen }: Bundle,
  stock: readonly { readonly held: number }[],
  sets: number,
): Near | null {
  const short = parts.flatMap(({ skuId, quantity }, at) => {
    const missing = (sets + 1) * quantity - (stock[at]?.held ?? 0);
    return missing > 0 ? [{ skuId, missing }] : [];
  });
  const [only] = short;
  if (only === undefined || short.length > 1) return null;
  return {
    missing: { quantity: only.missing, unit: '' },
    skuId: only.skuId,
    gain: { kind: 'setPrice', priceFen },
  };
}
