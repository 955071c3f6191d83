import { dayMs } from '../platform';
import { plainPromotion, type Promotion } from '../promotions';
import { type DemoCompany, demoPrices } from './company';
import type { DemoGood } from './goods';
import { headquarters } from './partners';

/** A season that has begun, and lasts. */
const begunDays = 20;
const leftDays = 70;

/** What the demo's sellers offer: enough of each sort to look at, none of it on what its people order in a first try. */
export function demoPromotions(company: DemoCompany): readonly Promotion[] {
  const prices = new Map(
    demoPrices(company).flatMap(({ list, lines }) =>
      lines.map(({ skuId, unitPriceE4 }) => [`${list.sellerId} ${skuId}`, unitPriceE4] as const),
    ),
  );
  return [...company.carried].flatMap(([sellerId, goods]) => {
    const priceE4 = (skuId: string) => prices.get(`${sellerId} ${skuId}`) ?? 0;
    const given = sellerId === headquarters.code ? offersOfHeadquarters(goods) : offersOf(goods, priceE4);
    return given.map((one, at) => promotionOf(company.now, sellerId, at + 1, one));
  });
}

type Offer = Pick<Promotion, 'name' | 'kind' | 'rule'> & Partial<Promotion>;

function offersOfHeadquarters(goods: readonly DemoGood[]): readonly Offer[] {
  return [
    ...inCategory(goods, '饮用水', (scope) => ({
      name: '天然水进货搭赠',
      kind: 'buyGet',
      scope,
      rule: { buyQuantity: 20, getQuantity: 1, unit: '箱', mode: 'added', counting: 'step' },
    })),
    ...inCategory(goods, '茶饮料', (scope) => ({
      name: '茶饮料整车优惠',
      kind: 'thresholdPercent',
      scope,
      rule: {
        unit: '箱',
        tiers: [
          { fromQuantity: 100, offBp: 200 },
          { fromQuantity: 300, offBp: 400 },
        ],
        isAdditive: false,
      },
    })),
    {
      name: '季度进货返利',
      kind: 'cumulative',
      rule: {
        pays: 'percent',
        mode: 'whole',
        tiers: [
          { fromFen: 5_000_000, rebateBp: 100 },
          { fromFen: 20_000_000, rebateBp: 200 },
        ],
      },
    },
  ];
}

function offersOf(goods: readonly DemoGood[], priceE4: (skuId: string) => number): readonly Offer[] {
  const noodles = named(goods, '清谷红烧牛肉面');
  const porridge = named(goods, '清谷八宝粥');
  return [
    ...inCategory(goods, '茶饮料', (scope) => ({
      name: '茶饮料周周惠',
      kind: 'discount',
      scope,
      caps: { ...plainPromotion.caps, perBuyerDay: 600 },
      rule: { mode: 'percent', offBp: 1_000 },
    })),
    ...inCategory(goods, '饮用水', (scope) => ({
      name: '饮用水十赠一',
      kind: 'buyGet',
      scope,
      rule: { buyQuantity: 10, getQuantity: 1, unit: '箱', mode: 'added', counting: 'step' },
    })),
    {
      name: '全场满减',
      kind: 'thresholdOff',
      budgetFen: 2_000_000,
      rule: {
        tiers: [
          { fromFen: 300_000, offFen: 10_000 },
          { fromFen: 600_000, offFen: 25_000 },
        ],
        isPerMultiple: false,
      },
    },
    {
      name: '老客户专享券',
      kind: 'coupon',
      rule: { mode: 'off', fromFen: 30_000, offFen: 2_000, isStackable: false, validDays: 30 },
    },
    ...(noodles && porridge
      ? [
          {
            name: '早餐组合',
            kind: 'bundle',
            rule: {
              parts: [
                { skuId: noodles.sku.id, quantity: 12 },
                { skuId: porridge.sku.id, quantity: 12 },
              ],
              // Nine tenths of what the parts cost apart, in whole yuan.
              priceFen:
                Math.floor(((priceE4(noodles.sku.id) + priceE4(porridge.sku.id)) * 12 * 0.9) / 10_000) * 100,
            },
          },
        ]
      : []),
    ...(porridge
      ? inCategory(goods, '乳品', (scope) => ({
          name: '乳品满五箱有礼',
          kind: 'otherGift',
          scope,
          rule: {
            buyQuantity: 5,
            unit: '箱',
            gifts: [
              { skuId: porridge.sku.id, quantity: 6 },
              ...(noodles ? [{ skuId: noodles.sku.id, quantity: 6 }] : []),
            ],
            chooseCount: 1,
            isPerMultiple: true,
          },
        }))
      : []),
    {
      name: '门店季度返利',
      kind: 'cumulative',
      rule: {
        pays: 'percent',
        mode: 'slices',
        tiers: [
          { fromFen: 200_000, rebateBp: 100 },
          { fromFen: 1_000_000, rebateBp: 200 },
        ],
      },
    },
    { name: '端架陈列', kind: 'displayDeal', rule: { rewardFen: 20_000, proofCount: 3, fromFen: 100_000 } },
  ];
}

const named = (goods: readonly DemoGood[], name: string) => goods.find(({ sku }) => sku.name === name);

/** An offer on a category, where the seller carries any of it. */
function inCategory(
  goods: readonly DemoGood[],
  category: string,
  offer: (scope: Promotion['scope']) => Offer,
): readonly Offer[] {
  const scope = { ...plainPromotion.scope, categories: [category] };
  return goods.some(({ sku }) => sku.category === category) ? [offer(scope)] : [];
}

function promotionOf(now: number, sellerId: string, no: number, offer: Offer): Promotion {
  return {
    ...plainPromotion,
    id: `P-${sellerId}-${no}`,
    sellerId,
    state: 'live',
    startsAt: now - begunDays * dayMs,
    endsAt: now + leftDays * dayMs,
    payers: [{ partyId: sellerId, shareBp: 10_000 }],
    ...offer,
  };
}
