import { addAmounts, caseById, Contended, type Day, type Fen, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Application, Bill, CreditAccount, CreditEntry, Overdue, Receipt } from './model';
import { applicationTable, billTable, creditAccountTable, creditEntryTable, receiptTable } from './tables';

export interface BillFilter {
  readonly sellerId: string | null;
  readonly buyerId: string | null;
  readonly after: readonly [dueOn: Day, id: string] | null;
  readonly limit: number;
}

const available = 'limitFen + unappliedFen - heldFen - shippedFen - receivableFen';

export function creditStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    accounts: (buyerIds: readonly string[], sellerIds: readonly string[], locked: boolean) => {
      const rest = 'WHERE buyerId IN (?) AND sellerId IN (?) ORDER BY id';
      return locked
        ? sql.selectForUpdate(creditAccountTable, rest, [buyerIds, sellerIds])
        : sql.select(creditAccountTable, rest, [buyerIds, sellerIds]);
    },
    accountsOfBuyer: (buyerId: string) =>
      sql.select(creditAccountTable, 'WHERE buyerId = ? ORDER BY id LIMIT 100', [buyerId]),
    accountsOfSeller: (sellerId: string, after: string, limit: number) =>
      sql.select(creditAccountTable, 'WHERE sellerId = ? AND id > ? ORDER BY id LIMIT ?', [
        sellerId,
        after,
        limit,
      ]),
    addAccounts: (accounts: readonly CreditAccount[]) => sql.insertMissing(creditAccountTable, accounts),
    setLimit: (accountId: string, limitFen: Fen, termDays: number) =>
      sql.run('UPDATE creditAccount SET limitFen = ?, termDays = ? WHERE id = ?', [
        limitFen,
        termDays,
        accountId,
      ]),

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
      const parameters: (string | number)[] = [];
      const buckets = ['heldFen', 'shippedFen', 'receivableFen', 'unappliedFen'] as const;
      const sets = buckets.map((bucket) => {
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
        guard = ` AND ${available} >= ${growth.text}`;
        parameters.push(...growth.parameters);
      }
      const changed = await sql.run(
        `UPDATE creditAccount SET ${sets.join(', ')} WHERE 1 = 1${guard} AND id IN (?)`,
        [...parameters, ids],
      );
      if (changed !== ids.length) throw new Contended('credit changed since it was read');
      await sql.insert(creditEntryTable, entries);
    },
    entries: (accountId: string, before: string | null, limit: number) =>
      before === null
        ? sql.select(creditEntryTable, 'WHERE accountId = ? ORDER BY id DESC LIMIT ?', [accountId, limit])
        : sql.select(creditEntryTable, 'WHERE accountId = ? AND id < ? ORDER BY id DESC LIMIT ?', [
            accountId,
            before,
            limit,
          ]),

    addBills: (bills: readonly Bill[]) => sql.insert(billTable, bills),
    openBillsLocked: (accountId: string) =>
      sql.selectForUpdate(billTable, 'WHERE accountId = ? AND settled = 0 ORDER BY dueOn, id', [accountId]),
    bill: async (billId: string) => (await sql.select(billTable, 'WHERE id = ?', [billId]))[0],
    async pay(applications: readonly Application[]) {
      const shares = addAmounts(applications.map(({ billId, amountFen }) => [billId, amountFen]));
      if (shares.size === 0) return;
      const { text, parameters } = caseById(shares);
      const changed = await sql.run(
        `UPDATE bill SET settled = CASE WHEN paidFen + ${text} = amountFen THEN 1 ELSE 0 END, paidFen = paidFen + ${text}
         WHERE paidFen + ${text} <= amountFen AND id IN (?)`,
        [...parameters, ...parameters, ...parameters, [...shares.keys()]],
      );
      if (changed !== shares.size) throw new Contended('bills changed since they were read');
      await sql.insert(applicationTable, applications);
    },
    addReceipts: (receipts: readonly Receipt[]) => sql.insert(receiptTable, receipts),

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
  };
}
