import type { Client } from '@tongpan/bff';

export type PromotionInput = Parameters<Client['promotions']['put']>[0]['promotion'];

const rules: Readonly<Record<string, PromotionInput['rule']>> = {
  thresholdOff: { tiers: [{ fromFen: 100_000_000, offFen: 1_000 }], isPerMultiple: false },
  coupon: { mode: 'off', fromFen: 100_000_000, offFen: 1_000, isStackable: false, validDays: 30 },
};

/** A promotion of a seller for all its customers and goods, over 2026 and the year after; nothing that an order here reaches. */
export const aPromotionOf = (sellerId: string, given: Partial<PromotionInput> = {}): PromotionInput => ({
  promotionId: 'PROMOTION',
  name: '年度满减',
  kind: 'thresholdOff',
  startsAt: '2026-01-01T00:00:00.000Z',
  endsAt: '2028-01-01T00:00:00.000Z',
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
  scope: { skuIds: [], categories: [], brands: [], productLines: [], excludedSkuIds: [] },
  stacking: 'stack',
  mutexGroups: [],
  priority: 0,
  caps: { perOrder: null, perBuyer: null, perBuyerDay: null, perDay: null, total: null },
  budgetFen: null,
  payers: [{ partyId: sellerId, shareBp: 10_000 }],
  giftShortage: 'owe',
  rule: rules[given.kind ?? 'thresholdOff'] ?? {},
  ...given,
});
