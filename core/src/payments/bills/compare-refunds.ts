import { judgements, type OurRefund, type RefundDifference, type RefundDifferenceKind } from './difference';
import type { BilledRefund, BillRefundState } from './model';
import { pairByNumber } from './pair-by-number';

/**
 * What may stand here for what the bill says. A bill is never updated, so what it calls processing may have ended in
 * any way since; an abnormal refund (`CHANGE`) may have been brought to its end by a person.
 */
const fitting: { readonly [State in BillRefundState]: readonly OurRefund['state'][] } = {
  SUCCESS: ['succeeded'],
  PROCESSING: ['processing', 'succeeded', 'closed', 'abnormal'],
  FAIL: ['closed'],
  CHANGE: ['abnormal', 'succeeded', 'closed'],
};

/** Everything in which the refunds of a bill and ours differ, by number. */
export function compareRefunds(
  billed: readonly BilledRefund[],
  ours: readonly OurRefund[],
): readonly RefundDifference[] {
  return pairByNumber(billed, ours, ({ outRefundNo }) => outRefundNo).flatMap(
    ({ number, here, there, isRepeated }) => {
      const kinds = [...kindsOf(here, there), ...(isRepeated ? (['refundRepeatedThere'] as const) : [])];
      const outTradeNo = (here ?? there)?.outTradeNo ?? '';
      return kinds.map((kind) => ({
        kind,
        outTradeNo,
        outRefundNo: number,
        here,
        there,
        ...judgements[kind],
      }));
    },
  );
}

function kindsOf(here: OurRefund | null, there: BilledRefund | null): readonly RefundDifferenceKind[] {
  if (!here) return there ? ['refundMissingHere'] : [];
  if (!there) return ['refundMissingThere'];
  const kinds: RefundDifferenceKind[] = [];
  if (here.refundFen !== there.refundFen) kinds.push('refundAmountDiffers');
  if (!fitting[there.state].includes(here.state)) kinds.push('refundStateDiffers');
  if (here.outTradeNo !== there.outTradeNo) kinds.push('refundTradeDiffers');
  return kinds;
}
