import type { CreditAssessment } from '../credit';
import { type Found, onOrder } from './found';

/** Whether there is an account, room under its limit, nothing too late, and what its terms ask to be paid first. */
export function auditCredit(credit: CreditAssessment): Found[] {
  const { answer, missingFen, availableFen, exposure, terms, ladder, locked, payToFree } = credit;
  // Nobody may overrule it: without an account there is nowhere to write the debt.
  if (answer === 'noAccount') return [onOrder('credit.none', { payableFen: exposure.thisOrderFen })];
  const pay: Found['numbers'] = payToFree
    ? { payFen: payToFree.amountFen, bills: payToFree.bills.map(({ orderNumber }) => orderNumber).join('、') }
    : {};
  const found: Found[] = [];
  const { allows } = terms;
  const onAccount = terms.kind !== 'cash' && terms.kind !== 'prepaid';
  if (onAccount && missingFen > 0) {
    const { permanentFen, temporaryFen } = credit.limit;
    const numbers = {
      payableFen: exposure.thisOrderFen,
      availableFen,
      missingFen,
      permanentFen,
      temporaryFen,
    };
    found.push(onOrder('credit.over', { ...numbers, ...pay }));
  }
  if (ladder.overdueDays > 0) {
    const { overdueDays, overdueFen, step } = ladder;
    const isFrozen = step === 'frozen' && locked;
    found.push({
      ...onOrder(isFrozen ? 'credit.frozen' : 'credit.overdue', {
        overdueDays,
        overdueFen,
        step,
        ...(locked ? pay : {}),
      }),
      mild: !locked,
    });
  }
  if (allows.answer === 'payNow' && allows.payFen > 0)
    found.push(onOrder('payment.due', { payFen: allows.payFen }));
  if (allows.answer === 'topUp') found.push(onOrder('payment.topUp', { missingFen: allows.missingFen }));
  if (allows.answer === 'payBatch') {
    found.push(onOrder('payment.previousBatch', { payFen: allows.payFen, billCount: allows.billIds.length }));
  }
  return found;
}
