import type { Promotion } from './model';

/** A promotion for everybody and everything, at all hours, without limits, that stands beside all others. */
export const plainPromotion = {
  version: 1,
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
  giftShortage: 'owe',
  giftSubstitutes: [],
  giftPayE4: null,
} as const satisfies Partial<Promotion>;
