import {
  judgements,
  type OurPayment,
  type PaymentDifference,
  type PaymentDifferenceKind,
} from './difference';
import type { BilledPayment } from './model';
import { pairByNumber } from './pair-by-number';

/** Everything in which the payments of a bill and ours differ, by number. */
export function comparePayments(
  billed: readonly BilledPayment[],
  ours: readonly OurPayment[],
): readonly PaymentDifference[] {
  return pairByNumber(billed, ours, ({ outTradeNo }) => outTradeNo).flatMap(
    ({ number, here, there, isRepeated }) => {
      const kinds = [...kindsOf(here, there), ...(isRepeated ? (['repeatedThere'] as const) : [])];
      return kinds.map((kind) => ({ kind, outTradeNo: number, here, there, ...judgements[kind] }));
    },
  );
}

function kindsOf(here: OurPayment | null, there: BilledPayment | null): readonly PaymentDifferenceKind[] {
  if (!here) return there ? ['missingHere'] : [];
  // What nobody paid is in no bill.
  if (!there) return here.isPaid ? ['missingThere'] : [];
  if (there.isRevoked) return here.isPaid ? ['paidHereNotThere'] : [];
  const kinds: PaymentDifferenceKind[] = [];
  if (!here.isPaid) kinds.push('paidThereUnpaidHere');
  if (here.amountFen !== there.amountFen) kinds.push('amountDiffers');
  if (here.transactionId !== null && here.transactionId !== there.transactionId)
    kinds.push('transactionDiffers');
  return kinds;
}
