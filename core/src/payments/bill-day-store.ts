import { type Day, type Fen, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { BillDay, BillDifference } from './bill-day';
import { billDayTable, billDifferenceTable, paymentTable, refundTable } from './tables';

/** Days that were held against their bills, and what differed. */
export function billDayStore(tx: Tx) {
  const sql = sqlOf(tx);
  const ofDay = (merchantId: string, from: Instant, before: Instant, named: readonly string[]) =>
    named.length > 0 ? [merchantId, from, before, named] : [merchantId, from, before];
  return {
    days: (merchantIds: readonly string[], since: Day) =>
      sql.select(billDayTable, 'WHERE merchantId IN (?) AND day >= ? ORDER BY day DESC, merchantId', [
        merchantIds,
        since,
      ]),
    /** When a merchant was paid first; null when it never was. */
    async firstPaidAt(merchantId: string): Promise<Instant | null> {
      const [row] = await sql.rows<{ at: Instant | null }>(
        'SELECT MIN(paidAt) AS at FROM payment WHERE merchantId = ?',
        [merchantId],
      );
      return row?.at == null ? null : Number(row.at);
    },
    /** The payments of a day, and whatever else the bill names. */
    payments: (merchantId: string, from: Instant, before: Instant, named: readonly string[]) =>
      sql.select(
        paymentTable,
        `WHERE merchantId = ? AND ((paidAt >= ? AND paidAt < ?)${named.length > 0 ? ' OR id IN (?)' : ''}) ORDER BY id`,
        ofDay(merchantId, from, before, named),
      ),
    /** The refunds accepted on a day, and whatever else the bill names. */
    refunds: (merchantId: string, from: Instant, before: Instant, named: readonly string[]) =>
      sql.select(
        refundTable,
        `WHERE paymentId IN (SELECT id FROM payment WHERE merchantId = ?)
           AND ((acceptedAt >= ? AND acceptedAt < ?)${named.length > 0 ? ' OR id IN (?)' : ''}) ORDER BY id`,
        ofDay(merchantId, from, before, named),
      ),
    /** What our ledger booked for a merchant on a day. */
    async ledgerOf(merchantId: string, day: Day): Promise<{ readonly paidFen: Fen; readonly backFen: Fen }> {
      const rows = await sql.rows<{ kind: string; amountFen: number }>(
        `SELECT entry.kind, SUM(entry.amountFen) AS amountFen
         FROM paymentEntry entry JOIN payment ON payment.id = entry.paymentId
         WHERE payment.merchantId = ? AND entry.bookedOn = ? GROUP BY entry.kind`,
        [merchantId, day],
      );
      const of = (kind: string) => Number(rows.find((row) => row.kind === kind)?.amountFen ?? 0);
      return { paidFen: of('paid'), backFen: 0 - of('refunded') };
    },
    /** Keeps a day anew: a bill that is fetched again is compared again. */
    async keepDay(day: BillDay) {
      await sql.insertMissing(billDayTable, [day]);
      await sql.run(
        `UPDATE billDay SET payments = ?, paidFen = ?, refunds = ?, refundedFen = ?, inFen = ?, outFen = ?, feeFen = ?,
           closingFen = ?, ledgerPaidFen = ?, ledgerRefundedFen = ?, differences = ?, comparedAt = ?
         WHERE merchantId = ? AND day = ?`,
        [
          day.payments,
          day.paidFen,
          day.refunds,
          day.refundedFen,
          day.inFen,
          day.outFen,
          day.feeFen,
          day.closingFen,
          day.ledgerPaidFen,
          day.ledgerRefundedFen,
          day.differences,
          day.comparedAt,
          day.merchantId,
          day.day,
        ],
      );
    },
    /** A difference that was found before stays as it stands. */
    keepDifferences: (differences: readonly BillDifference[]) =>
      differences.length === 0 ? Promise.resolve(0) : sql.insertMissing(billDifferenceTable, differences),
    differencesOfDay: (merchantId: string, day: Day) =>
      sql.select(billDifferenceTable, 'WHERE merchantId = ? AND day = ? ORDER BY id', [merchantId, day]),
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
      const only = (condition: string, ...values: readonly string[]) => {
        conditions.push(condition);
        parameters.push(...values);
      };
      if (sellerId !== null) only('sellerId = ?', sellerId);
      if (state !== null) only('state = ?', state);
      if (after !== null) only('(day < ? OR (day = ? AND id > ?))', after[0], after[0], after[1]);
      return sql.select(
        billDifferenceTable,
        `WHERE ${conditions.join(' AND ')} ORDER BY day DESC, id LIMIT ?`,
        [...parameters, limit],
      );
    },
    /** True when this call settled it: a difference is settled once. */
    async settle(
      differenceId: string,
      {
        state,
        note,
        resolvedBy,
        resolvedAt,
      }: Pick<BillDifference, 'state' | 'note' | 'resolvedBy' | 'resolvedAt'>,
    ) {
      const changed = await sql.run(
        `UPDATE billDifference SET state = ?, note = ?, resolvedBy = ?, resolvedAt = ? WHERE id = ? AND state = 'open'`,
        [state, note, resolvedBy, resolvedAt, differenceId],
      );
      return changed === 1;
    },
  };
}
