import type { BookCheck } from '../../platform';

/** The books of what promotions cost: every fen an order's promotions took by what it shipped is borne by somebody. */
export const costBooks: readonly BookCheck[] = [
  {
    name: 'payers bear what the shipped goods of an order cost in promotions',
    table: 'promotionCost',
    mismatches: `
      SELECT applied.orderId, applied.promotionId, applied.shippedFen, COALESCE(SUM(cost.amountFen), 0) AS borneFen
      FROM appliedPromotion applied LEFT JOIN promotionCost cost
        ON cost.orderId = applied.orderId AND cost.promotionId = applied.promotionId
      WHERE applied.shippedFen IS NOT NULL
      GROUP BY applied.orderId, applied.promotionId, applied.shippedFen
      HAVING applied.shippedFen <> COALESCE(SUM(cost.amountFen), 0) LIMIT 5`,
  },
  {
    name: 'no order has cost more in promotions than was agreed',
    table: 'appliedPromotion',
    mismatches: `
      SELECT orderId, promotionId, shippedFen, offFen, giftFen FROM appliedPromotion
      WHERE shippedFen IS NOT NULL AND (shippedFen < 0 OR shippedFen > offFen + giftFen) LIMIT 5`,
  },
  {
    name: 'every cost belongs to a promotion its order used',
    table: 'promotionCost',
    mismatches: `
      SELECT cost.id, cost.orderId, cost.promotionId FROM promotionCost cost
      LEFT JOIN appliedPromotion applied
        ON applied.orderId = cost.orderId AND applied.promotionId = cost.promotionId
      WHERE applied.orderId IS NULL LIMIT 5`,
  },
];
