import { attachmentBooks } from './attachments';
import { creditBooks } from './credit';
import { insightBooks } from './insight';
import { messageBooks } from './messages';
import { afterSalesBooks, orderBooks, shippingBooks } from './orders';
import { partnerBooks } from './partners';
import { paymentBooks } from './payments';
import type { BookCheck, Database } from './platform';
import { sqlOf } from './platform/database/sql';
import { promotionBooks } from './promotions';
import { stockBooks } from './stock';
import { territoryBooks } from './territory';

const checks: readonly BookCheck[] = [
  ...attachmentBooks,
  ...partnerBooks,
  ...stockBooks,
  ...creditBooks,
  ...paymentBooks,
  ...promotionBooks,
  ...orderBooks,
  ...afterSalesBooks,
  ...territoryBooks,
  ...insightBooks,
  ...shippingBooks,
  ...messageBooks,
];

export interface BookResult {
  readonly name: string;
  /** How many rows the sentence was held against. */
  readonly counted: number;
  /** The first few rows it is not true of; none means the books balance. */
  readonly mismatches: readonly object[];
}

/** Recomputes every balance from its entries and every promise from its orders, as of one moment. */
export function checkBooks(database: Database): Promise<readonly BookResult[]> {
  return database.snapshot(async (tx) => {
    const sql = sqlOf(tx);
    const results: BookResult[] = [];
    for (const { name, table, mismatches } of checks) {
      const [{ counted = 0 } = {}] = await sql.rows<{ counted?: number }>(
        `SELECT COUNT(*) AS counted FROM \`${table}\``,
      );
      results.push({ name, counted, mismatches: await sql.rows<object>(mismatches) });
    }
    return results;
  });
}
