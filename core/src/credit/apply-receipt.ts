import type { Fen } from '../platform/money';
import type { Bill } from './model';

export interface BillShare {
  readonly billId: string;
  readonly amountFen: Fen;
}

/**
 * Spreads money over open bills: the named one first, then the oldest due. What no bill takes is left
 * over, so shares + leftFen = amountFen and no bill takes more than it is open for.
 */
export function applyReceipt(bills: readonly Bill[], amountFen: Fen, namedBillId: string | null) {
  const inOrder = [...bills].sort(
    (left, right) =>
      Number(right.id === namedBillId) - Number(left.id === namedBillId) ||
      (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0) ||
      (left.id < right.id ? -1 : 1),
  );
  const shares: BillShare[] = [];
  let leftFen = amountFen;
  for (const bill of inOrder) {
    const share = Math.min(leftFen, bill.amountFen - bill.paidFen);
    if (share <= 0) continue;
    shares.push({ billId: bill.id, amountFen: share });
    leftFen -= share;
  }
  return { shares, leftFen };
}
