import { type Day, newestFirst, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { LadderPolicy } from './ladder';
import type { LadderStep } from './ladder-step';
import type { Reminder, StepChange } from './standing';
import { ladderPolicyTable, reminderTable, stepChangeTable } from './tables';

/** An account as the daily round finds it. */
export interface RoundAccount {
  readonly id: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly limitFen: number;
  readonly ladderStep: LadderStep;
  readonly oldestDueOn: Day | null;
  readonly overdueFen: number | null;
  readonly remindedOn: Day | null;
}

/** The overdue ladder: its versions, the steps accounts took, and whom to remind. */
export function ladderStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    policies: (sellerIds: readonly string[]) =>
      sql.select(ladderPolicyTable, 'WHERE sellerId IN (?) ORDER BY sellerId, version', [sellerIds]),
    addPolicy: (policy: LadderPolicy) => sql.insert(ladderPolicyTable, [policy]),

    /** Accounts that are overdue on a day, or stood on a step before it; the next ones in the order of ids. */
    round: (after: string, on: Day, limit: number) =>
      sql.rows<RoundAccount>(
        `SELECT account.id, account.sellerId, account.buyerId, account.limitFen, account.ladderStep,
                late.oldestDueOn, late.overdueFen,
                (SELECT MAX(remindOn) FROM creditReminder WHERE creditReminder.accountId = account.id) AS remindedOn
         FROM creditAccount account LEFT JOIN (
           SELECT accountId, MIN(dueOn) AS oldestDueOn, SUM(amountFen - paidFen) AS overdueFen
           FROM bill WHERE settled = 0 AND dueOn < ? AND accountId > ? GROUP BY accountId
         ) late ON late.accountId = account.id
         WHERE account.id > ? AND (late.accountId IS NOT NULL OR account.ladderStep <> 'clear')
         ORDER BY account.id LIMIT ?`,
        [on, after, after, limit],
      ),
    lockAccounts: (accountIds: readonly string[]) =>
      sql.run('UPDATE creditAccount SET ladderStep = ladderStep WHERE id IN (?)', [accountIds]),
    setStep: (accountIds: readonly string[], step: LadderStep) =>
      sql.run('UPDATE creditAccount SET ladderStep = ? WHERE id IN (?)', [step, accountIds]),
    addStepChanges: (changes: readonly StepChange[]) => sql.insertMissing(stepChangeTable, changes),
    stepChanges: (sellerId: string, before: string | null, limit: number) =>
      sql.select(stepChangeTable, ...newestFirst({ sellerId }, { before, limit })),
    addReminders: (reminders: readonly Reminder[]) => sql.insertMissing(reminderTable, reminders),
    reminders: (sellerId: string, before: string | null, limit: number) =>
      sql.select(reminderTable, ...newestFirst({ sellerId }, { before, limit })),
  };
}
