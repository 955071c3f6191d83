import { Contended, type Day, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { BillDay, BillDifference } from './bill-day';
import { billDayTable, billDifferenceTable, paymentTable, refundTable } from './tables';

/** Days that were held against their bills, and what differed. */
export function billDayStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    days: (since: Day) => sql.select(billDayTable, 'WHERE day >= ? ORDER BY day DESC, merchantId', [since]),
    /** What of ours belongs to a day, and whatever else the bill names. */
    payments: (merchantId: string, from: Instant, before: Instant, named: readonly string[]) =>
      sql.select(
        paymentTable,
        `WHERE merchantId = ? AND ((paidAt >= ? AND paidAt < ?)${named.length > 0 ? ' OR id IN (?)' : ''}) ORDER BY id`,
        named.length > 0 ? [merchantId, from, before, named] : [merchantId, from, before],
      ),
    refundsNamed: async (named: readonly string[]) =>
      named.length === 0 ? [] : sql.select(refundTable, 'WHERE id IN (?) ORDER BY id', [named]),
    /** Keeps a day anew: a bill that is fetched again is compared again. */
    async keepDay(day: BillDay) {
      await sql.insertMissing(billDayTable, [day]);
      await sql.run(
        `UPDATE billDay SET payments = ?, paidFen = ?, refunds = ?, refundedFen = ?, differences = ?, comparedAt = ?
         WHERE merchantId = ? AND day = ?`,
        [
          day.payments,
          day.paidFen,
          day.refunds,
          day.refundedFen,
          day.differences,
          day.comparedAt,
          day.merchantId,
          day.day,
        ],
      );
    },
    keepDifferences: (differences: readonly BillDifference[]) =>
      differences.length === 0 ? Promise.resolve(0) : sql.insertMissing(billDifferenceTable, differences),
    countOf: async (merchantId: string, day: Day) => {
      const [row] = await sql.rows<{ count: number }>(
        'SELECT COUNT(*) AS count FROM billDifference WHERE merchantId = ? AND day = ?',
        [merchantId, day],
      );
      return Number(row?.count ?? 0);
    },
    difference: async (differenceId: string) =>
      (await sql.select(billDifferenceTable, 'WHERE id = ?', [differenceId]))[0],
    /** Newest first; of one seller, or of all. */
    differences: (
      sellerId: string | null,
      state: BillDifference['state'] | null,
      after: readonly [Day, string] | null,
      limit: number,
    ) => {
      const conditions = ['1 = 1'];
      const parameters: (string | number)[] = [];
      if (sellerId !== null) {
        conditions.push('sellerId = ?');
        parameters.push(sellerId);
      }
      if (state !== null) {
        conditions.push('state = ?');
        parameters.push(state);
      }
      if (after !== null) {
        conditions.push('(day < ? OR (day = ? AND id > ?))');
        parameters.push(after[0], after[0], after[1]);
      }
      return sql.select(
        billDifferenceTable,
        `WHERE ${conditions.join(' AND ')} ORDER BY day DESC, id LIMIT ?`,
        [...parameters, limit],
      );
    },
    async resolve(differenceId: string, note: string, resolvedBy: string, at: Instant) {
      const changed = await sql.run(
        `UPDATE billDifference SET state = 'resolved', note = ?, resolvedBy = ?, resolvedAt = ?
         WHERE id = ? AND state = 'open'`,
        [note, resolvedBy, at, differenceId],
      );
      if (changed !== 1) throw new Contended('a difference was resolved meanwhile');
    },
  };
}
