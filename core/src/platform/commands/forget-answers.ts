import { dayMs, type Instant } from '../clock';
import type { Database } from '../database/database';
import { sqlOf } from '../database/sql';

/** A command may be said again for this long; after it the same id would be a new command. */
export const answerKeptDays = 90;

const forgottenTogether = 500;

/** Forgets the first answers to commands of long ago. Answers how many. */
export async function forgetAnswers(database: Database, now: Instant): Promise<number> {
  const before = now - answerKeptDays * dayMs;
  for (let forgotten = 0; ;) {
    const removed = await database.transaction(async (tx) => {
      const sql = sqlOf(tx);
      const old = await sql.rows<{ commandId: string }>(
        'SELECT commandId FROM commandAnswer WHERE at < ? ORDER BY at LIMIT ?',
        [before, forgottenTogether],
      );
      if (old.length === 0) return 0;
      return sql.run('DELETE FROM commandAnswer WHERE commandId IN (?)', [
        old.map(({ commandId }) => commandId),
      ]);
    });
    forgotten += removed;
    if (removed < forgottenTogether) return forgotten;
  }
}
