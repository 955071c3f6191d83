import type { Instant, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import { type LogInCode, logInCodeTable } from './log-in-code-tables';

/** Codes on their way. */
export function logInCodeStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** The latest code is the one that counts. */
    async put(code: LogInCode, now: Instant) {
      await sql.run('DELETE FROM logInCode WHERE userId = ? OR expiresAt <= ?', [code.userId, now]);
      await sql.insert(logInCodeTable, [code]);
    },
    /** Uses up a try; 0 when there is no code, or no try left of it. */
    take: (userId: string, now: Instant) =>
      sql.run(
        'UPDATE logInCode SET triesLeft = triesLeft - 1 WHERE userId = ? AND triesLeft > 0 AND expiresAt > ?',
        [userId, now],
      ),
    /** Uses up the code itself; 0 when it is another. */
    use: (userId: string, codeHash: string) =>
      sql.run('DELETE FROM logInCode WHERE userId = ? AND codeHash = ?', [userId, codeHash]),
  };
}
