import type { Platform } from '../platform';
import { costDeskService } from './costs/desk-service';
import { couponService } from './coupon-service';
import { promotionDeskService } from './desk-service';
import { offersService } from './offers-service';

/** Promotions: the desk, what buyers are offered, and their coupons. */
export const promotionService = (platform: Platform) => ({
  ...promotionDeskService(platform),
  ...costDeskService(platform),
  ...couponService(platform),
  ...offersService(platform),
});
