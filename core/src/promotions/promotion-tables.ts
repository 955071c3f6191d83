import { big, id, integer, json, orNull, table, text } from '../platform';
import type { AppliedPromotion, Coupon, Promotion, PromotionCount, PromotionVersion } from './model';

export const promotionTable = table<Promotion>(
  'promotion',
  {
    id: id(),
    sellerId: id(),
    version: integer(),
    name: text(60),
    kind: text(24),
    state: text(16),
    startsAt: big(),
    endsAt: big(),
    hours: orNull(json()),
    weekdays: json(),
    audience: json(),
    scope: json(),
    stacking: text(16),
    mutexGroups: json(),
    priority: integer(),
    caps: json(),
    budgetFen: orNull(big()),
    payers: json(),
    giftShortage: text(16),
    giftSubstitutes: json(),
    giftPayE4: orNull(big()),
    rule: json(),
  },
  {
    primary: ['id'],
    index: [
      ['sellerId', 'state', 'startsAt', 'id'],
      ['state', 'endsAt'],
    ],
  },
);

export const promotionVersionTable = table<PromotionVersion>(
  'promotionVersion',
  { promotionId: id(), version: integer(), definition: json(), changedBy: text(40), changedAt: big() },
  { primary: ['promotionId', 'version'] },
);

export const promotionCountTable = table<PromotionCount>(
  'promotionCount',
  { id: text(140), promotionId: id(), used: big(), costFen: big() },
  { primary: ['id'], index: [['promotionId']] },
);

export const appliedPromotionTable = table<AppliedPromotion>(
  'appliedPromotion',
  {
    orderId: id(),
    promotionId: id(),
    version: integer(),
    sellerId: id(),
    buyerId: id(),
    name: text(60),
    kind: text(24),
    couponId: orNull(id()),
    times: big(),
    offFen: big(),
    giftFen: big(),
    shares: json(),
    gifts: json(),
    shippedFen: orNull(big()),
    countIds: json(),
    at: big(),
  },
  { primary: ['orderId', 'promotionId'], index: [['promotionId', 'at', 'orderId']] },
);

export const couponTable = table<Coupon>(
  'coupon',
  {
    id: id(),
    promotionId: id(),
    buyerId: id(),
    state: text(16),
    claimedAt: big(),
    expiresAt: big(),
    orderId: orNull(id()),
  },
  {
    primary: ['id'],
    index: [
      ['buyerId', 'state', 'expiresAt', 'id'],
      ['promotionId', 'buyerId'],
    ],
  },
);

export const campaignTables = [
  promotionTable,
  promotionVersionTable,
  promotionCountTable,
  appliedPromotionTable,
  couponTable,
];
