import type { Instant, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { PhoneCode } from './phone-code';
import { codePaceTable, phoneCodeTable } from './phone-code-tables';

type Which = Pick<PhoneCode, 'purpose' | 'whoHash'>;

/** Codes on their way. */
export function phoneCodeStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** Counts one more of a window, which begins where none is open; false when it is full. */
    async pace(
      name: string,
      { count, windowMs }: { readonly count: number; readonly windowMs: number },
      now: Instant,
    ) {
      await sql.run('DELETE FROM codePace WHERE name = ? AND endsAt <= ?', [name, now]);
      const began = await sql.insertMissing(codePaceTable, [{ name, count: 1, endsAt: now + windowMs }]);
      if (began === 1) return true;
      const counted = 'UPDATE codePace SET count = count + 1 WHERE name = ? AND count < ?';
      return (await sql.run(counted, [name, count])) === 1;
    },
    forgetPaces: (now: Instant) => sql.run('DELETE FROM codePace WHERE endsAt <= ?', [now]),

    /** The latest code is the one that counts. */
    async put(code: PhoneCode, now: Instant) {
      await sql.run('DELETE FROM phoneCode WHERE (purpose = ? AND whoHash = ?) OR expiresAt <= ?', [
        code.purpose,
        code.whoHash,
        now,
      ]);
      await sql.insert(phoneCodeTable, [code]);
    },
    /** Uses up a try; 0 when there is no code, or no try left of it. */
    take: ({ purpose, whoHash }: Which, now: Instant) =>
      sql.run(
        `UPDATE phoneCode SET triesLeft = triesLeft - 1
         WHERE purpose = ? AND whoHash = ? AND triesLeft > 0 AND expiresAt > ?`,
        [purpose, whoHash, now],
      ),
    /** Whether this is the code; it stays as it is. */
    isThere: async ({ purpose, whoHash }: Which, codeHash: string) =>
      (
        await sql.select(phoneCodeTable, 'WHERE purpose = ? AND whoHash = ? AND codeHash = ?', [
          purpose,
          whoHash,
          codeHash,
        ])
      ).length === 1,
    /** Uses up the code itself; 0 when it is another. */
    use: ({ purpose, whoHash }: Which, codeHash: string) =>
      sql.run('DELETE FROM phoneCode WHERE purpose = ? AND whoHash = ? AND codeHash = ?', [
        purpose,
        whoHash,
        codeHash,
      ]),
  };
}
