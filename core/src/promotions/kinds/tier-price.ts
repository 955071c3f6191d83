import type { BasisPoints, PriceE4 } from '../../platform/money';
import { type Ask, type Item, type Near, priceKind, type PriceOffer } from '../kind';
import { countOf, packsIn } from './packs';
import { sayOff, sayPrice } from './say-off';

interface Tier {
  /** In packs of the rule's unit. */
  readonly fromQuantity: number;
  /** One of the two: a price of a base unit, or a percentage off the list. */
  readonly unitPriceE4?: PriceE4 | null;
  readonly offBp?: BasisPoints | null;
}

interface TierPrice {
  readonly unit: string;
  /** `allUnits` 达档全量: the tier reached prices every unit; `slices` 超额分段: each tier those beyond its threshold. */
  readonly mode: 'allUnits' | 'slices';
  /** All SKUs in the scope are counted together, in whole packs. */
  readonly isMixed: boolean;
  /** Ascending. */
  readonly tiers: readonly Tier[];
}

/** 阶梯价: the more, the lower the price. */
export const tierPrice = priceKind<TierPrice>({
  name: 'tierPrice',
  title: '阶梯价',
  lane: 'unitPrice',
  counts: 'units',
  fields: [
    { name: 'unit', title: '数量单位', type: 'unit' },
    {
      name: 'mode',
      title: '计价方式',
      type: 'choice',
      choices: [
        { value: 'allUnits', title: '达档全量' },
        { value: 'slices', title: '超额分段' },
      ],
    },
    { name: 'isMixed', title: '不同商品合并计数（按整件）', type: 'flag' },
    {
      name: 'tiers',
      title: '档位',
      type: 'rows',
      rows: [
        { name: 'fromQuantity', title: '满（数量）', type: 'quantity', min: 1 },
        { name: 'unitPriceE4', title: '单价（每最小单位）', type: 'priceE4', min: 0, isOptional: true },
        { name: 'offBp', title: '或减去比例', type: 'bp', min: 1, max: 10_000, isOptional: true },
      ],
    },
  ],
  example: {
    unit: '箱',
    mode: 'allUnits',
    isMixed: false,
    tiers: [
      { fromQuantity: 10, unitPriceE4: 28_000 },
      { fromQuantity: 50, unitPriceE4: 26_000 },
    ],
  },
  hasCliffs: ({ mode }) => mode === 'allUnits',
  check({ mode, isMixed, tiers }) {
    const codes: string[] = [];
    if (mode === 'slices' && isMixed) codes.push('promotions.slicesOfMixedGoods');
    if (tiers.some(({ unitPriceE4, offBp }) => (unitPriceE4 == null) === (offBp == null)))
      codes.push('promotions.priceOrPercent');
    const rises = tiers.every((tier, at) => {
      const before = tiers[at - 1];
      return before === undefined || (tier.fromQuantity > before.fromQuantity && isLower(tier, before));
    });
    if (!rises) codes.push('promotions.tiersNotRising');
    return codes;
  },
  describe: ({ unit, mode, tiers }) =>
    tiers
      .map(
        (tier) =>
          `${mode === 'slices' ? '超' : '满'}${tier.fromQuantity}${unit || '件'}${mode === 'slices' ? '部分' : ''}${sayTier(tier)}`,
      )
      .join('，'),
  price: (rule, ask) => (rule.isMixed ? priceTogether(rule, ask) : priceEach(rule, ask)),
});

/** Tiers of one sort fall in price; a price and a percentage cannot be told apart beforehand. */
function isLower(tier: Tier, before: Tier): boolean {
  if (tier.unitPriceE4 != null && before.unitPriceE4 != null) return tier.unitPriceE4 < before.unitPriceE4;
  if (tier.offBp != null && before.offBp != null) return tier.offBp > before.offBp;
  return true;
}

const sayTier = ({ unitPriceE4, offBp }: Tier) =>
  unitPriceE4 == null ? sayOff(offBp ?? 0) : sayPrice(unitPriceE4);

const priceOf = ({ unitPriceE4, offBp }: Tier): PriceOffer['price'] =>
  unitPriceE4 == null ? { offBp: offBp ?? 0 } : { unitPriceE4 };

function priceTogether({ unit, tiers }: TierPrice, { items }: Ask) {
  const packs = packsIn(items, unit);
  const count = countOf(packs);
  const tier = tiers.findLast(({ fromQuantity }) => fromQuantity <= count);
  const next = tiers.find(({ fromQuantity }) => fromQuantity > count);
  const offers = tier
    ? packs.map(({ item: { key, quantity } }): PriceOffer => ({ key, quantity, price: priceOf(tier) }))
    : [];
  const near = next && packs.length > 0 ? nearFor(next, next.fromQuantity - count, unit, null) : null;
  return { offers, near };
}

function priceEach(rule: TierPrice, { items }: Ask) {
  const offers: PriceOffer[] = [];
  let near: Near | null = null;
  for (const item of items) {
    const factor = item.factorOf(rule.unit);
    if (factor === null) continue;
    const { quantity, skuId } = item;
    offers.push(...offersFor(rule, item, factor));
    const next = rule.tiers.find(({ fromQuantity }) => fromQuantity * factor > quantity);
    if (next && items.length === 1)
      near = missingFor(next, next.fromQuantity * factor - quantity, factor, rule.unit, skuId);
  }
  return { offers, near };
}

function offersFor(
  { mode, tiers }: TierPrice,
  { key, quantity }: Item,
  factor: number,
): readonly PriceOffer[] {
  const reached = tiers.filter(({ fromQuantity }) => fromQuantity * factor <= quantity);
  if (mode === 'allUnits') {
    const tier = reached.at(-1);
    return tier ? [{ key, quantity, price: priceOf(tier) }] : [];
  }
  return reached.flatMap((tier, at): PriceOffer[] => {
    const until = (reached[at + 1]?.fromQuantity ?? Infinity) * factor;
    const units = Math.min(quantity, until) - tier.fromQuantity * factor;
    return units > 0 ? [{ key, quantity: units, price: priceOf(tier) }] : [];
  });
}

const missingFor = (next: Tier, missing: number, factor: number, unit: string, skuId: string): Near =>
  missing % factor === 0 ? nearFor(next, missing / factor, unit, skuId) : nearFor(next, missing, '', skuId);

const nearFor = (next: Tier, quantity: number, unit: string, skuId: string | null): Near => ({
  missing: { quantity, unit },
  skuId,
  gain:
    next.unitPriceE4 == null
      ? { kind: 'percent', offBp: next.offBp ?? 0 }
      : { kind: 'price', unitPriceE4: next.unitPriceE4 },
});
