import type { Difference } from './bills/difference';
import type { BillDifference } from './bill-day';

type Sides = Pick<BillDifference, 'hereFen' | 'thereFen' | 'here' | 'there'>;

/** The payment's or refund's number, or the column that does not add up. */
export function numberOf(difference: Difference): string {
  if ('number' in difference) return difference.number;
  if (difference.kind === 'sumsDiffer') return difference.column;
  return 'outRefundNo' in difference ? difference.outRefundNo : difference.outTradeNo;
}

/** Both sides of a difference, as a person compares them. */
export function sidesOf(difference: Difference): Sides {
  if ('number' in difference) {
    return { hereFen: difference.hereFen, thereFen: difference.thereFen, here: '', there: '' };
  }
  if (difference.kind === 'sumsDiffer') {
    return { hereFen: difference.counted, thereFen: difference.stated, here: '', there: '' };
  }
  const { here, there } = difference;
  if ('outRefundNo' in difference) {
    const amounts = {
      hereFen: difference.here?.refundFen ?? null,
      thereFen: difference.there?.refundFen ?? null,
    };
    if (difference.kind === 'refundStateDiffers') {
      return { ...amounts, here: difference.here?.state ?? '', there: difference.there?.state ?? '' };
    }
    if (difference.kind !== 'refundTradeDiffers') return { ...amounts, here: '', there: '' };
    return { ...amounts, here: here?.outTradeNo ?? '', there: there?.outTradeNo ?? '' };
  }
  const amounts = {
    hereFen: difference.here?.amountFen ?? null,
    thereFen: difference.there?.amountFen ?? null,
  };
  if (difference.kind !== 'transactionDiffers') return { ...amounts, here: '', there: '' };
  return {
    ...amounts,
    here: difference.here?.transactionId ?? '',
    there: difference.there?.transactionId ?? '',
  };
}
