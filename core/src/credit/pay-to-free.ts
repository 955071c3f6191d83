import { type Day, daysBetween } from '../platform/clock';
import { type Fen, sum } from '../platform/money';
import { applyReceipt, byDue } from './apply-receipt';
import { type Ladder, ignoredUpToFen, stepOfDays } from './ladder';
import { type LadderStep, severityOf } from './ladder-step';
import type { OpenBill } from './model';

export type PayReason = 'credit' | 'overdue' | 'previousBatch';

/** 付多少可放行: the smallest payment that frees an order, and the bills it would pay. */
export interface PayToFree {
  readonly amountFen: Fen;
  /** Oldest due first; `clears` when the bill would be paid in full. */
  readonly bills: readonly {
    readonly billId: string;
    readonly orderNumber: string;
    readonly amountFen: Fen;
    readonly clears: boolean;
  }[];
  /** What would stay on the account, no bill being left to take it. */
  readonly unappliedFen: Fen;
  readonly reasons: readonly PayReason[];
}

export interface PayQuestion {
  readonly openBills: readonly OpenBill[];
  /** What is missing under the limit. */
  readonly missingFen: Fen;
  /** The overdue lock to get rid of, if there is one. */
  readonly lock: {
    readonly ladder: Ladder;
    readonly limitFen: Fen;
    readonly firstForbidden: LadderStep;
  } | null;
  /** Bills that must be paid in full before the next order. */
  readonly waitingBillIds: readonly string[];
  readonly on: Day;
}

/**
 * The smallest payment without a name that frees an order. A payment lowers the exposure fen by fen and
 * pays the oldest due first, so each obstacle has its own least amount and the largest of them frees all.
 */
export function payToFree(question: PayQuestion): PayToFree {
  const bills = [...question.openBills].sort(byDue);
  const unlockFen = question.lock ? leastToUnlock(bills, question.lock, question.on) : 0;
  const batchFen = leastToClear(bills, new Set(question.waitingBillIds));
  const amountFen = Math.max(question.missingFen, unlockFen, batchFen, 0);
  const { shares, leftFen } = applyReceipt(bills, amountFen, null);
  const byId = new Map(bills.map((bill) => [bill.id, bill]));
  const reasons: PayReason[] = [];
  if (question.missingFen > 0) reasons.push('credit');
  if (unlockFen > 0) reasons.push('overdue');
  if (batchFen > 0) reasons.push('previousBatch');
  return {
    amountFen,
    bills: shares.map((share) => {
      const bill = byId.get(share.billId) as OpenBill;
      const clears = share.amountFen === openOf(bill);
      return { ...share, orderNumber: bill.orderNumber, clears };
    }),
    unappliedFen: leftFen,
    reasons,
  };
}

const openOf = ({ amountFen, paidFen }: Pick<OpenBill, 'amountFen' | 'paidFen'>): Fen => amountFen - paidFen;

/** Either no bill so late is left, or so little is overdue that nobody chases it: what costs less. */
function leastToUnlock(bills: readonly OpenBill[], lock: NonNullable<PayQuestion['lock']>, on: Day): Fen {
  const overdue = bills.filter(({ dueOn }) => dueOn < on);
  const overdueFen = sum(overdue.map(openOf));
  const beyondIgnoredFen = Math.max(0, overdueFen - ignoredUpToFen(lock.ladder, lock.limitFen));
  const tooLate = overdue.filter(
    ({ dueOn }) =>
      severityOf(stepOfDays(lock.ladder, daysBetween(dueOn, on))) >= severityOf(lock.firstForbidden),
  );
  return Math.min(beyondIgnoredFen, sum(tooLate.map(openOf)));
}

/** A payment reaches the last of these bills only through the ones due before it. */
function leastToClear(bills: readonly OpenBill[], wanted: ReadonlySet<string>): Fen {
  const last = bills.findLastIndex(({ id }) => wanted.has(id));
  return sum(bills.slice(0, last + 1).map(openOf));
}
