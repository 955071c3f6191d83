import type { Platform } from '../platform';
import { couponService } from './coupon-service';
import { promotionDeskService } from './desk-service';
import { offersService } from './offers-service';

/** Promotions: the desk, what buyers are offered, and their coupons. */
export const promotionService = (platform: Platform) => ({
  ...promotionDeskService(platform),
  ...couponService(platform),
  ...offersService(platform),
});
