import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Application, Bill, CreditAccount, CreditEntry, Receipt } from './model';
import { applicationTable, billTable, creditAccountTable, creditEntryTable, receiptTable } from './tables';

/** What was owed and paid elsewhere or earlier, as the rows it leaves; accounts stand where their entries bring them. */
export interface CreditHistory {
  readonly accounts: readonly CreditAccount[];
  readonly entries: readonly CreditEntry[];
  readonly bills: readonly Bill[];
  readonly receipts: readonly Receipt[];
  readonly applications: readonly Application[];
}

/** Writes a history that was composed whole: no limit is asked, and nothing of it may be there yet. */
export async function addCreditHistory(tx: Tx, history: CreditHistory): Promise<void> {
  const sql = sqlOf(tx);
  await sql.insert(creditAccountTable, history.accounts);
  await sql.insert(creditEntryTable, history.entries);
  await sql.insert(billTable, history.bills);
  await sql.insert(receiptTable, history.receipts);
  await sql.insert(applicationTable, history.applications);
}
