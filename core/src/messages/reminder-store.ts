import type { Instant, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { SaleReminder } from './model';
import { saleReminderTable } from './tables';

/** Who wants to know of which sale. */
export function reminderStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    ofUser: (userId: string, limit: number) =>
      sql.select(saleReminderTable, 'WHERE userId = ? AND toldAt IS NULL ORDER BY remindAt, id LIMIT ?', [
        userId,
        limit,
      ]),
    of: async ({ userId, subject, subjectId }: Pick<SaleReminder, 'userId' | 'subject' | 'subjectId'>) =>
      (
        await sql.select(saleReminderTable, 'WHERE userId = ? AND subject = ? AND subjectId = ?', [
          userId,
          subject,
          subjectId,
        ])
      )[0],
    add: (reminder: SaleReminder) => sql.insertMissing(saleReminderTable, [reminder]),
    /** One that was told stays: it is told once. */
    drop: ({ userId, subject, subjectId }: Pick<SaleReminder, 'userId' | 'subject' | 'subjectId'>) =>
      sql.run(
        'DELETE FROM saleReminder WHERE userId = ? AND subject = ? AND subjectId = ? AND toldAt IS NULL',
        [userId, subject, subjectId],
      ),
    due: (at: Instant, limit: number) =>
      sql.select(saleReminderTable, 'WHERE toldAt IS NULL AND remindAt <= ? ORDER BY remindAt, id LIMIT ?', [
        at,
        limit,
      ]),
    /** False when somebody else has told, or it was dropped. */
    tell: async (id: string, at: Instant) =>
      (await sql.run('UPDATE saleReminder SET toldAt = ? WHERE id = ? AND toldAt IS NULL', [at, id])) === 1,
    move: (id: string, remindAt: Instant) =>
      sql.run('UPDATE saleReminder SET remindAt = ? WHERE id = ? AND toldAt IS NULL', [remindAt, id]),
    removeBefore: async (before: Instant, limit: number) => {
      const old = await sql.rows<{ id: string }>(
        'SELECT id FROM saleReminder WHERE remindAt < ? ORDER BY remindAt, id LIMIT ?',
        [before, limit],
      );
      if (old.length === 0) return 0;
      return sql.run('DELETE FROM saleReminder WHERE id IN (?)', [old.map(({ id }) => id)]);
    },
  };
}
