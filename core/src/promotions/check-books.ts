import type { BookCheck } from '../platform';
import { costBooks } from './costs/check-books';
import { flashBooks } from './flash/check-books';
import { rebateBooks } from './rebates/check-books';

/** The books of promotions: what is used up against what orders say they used. */
export const promotionBooks: readonly BookCheck[] = [
  ...costBooks,
  ...flashBooks,
  ...rebateBooks,
  {
    name: 'a promotion has used up what its orders say',
    table: 'promotionCount',
    mismatches: `
      SELECT counted.id, counted.used, counted.costFen, COALESCE(SUM(applied.times), 0) AS times,
             COALESCE(SUM(applied.offFen + applied.giftFen), 0) AS appliedFen
      FROM promotionCount counted LEFT JOIN appliedPromotion applied
        ON applied.promotionId = counted.promotionId AND INSTR(applied.countIds, counted.id) > 0
      WHERE counted.id LIKE '% all'
      GROUP BY counted.id, counted.used, counted.costFen
      HAVING counted.used <> COALESCE(SUM(applied.times), 0)
          OR counted.costFen <> COALESCE(SUM(applied.offFen + applied.giftFen), 0) LIMIT 5`,
  },
  {
    name: 'no promotion is used below nothing',
    table: 'promotionCount',
    mismatches: 'SELECT id, used, costFen FROM promotionCount WHERE used < 0 OR costFen < 0 LIMIT 5',
  },
  {
    name: 'a used coupon names the order that used it, and an open one none',
    table: 'coupon',
    mismatches: `
      SELECT coupon.id, coupon.state, coupon.orderId FROM coupon
      LEFT JOIN appliedPromotion applied
        ON applied.orderId = coupon.orderId AND applied.promotionId = coupon.promotionId
      WHERE (coupon.state = 'used' AND (coupon.orderId IS NULL OR applied.orderId IS NULL))
         OR (coupon.state = 'open' AND coupon.orderId IS NOT NULL) LIMIT 5`,
  },
];
