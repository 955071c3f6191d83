import type { Fen } from '../platform/money';
import type { OpenBill } from './model';

export interface BillShare {
  readonly billId: string;
  readonly amountFen: Fen;
}

/** Oldest due first, then by id: the order in which money without a name pays. */
export function byDue(left: Pick<OpenBill, 'dueOn' | 'id'>, right: Pick<OpenBill, 'dueOn' | 'id'>): number {
  if (left.dueOn !== right.dueOn) return left.dueOn < right.dueOn ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}

/**
 * Spreads money over open bills: the named one first, then the oldest due. What no bill takes is left
 * over, so shares + leftFen = amountFen and no bill takes more than it is open for.
 */
export function applyReceipt(
  bills: readonly Pick<OpenBill, 'id' | 'dueOn' | 'amountFen' | 'paidFen'>[],
  amountFen: Fen,
  namedBillId: string | null,
) {
  const inOrder = [...bills].sort(
    (left, right) => Number(right.id === namedBillId) - Number(left.id === namedBillId) || byDue(left, right),
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
