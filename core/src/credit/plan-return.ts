import type { Fen } from '../platform/money';
import type { Application, Receipt } from './model';

/** What a payment brought for one bill, as it stands now. */
export interface ReturnableReceipt extends Pick<Receipt, 'id' | 'openFen'> {
  /** How bills took it, in the order they did. */
  readonly applied: readonly Application[];
}

/** What of one receipt goes back, and how bills come to owe it again. */
export interface ReturnPart {
  readonly receiptId: string;
  readonly amountFen: Fen;
  /** Taken off their bills, all of each. */
  readonly takenBack: readonly Application[];
  /** What bills keep of what was taken off them. */
  readonly kept: readonly { readonly billId: string; readonly amountFen: Fen }[];
}

const sumOf = (amounts: readonly { readonly amountFen: Fen }[]): Fen =>
  amounts.reduce((total, { amountFen }) => total + amountFen, 0);

/** What of these receipts can go back, in fen: what waits, and what bills took. */
export const returnableFen = (receipts: readonly ReturnableReceipt[]): Fen =>
  receipts.reduce((total, { openFen, applied }) => total + openFen + sumOf(applied), 0);

/**
 * How an amount goes back: what no bill has taken first, then what bills took, the latest first. The parts add up to
 * the amount, or to all there is.
 */
export function planReturn(receipts: readonly ReturnableReceipt[], amountFen: Fen): readonly ReturnPart[] {
  let leftFen = amountFen;
  const take = (mostFen: Fen): Fen => {
    const takenFen = Math.min(leftFen, mostFen);
    leftFen -= takenFen;
    return takenFen;
  };
  const waiting = receipts.map(({ openFen }) => take(openFen));
  return receipts.flatMap(({ id: receiptId, applied }, at): ReturnPart[] => {
    const takenBack: Application[] = [];
    const kept: { billId: string; amountFen: Fen }[] = [];
    let partFen = waiting[at] ?? 0;
    for (const application of [...applied].reverse()) {
      const backFen = take(application.amountFen);
      if (backFen === 0) break;
      partFen += backFen;
      takenBack.push(application);
      const keptFen = application.amountFen - backFen;
      if (keptFen > 0) kept.push({ billId: application.billId, amountFen: keptFen });
    }
    return partFen === 0 ? [] : [{ receiptId, amountFen: partFen, takenBack, kept }];
  });
}
