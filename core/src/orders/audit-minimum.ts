import { casesIn, checkOrderMinimum, orderMinimumFor, weightOf } from '../catalog/rules';
import { dayOf } from '../platform/clock';
import { sum } from '../platform/money';
import type { DecidedLine } from './decision';
import type { Facts, OrderRequest } from './facts';
import { type Found, onOrder } from './found';
import { isAskedFor } from './is-asked-for';

const rules = {
  amountFen: 'order.minimum',
  cases: 'order.minimumCases',
  weightGrams: 'order.minimumWeight',
} as const;

/**
 * 起送: what the buyer ordered against what the seller asks of an order, in amount, cases and weight. What is
 * short does not make an order too small, and what stands in for it or is given with it does not make it larger.
 */
export function auditMinimum({
  facts,
  request,
  lines,
}: {
  readonly facts: Facts;
  readonly request: OrderRequest;
  readonly lines: readonly DecidedLine[];
}): Found[] {
  // Who won a unit of a flash sale need not fill a lorry to buy it.
  if (request.lines.some(({ isFlash }) => isFlash)) return [];
  const ordered = lines.filter(isAskedFor);
  // Goods that are sent again for what came back were not ordered.
  if (ordered.length === 0) return [];
  const minimum = orderMinimumFor(facts.ordering, {
    sellerId: request.seller.id,
    buyer: request.buyer,
    on: dayOf(request.at),
    sellerMinimumFen: request.seller.orderMinimumFen,
  });
  const totals = {
    amountFen: sum(ordered.map(({ amountFen }) => amountFen)),
    cases: sum(ordered.map(({ quantity, sku }) => casesIn(quantity, sku))),
    weightGrams: sum(ordered.map(({ quantity, sku }) => weightOf(quantity, sku))),
  };
  return checkOrderMinimum(totals, minimum).map(({ field, asked, missing }) =>
    field === 'amountFen'
      ? onOrder('order.minimum', { payableFen: totals.amountFen, minimumFen: asked, missingFen: missing })
      : onOrder(rules[field], { has: totals[field], minimum: asked, missing }),
  );
}
