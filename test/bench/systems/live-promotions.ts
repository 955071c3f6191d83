import { dayMs, type Promotion } from '@tongpan/core';
import { type CompanyShape, sellerIdOf, skuIdOf } from '../company-shape';

/** What sellers run at once: most of it on single goods, some on a shelf of twenty, and a tenth of it with a budget. */
export const livePromotions = (shape: CompanyShape, now: number): readonly Promotion[] =>
  Array.from({ length: shape.sellers }, (_, sellerNo) =>
    Array.from({ length: shape.promotions }, (_unused, no) => promotionOf(shape, sellerNo, no, now)),
  ).flat();

function promotionOf(shape: CompanyShape, sellerNo: number, no: number, now: number): Promotion {
  const sellerId = sellerIdOf(sellerNo);
  const skuNo = (no * 7) % shape.skus;
  const shelf = Array.from({ length: 20 }, (_, at) => skuIdOf((skuNo + at) % shape.skus));
  const { kind, rule, isShelf } = ruleOf(no);
  return {
    id: `${sellerId}-P${no}`,
    sellerId,
    version: 1,
    name: `促销 ${no + 1}`,
    kind,
    state: 'live',
    startsAt: now - dayMs,
    endsAt: now + 30 * dayMs,
    hours: null,
    weekdays: [],
    audience: {
      levels: [],
      regionPrefixes: [],
      channels: [],
      groupIds: [],
      buyerIds: [],
      excludedBuyerIds: [],
    },
    scope: {
      skuIds: isShelf ? shelf : [skuIdOf(skuNo)],
      categories: [],
      brands: [],
      productLines: [],
      excludedSkuIds: [],
    },
    stacking: 'stack',
    mutexGroups: no % 5 === 0 ? ['week'] : [],
    priority: 0,
    caps: { perOrder: null, perBuyer: null, perBuyerDay: null, perDay: null, total: null },
    budgetFen: no % 10 === 9 ? 1_000_000_000_000 : null,
    payers: [{ partyId: sellerId, shareBp: 10_000 }],
    giftShortage: 'owe',
    rule,
  };
}

function ruleOf(no: number): Pick<Promotion, 'kind' | 'rule'> & { readonly isShelf: boolean } {
  switch (no % 5) {
    case 0:
      return { kind: 'specialPrice', rule: { unitPriceE4: 195_000 }, isShelf: false };
    case 1:
      return { kind: 'discount', rule: { mode: 'percent', offBp: 300 }, isShelf: false };
    case 2:
      return {
        kind: 'buyGet',
        rule: { buyQuantity: 20, getQuantity: 1, unit: '瓶', mode: 'added', counting: 'step' },
        isShelf: false,
      };
    case 3:
      return {
        kind: 'thresholdOff',
        rule: { tiers: [{ fromFen: 50_000, offFen: 500 }], isPerMultiple: false },
        isShelf: true,
      };
    default:
      return { kind: 'nthUnit', rule: { nth: 2, unit: '瓶', offBp: 100, isMixed: false }, isShelf: false };
  }
}
