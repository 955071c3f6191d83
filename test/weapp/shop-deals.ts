import type { Answer } from '@tongpan/bff';
import { at } from './shop-facts';

/** What the supplier of this suite offers, and the coupons that come of it. */

type Offer = Answer<'promotions', 'offers'>['items'][number];
type Coupon = Answer<'promotions', 'coupons'>['items'][number];
type QuotedPromotion = Answer<'orders', 'quote'>['promotions'][number];

const window = { startsAt: at, endsAt: '2026-12-31T16:00:00Z' };

/** Ten bottles for nine: names its goods. */
export const waterGift: Offer = {
  promotionId: 'P-GIFT',
  name: '岁末囤水',
  kind: 'buyGet',
  label: '买2箱赠1箱',
  ...window,
  skuIds: ['WATER'],
  isClaimable: false,
  balance: null,
};

export const couponOffer: Offer = {
  promotionId: 'P-COUPON',
  name: '新客礼券',
  kind: 'coupon',
  label: '满¥20.00减¥5.00券',
  ...window,
  skuIds: [],
  isClaimable: true,
  balance: null,
};

/** A coupon of mine. */
export const aCoupon = (given: Partial<Coupon> = {}): Coupon => ({
  couponId: 'C-1',
  promotionId: couponOffer.promotionId,
  supplierId: 'HQ',
  name: couponOffer.name,
  label: couponOffer.label,
  state: 'open',
  claimedAt: at,
  expiresAt: '2026-12-22T02:00:00Z',
  orderId: null,
  ...given,
});

/** What a quote says of a promotion that applies and saves nothing yet. */
export const aQuotedPromotion = (given: Partial<QuotedPromotion> = {}): QuotedPromotion => ({
  promotionId: waterGift.promotionId,
  name: waterGift.name,
  kind: waterGift.kind,
  label: waterGift.label,
  isApplied: true,
  savedFen: 0,
  giftFen: 0,
  gifts: [],
  lines: [],
  words: '',
  nextStep: null,
  nextAdd: null,
  giftChoice: null,
  ...given,
});
