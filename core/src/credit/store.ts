import {
  addAmounts,
  caseById,
  Contended,
  type Day,
  dayOf,
  type Fen,
  type Instant,
  newestFirst,
  type SqlParameter,
  together,
  type Tx,
} from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Bill, CreditAccount, CreditEntry, OpenBill, Overdue } from './model';
import { billTable, creditAccountTable, creditEntryTable } from './tables';

export interface BillFilter {
  readonly sellerId: string | null;
  readonly buyerId: string | null;
  readonly after: readonly [dueOn: Day, id: string] | null;
  readonly limit: number;
}

/**
 * What an account has left: its permanent limit and the temporary ones valid on the day that is handed in,
 * so that midnight changes what may be held and no job has to.
 */
const available = `limitFen + unappliedFen - heldFen - shippedFen - receivableFen + COALESCE((
  SELECT SUM(extra.amountFen) FROM temporaryLimit extra
  WHERE extra.accountId = creditAccount.id AND extra.state = 'approved' AND extra.startsOn <= ? AND extra.untilOn >= ?
), 0)`;

/** Accounts, their ledger and their bills. */
export function creditStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    accounts: (buyerIds: readonly string[], sellerIds: readonly string[], locked: boolean) => {
      const rest = 'WHERE buyerId IN (?) AND sellerId IN (?) ORDER BY id';
      return locked
        ? sql.selectForUpdate(creditAccountTable, rest, [buyerIds, sellerIds])
        : sql.select(creditAccountTable, rest, [buyerIds, sellerIds]);
    },
    accountLocked: async (accountId: string) =>
      (await sql.selectForUpdate(creditAccountTable, 'WHERE id = ?', [accountId]))[0],
    accountsOfBuyer: (buyerId: string) =>
      sql.select(creditAccountTable, 'WHERE buyerId = ? ORDER BY id LIMIT 100', [buyerId]),
    accountsOfSeller: (sellerId: string, buyerId: string | undefined, after: string, limit: number) =>
      sql.select(
        creditAccountTable,
        `WHERE sellerId = ? ${buyerId === undefined ? '' : 'AND buyerId = ?'} AND id > ? ORDER BY id LIMIT ?`,
        [sellerId, ...(buyerId === undefined ? [] : [buyerId]), after, limit],
      ),
    addAccounts: (accounts: readonly CreditAccount[]) => sql.insertMissing(creditAccountTable, accounts),

    overdueOfSeller: async (sellerId: string, on: Day) => {
      const [row] = await sql.rows<{ accounts: number; overdueFen: number | null }>(
        `SELECT COUNT(DISTINCT accountId) AS accounts, SUM(amountFen - paidFen) AS overdueFen FROM bill
         WHERE sellerId = ? AND settled = 0 AND dueOn < ?`,
        [sellerId, on],
      );
      return { accounts: Number(row?.accounts ?? 0), overdueFen: Number(row?.overdueFen ?? 0) };
    },
    overdue: (accountIds: readonly string[], on: Day) =>
      sql.rows<Overdue>(
        `SELECT accountId, MIN(dueOn) AS oldestDueOn, SUM(amountFen - paidFen) AS overdueFen FROM bill
         WHERE accountId IN (?) AND settled = 0 AND dueOn < ? GROUP BY accountId`,
        [accountIds, on],
      ),

    /**
     * Moves every entry's amounts into its account. With `withinLimit` an account that would go over
     * its limit spoils all, and the work is replayed against the account as it now is.
     */
    async post(entries: readonly CreditEntry[], withinLimit: boolean) {
      const parameters: SqlParameter[] = [];
      const buckets = ['heldFen', 'shippedFen', 'receivableFen', 'unappliedFen'] as const;
      const moved = buckets.filter((bucket) => entries.some((entry) => entry[bucket] !== 0));
      if (moved.length === 0) return sql.insert(creditEntryTable, entries);
      const sets = moved.map((bucket) => {
        const change = caseById(addAmounts(entries.map((entry) => [entry.accountId, entry[bucket]])));
        parameters.push(...change.parameters);
        return `${bucket} = ${bucket} + ${change.text}`;
      });
      const ids = [...new Set(entries.map((entry) => entry.accountId))];
      let guard = '';
      if (withinLimit) {
        const grown = addAmounts(
          entries.map((entry) => [
            entry.accountId,
            entry.heldFen + entry.shippedFen + entry.receivableFen - entry.unappliedFen,
          ]),
        );
        const growth = caseById(grown);
        const days = entries.map(({ at }) => dayOf(at)).sort();
        guard = ` AND ${available} >= ${growth.text}`;
        // What is posted on both sides of midnight counts only on limits that are valid on both.
        parameters.push(days[0] ?? '', days.at(-1) ?? '', ...growth.parameters);
      }
      const [changed] = await together([
        sql.run(`UPDATE creditAccount SET ${sets.join(', ')} WHERE 1 = 1${guard} AND id IN (?)`, [
          ...parameters,
          ids,
        ]),
        sql.insert(creditEntryTable, entries),
      ]);
      if (changed !== ids.length) throw new Contended('credit changed since it was read');
    },
    entries: (accountId: string, before: string | null, limit: number) =>
      sql.select(creditEntryTable, ...newestFirst({ accountId }, { before, limit })),

    addBills: (bills: readonly Bill[]) => sql.insert(billTable, bills),
    openBillsLocked: (accountId: string) =>
      sql.selectForUpdate(billTable, 'WHERE accountId = ? AND settled = 0 ORDER BY dueOn, id', [accountId]),
    bills: (billIds: readonly string[]) =>
      sql.select(billTable, 'WHERE id IN (?) ORDER BY dueOn, id', [billIds]),
    openBillsOfOrder: (accountId: string, orderId: string, locked: boolean) => {
      const rest = 'WHERE accountId = ? AND settled = 0 AND orderId = ? ORDER BY dueOn, id';
      return locked
        ? sql.selectForUpdate(billTable, rest, [accountId, orderId])
        : sql.select(billTable, rest, [accountId, orderId]);
    },
    bill: async (billId: string) => (await sql.select(billTable, 'WHERE id = ?', [billId]))[0],
    openBillsOf: (accountIds: readonly string[]) =>
      sql.rows<OpenBill>(
        `SELECT id, accountId, orderId, orderNumber, amountFen, paidFen, issuedAt, dueOn FROM bill
         WHERE accountId IN (?) AND settled = 0 ORDER BY accountId, dueOn, id`,
        [accountIds],
      ),
    /** What an account was billed between two instants, the second exclusive. */
    billedFen: async (accountId: string, from: Instant, until: Instant) => {
      const [found] = await sql.rows<{ billedFen: number | null }>(
        'SELECT SUM(amountFen) AS billedFen FROM bill WHERE accountId = ? AND issuedAt >= ? AND issuedAt < ?',
        [accountId, from, until],
      );
      return found?.billedFen ?? 0;
    },
    /** The order each account was billed for last. */
    lastBilled: (accountIds: readonly string[]) =>
      sql.rows<{ accountId: string; orderId: string }>(
        `SELECT bill.accountId, MAX(bill.orderId) AS orderId FROM bill JOIN (
           SELECT accountId, MAX(issuedAt) AS lastAt FROM bill WHERE accountId IN (?) GROUP BY accountId
         ) newest ON newest.accountId = bill.accountId AND newest.lastAt = bill.issuedAt
         GROUP BY bill.accountId`,
        [accountIds],
      ),
    openBills: ({ sellerId, buyerId, after, limit }: BillFilter) => {
      const conditions = ['settled = 0'];
      const parameters: (string | number)[] = [];
      if (sellerId !== null) {
        conditions.push('sellerId = ?');
        parameters.push(sellerId);
      }
      if (buyerId !== null) {
        conditions.push('buyerId = ?');
        parameters.push(buyerId);
      }
      if (after !== null) {
        conditions.push('(dueOn > ? OR (dueOn = ? AND id > ?))');
        parameters.push(after[0], ...after);
      }
      return sql.select(billTable, `WHERE ${conditions.join(' AND ')} ORDER BY dueOn, id LIMIT ?`, [
        ...parameters,
        limit,
      ]);
    },
    /** What an account owed, less money unapplied, before an instant. */
    owedBefore: async (accountId: string, before: number): Promise<Fen> => {
      const [row] = await sql.rows<{ owedFen: Fen | null }>(
        'SELECT SUM(receivableFen - unappliedFen) AS owedFen FROM creditEntry WHERE accountId = ? AND at < ?',
        [accountId, before],
      );
      return row?.owedFen ?? 0;
    },
    billsBetween: (accountId: string, from: number, before: number, limit: number) =>
      sql.select(
        billTable,
        'WHERE accountId = ? AND issuedAt >= ? AND issuedAt < ? ORDER BY issuedAt, id LIMIT ?',
        [accountId, from, before, limit],
      ),
  };
}
