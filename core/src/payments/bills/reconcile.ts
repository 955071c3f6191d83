import { checkSums } from './check-sums';
import { comparePayments } from './compare-payments';
import { compareRefunds } from './compare-refunds';
import type { OurBook, TradeDifference } from './difference';
import type { TradeBill } from './model';

/**
 * Everything in which a day's bill and our book of that day differ, and every sum of the bill that its own rows do not
 * come to. One number may differ in several ways. Books that agree give none.
 */
export function reconcile(bill: TradeBill, ours: OurBook): readonly TradeDifference[] {
  return [
    ...comparePayments(bill.payments, ours.payments),
    ...compareRefunds(bill.refunds, ours.refunds),
    ...checkSums(bill.stated, bill.counted),
  ];
}
