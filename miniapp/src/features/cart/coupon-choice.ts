import type { QuotedPromotion } from './quoted';

/** A coupon that may be chosen. */
export interface OpenCoupon {
  readonly couponId: string;
  readonly promotionId: string;
  readonly label: string;
  readonly name: string;
  readonly expiresAt: string;
}

/** The buyer's coupons for this supplier, as far as they are known yet. */
export interface Wallet {
  /** Undefined until they have come. */
  readonly coupons: readonly OpenCoupon[] | undefined;
  readonly error: Error | null;
  readonly reload: () => void;
}

/** Which coupons an order is to use; undefined: those that save most, none: an empty list. */
export type CouponChoice = readonly string[] | undefined;

/** The most coupons one order takes. */
const couponsMax = 10;

/** The choice after a coupon was ticked or unticked. From "what saves most" on, it begins with this one alone. */
export function toggled(choice: CouponChoice, couponId: string): readonly string[] {
  if (choice === undefined) return [couponId];
  if (choice.includes(couponId)) return choice.filter((one) => one !== couponId);
  return choice.length < couponsMax ? [...choice, couponId] : choice;
}

/**
 * What the coupon row of a cart says. `openCount` is how many could be chosen, once
 * that is known; `savedFen` is null while nothing is saved by coupons.
 */
export function couponRow(
  choice: CouponChoice,
  coupons: readonly QuotedPromotion[],
  openCount: number | undefined,
): { readonly words: string; readonly savedFen: number | null } {
  if (coupons.length > 0)
    return {
      words: `已用 ${coupons.map(({ label }) => label).join('、')}`,
      savedFen: coupons.reduce((sum, { savedFen }) => sum + savedFen, 0),
    };
  if (choice?.length === 0) return { words: '不使用优惠券', savedFen: null };
  if (choice) return { words: '所选的券未达到条件', savedFen: null };
  if (openCount === undefined) return { words: '查看我的优惠券', savedFen: null };
  return {
    words: openCount > 0 ? `有 ${openCount} 张，暂不满足条件` : '没有可用的券，去领取',
    savedFen: null,
  };
}
