import { addAmounts, caseById, Contended, type Fen, newestFirst, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Application, Receipt } from './model';
import type { StatementReceipt } from './statement';
import { applicationTable, receiptTable, writeOffTable } from './tables';
import type { WriteOff } from './write-off';

/** What pays bills, and how bills took it. */
export function receiptStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    addReceipts: (receipts: readonly Receipt[]) => sql.insert(receiptTable, receipts),
    receiptLocked: async (receiptId: string) =>
      (await sql.selectForUpdate(receiptTable, 'WHERE id = ?', [receiptId]))[0],
    receipt: async (receiptId: string) => (await sql.select(receiptTable, 'WHERE id = ?', [receiptId]))[0],
    reversalOf: async (receiptId: string) =>
      (await sql.select(receiptTable, 'WHERE reversesId = ?', [receiptId]))[0],
    /** Whether some of it went back to the buyer. */
    hasPaidOut: async (receiptId: string) =>
      (await sql.rows('SELECT id FROM receipt WHERE paysOutId = ? LIMIT 1', [receiptId])).length > 0,
    /** What may pay a bill of an order: what came with it first, then the oldest. */
    openReceiptsLocked: (accountId: string, orderId: string) =>
      sql.selectForUpdate(
        receiptTable,
        `WHERE accountId = ? AND openFen > 0 AND (orderId IS NULL OR orderId = ?)
         ORDER BY CASE WHEN orderId IS NULL THEN 1 ELSE 0 END, at, id`,
        [accountId, orderId],
      ),
    /** What came with orders, latest first. */
    receiptsOfOrders: (orderIds: readonly string[]) =>
      sql.select(
        receiptTable,
        `WHERE orderId IN (?) AND kind IN ('payment', 'rebate') ORDER BY at DESC, id DESC`,
        [orderIds],
      ),
    /** What a payment of bills brought, the latest first. */
    receiptsOfPayment: (paymentId: string) =>
      sql.select(
        receiptTable,
        `WHERE boundId = ? AND boundTo = 'payment' AND kind = 'money' ORDER BY at DESC, id DESC`,
        [paymentId],
      ),
    /** What of a receipt goes back to the buyer; no bill may have taken it. */
    async takeOut(receiptId: string, amountFen: Fen) {
      const changed = await sql.run(
        'UPDATE receipt SET openFen = openFen - ? WHERE id = ? AND openFen >= ?',
        [amountFen, receiptId, amountFen],
      );
      if (changed !== 1) throw new Contended('a receipt changed since it was read');
    },
    receiptsOf: (accountId: string, before: string | null, limit: number) =>
      sql.select(receiptTable, ...newestFirst({ accountId }, { before, limit })),
    receiptsBetween: (accountId: string, from: number, before: number, limit: number) =>
      sql.rows<StatementReceipt>(
        `SELECT receipt.id, receipt.kind, receipt.amountFen, receipt.reason, receipt.at, source.kind AS reversedKind
         FROM receipt LEFT JOIN receipt source ON source.id = receipt.reversesId
         WHERE receipt.accountId = ? AND receipt.at >= ? AND receipt.at < ? ORDER BY receipt.at, receipt.id LIMIT ?`,
        [accountId, from, before, limit],
      ),

    /** Applications of a receipt that nobody has taken back. */
    liveApplications: (receiptId: string) =>
      sql.select(
        applicationTable,
        `WHERE receiptId = ? AND reversesId IS NULL AND NOT EXISTS (
           SELECT 1 FROM billApplication takenBack WHERE takenBack.reversesId = billApplication.id
         ) ORDER BY id`,
        [receiptId],
      ),

    /** Moves applications, either way, into their bills and out of their receipts. */
    async apply(applications: readonly Application[]) {
      if (applications.length === 0) return;
      const shares = addAmounts(applications.map(({ billId, amountFen }) => [billId, amountFen]));
      const paid = caseById(shares);
      const bills = await sql.run(
        `UPDATE bill SET settled = CASE WHEN paidFen + ${paid.text} = amountFen THEN 1 ELSE 0 END,
           paidFen = paidFen + ${paid.text}
         WHERE paidFen + ${paid.text} <= amountFen AND paidFen + ${paid.text} >= 0 AND id IN (?)`,
        [...paid.parameters, ...paid.parameters, ...paid.parameters, ...paid.parameters, [...shares.keys()]],
      );
      if (bills !== shares.size) throw new Contended('bills changed since they were read');
      const taken = addAmounts(applications.map(({ receiptId, amountFen }) => [receiptId, amountFen]));
      const out = caseById(taken);
      const receipts = await sql.run(
        `UPDATE receipt SET openFen = openFen - ${out.text} WHERE openFen - ${out.text} >= 0 AND id IN (?)`,
        [...out.parameters, ...out.parameters, [...taken.keys()]],
      );
      if (receipts !== taken.size) throw new Contended('receipts changed since they were read');
      await sql.insert(applicationTable, applications);
    },
    /** Closes a receipt that a reversal takes back: all of it must be open. */
    async closeReceipt({ id, amountFen }: Receipt) {
      const changed = await sql.run('UPDATE receipt SET openFen = 0 WHERE id = ? AND openFen = ?', [
        id,
        amountFen,
      ]);
      if (changed !== 1) throw new Contended('a receipt changed since it was read');
    },

    addWriteOff: (writeOff: WriteOff) => sql.insert(writeOffTable, [writeOff]),
    writeOff: async (writeOffId: string) =>
      (await sql.select(writeOffTable, 'WHERE id = ?', [writeOffId]))[0],
    async decideWriteOff({ id, state, decidedBy, decidedAt, decisionNote }: WriteOff) {
      const changed = await sql.run(
        `UPDATE writeOff SET state = ?, decidedBy = ?, decidedAt = ?, decisionNote = ?
         WHERE id = ? AND state = 'requested'`,
        [state, decidedBy, decidedAt, decisionNote, id],
      );
      if (changed !== 1) throw new Contended('a write-off was decided meanwhile');
    },
    /** What is asked of a seller by anybody but this person. */
    async requestedWriteOffsOf(sellerId: string, userId: string) {
      const [found] = await sql.rows<{ readonly requests: number; readonly amountFen: Fen }>(
        `SELECT COUNT(*) AS requests, COALESCE(SUM(asked.amountFen), 0) AS amountFen FROM writeOff asked
         JOIN creditAccount account ON account.id = asked.accountId
         WHERE account.sellerId = ? AND asked.state = 'requested' AND asked.requestedBy <> ?`,
        [sellerId, userId],
      );
      return { requests: found?.requests ?? 0, amountFen: found?.amountFen ?? 0 };
    },
    writeOffsOf: (sellerId: string, before: string | null, limit: number) =>
      sql.select(
        writeOffTable,
        `WHERE accountId IN (SELECT id FROM creditAccount WHERE sellerId = ?)${
          before === null ? '' : ' AND id < ?'
        } ORDER BY id DESC LIMIT ?`,
        before === null ? [sellerId, limit] : [sellerId, before, limit],
      ),
  };
}
