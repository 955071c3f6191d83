import type { Client } from '@tongpan/bff';
import { plainPromotion } from '@tongpan/core';

export type PromotionInput = Parameters<Client['promotions']['put']>[0]['promotion'];

const rules: Readonly<Record<string, PromotionInput['rule']>> = {
  thresholdOff: { tiers: [{ fromFen: 100_000_000, offFen: 1_000 }], isPerMultiple: false },
  coupon: { mode: 'off', fromFen: 100_000_000, offFen: 1_000, isStackable: false, validDays: 30 },
};

const { version: _, ...openToAll } = plainPromotion;

/** A promotion of a seller for all its customers and goods, over 2026 and the year after; nothing that an order here reaches. */
export const aPromotionOf = (sellerId: string, given: Partial<PromotionInput> = {}): PromotionInput => ({
  promotionId: 'PROMOTION',
  name: '年度满减',
  kind: 'thresholdOff',
  startsAt: '2026-01-01T00:00:00.000Z',
  endsAt: '2028-01-01T00:00:00.000Z',
  ...(structuredClone<unknown>(openToAll) as Pick<PromotionInput, keyof typeof openToAll>),
  payers: [{ partyId: sellerId, shareBp: 10_000 }],
  rule: rules[given.kind ?? 'thresholdOff'] ?? {},
  ...given,
});
