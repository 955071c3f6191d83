import { Contended, type Day, type Fen, newestFirst, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import { type Ageing, ageingBounds } from './ageing';
import type { Statement } from './statement';
import { statementTable } from './tables';

export interface AgeingRow extends Ageing {
  readonly accountId: string;
  readonly buyerId: string;
}

/** What one seller has given and is owed, all customers together. */
export interface SellerTotals {
  readonly sellerId: string;
  readonly accounts: number;
  readonly limitFen: Fen;
  readonly exposureFen: Fen;
  readonly receivableFen: Fen;
  readonly overdueFen: Fen;
}

const open = (condition: string) =>
  `SUM(CASE WHEN ${condition} THEN bill.amountFen - bill.paidFen ELSE 0 END)`;
const buckets = `${open('bill.dueOn >= ?')} AS notDueFen,
  ${open('bill.dueOn < ? AND bill.dueOn >= ?')} AS days1To30Fen,
  ${open('bill.dueOn < ? AND bill.dueOn >= ?')} AS days31To60Fen,
  ${open('bill.dueOn < ? AND bill.dueOn >= ?')} AS days61To90Fen,
  ${open('bill.dueOn < ?')} AS over90Fen`;

function bucketBounds(on: Day): Day[] {
  const [today, month, two, three] = ageingBounds(on);
  return [today, today, month, month, two, two, three, three];
}

/** Statements that were sent, and what is owed by age. */
export function statementStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    addStatement: (statement: Statement) => sql.insertMissing(statementTable, [statement]),
    statement: async (id: string) => (await sql.select(statementTable, 'WHERE id = ?', [id]))[0],
    statements: (side: 'sellerId' | 'buyerId', partyId: string, before: string | null, limit: number) =>
      sql.select(statementTable, ...newestFirst({ [side]: partyId }, { before, limit })),
    async answer({ id, state, answeredBy, answeredAt, note }: Statement, from: Statement['state']) {
      const changed = await sql.run(
        `UPDATE creditStatement SET state = ?, answeredBy = ?, answeredAt = ?, note = ? WHERE id = ? AND state = ?`,
        [state, answeredBy, answeredAt, note, id, from],
      );
      if (changed !== 1) throw new Contended('a statement was answered meanwhile');
    },

    ageing: (sellerId: string, buyerId: string | undefined, on: Day, after: string, limit: number) =>
      sql.rows<AgeingRow>(
        `SELECT bill.accountId, bill.buyerId, ${buckets} FROM bill
         WHERE bill.sellerId = ? ${buyerId === undefined ? '' : 'AND bill.buyerId = ?'}
           AND bill.settled = 0 AND bill.accountId > ?
         GROUP BY bill.accountId, bill.buyerId ORDER BY bill.accountId LIMIT ?`,
        [...bucketBounds(on), sellerId, ...(buyerId === undefined ? [] : [buyerId]), after, limit],
      ),
    ageingTotal: async (sellerId: string, on: Day): Promise<Ageing> => {
      const [row] = await sql.rows<Record<keyof Ageing, Fen | null>>(
        `SELECT ${buckets} FROM bill WHERE bill.sellerId = ? AND bill.settled = 0`,
        [...bucketBounds(on), sellerId],
      );
      return {
        notDueFen: row?.notDueFen ?? 0,
        days1To30Fen: row?.days1To30Fen ?? 0,
        days31To60Fen: row?.days31To60Fen ?? 0,
        days61To90Fen: row?.days61To90Fen ?? 0,
        over90Fen: row?.over90Fen ?? 0,
      };
    },
    /** Every seller of the channel, in the order of ids. */
    sellerTotals: (on: Day, after: string, limit: number) =>
      sql.rows<SellerTotals>(
        `SELECT account.sellerId, COUNT(*) AS accounts, SUM(account.limitFen) AS limitFen,
                SUM(account.heldFen + account.shippedFen + account.receivableFen - account.unappliedFen) AS exposureFen,
                SUM(account.receivableFen) AS receivableFen,
                COALESCE((
                  SELECT SUM(bill.amountFen - bill.paidFen) FROM bill
                  WHERE bill.sellerId = account.sellerId AND bill.settled = 0 AND bill.dueOn < ?
                ), 0) AS overdueFen
         FROM creditAccount account WHERE account.sellerId > ?
         GROUP BY account.sellerId ORDER BY account.sellerId LIMIT ?`,
        [on, after, limit],
      ),
  };
}
