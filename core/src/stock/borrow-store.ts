import { Contended, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { BorrowRequest, BorrowSettlement, BorrowState, Loan, LoanState } from './pool-model';
import { borrowRequestTable, borrowSettlementTable, loanTable } from './pool-tables';

export interface BorrowFilter {
  /** Null: everybody's, for HQ. */
  readonly partyId: string | null;
  readonly before: string | null;
  readonly limit: number;
}

export function borrowStore(tx: Tx) {
  const sql = sqlOf(tx);
  const page = (column: string, { partyId, before }: BorrowFilter): [string, string[]] => [
    [partyId === null ? '1 = 1' : `${column} = ?`, ...(before === null ? [] : ['id < ?'])].join(' AND '),
    [partyId, before].filter((value) => value !== null),
  ];

  return {
    requestLocked: async (id: string) =>
      (await sql.selectForUpdate(borrowRequestTable, 'WHERE id = ?', [id]))[0],
    request: async (id: string) => (await sql.select(borrowRequestTable, 'WHERE id = ?', [id]))[0],
    requestsOf: (orderIds: readonly string[]) =>
      sql.select(borrowRequestTable, 'WHERE orderId IN (?) ORDER BY id', [orderIds]),
    requestsOfLocked: (orderIds: readonly string[]) =>
      sql.selectForUpdate(borrowRequestTable, 'WHERE orderId IN (?) ORDER BY id', [orderIds]),
    requestPage(filter: BorrowFilter) {
      const [where, parameters] = page('borrowerId', filter);
      return sql.select(borrowRequestTable, `WHERE ${where} ORDER BY id DESC LIMIT ?`, [
        ...parameters,
        filter.limit,
      ]);
    },
    addRequests: (requests: readonly BorrowRequest[]) => sql.insert(borrowRequestTable, requests),
    async changeRequest(
      before: BorrowRequest,
      change: Pick<BorrowRequest, 'promised' | 'arrived' | 'reason' | 'answeredAt' | 'closedAt'> & {
        readonly state: BorrowState;
      },
    ) {
      const changed = await sql.run(
        `UPDATE borrowRequest SET promised = ?, arrived = ?, reason = ?, answeredAt = ?, closedAt = ?, state = ?
         WHERE id = ? AND state = ?`,
        [
          change.promised,
          change.arrived,
          change.reason,
          change.answeredAt,
          change.closedAt,
          change.state,
          before.id,
          before.state,
        ],
      );
      if (changed !== 1) throw new Contended('a request to borrow changed since it was read');
    },

    loanLocked: async (id: string) => (await sql.selectForUpdate(loanTable, 'WHERE id = ?', [id]))[0],
    loan: async (id: string) => (await sql.select(loanTable, 'WHERE id = ?', [id]))[0],
    loanPage(filter: BorrowFilter) {
      const [where, parameters] = page('lenderId', filter);
      return sql.select(loanTable, `WHERE ${where} ORDER BY id DESC LIMIT ?`, [...parameters, filter.limit]);
    },
    /** A request that two deliveries bring at once is answered by one of them. */
    async addLoan(loan: Loan) {
      if ((await sql.insertMissing(loanTable, [loan])) !== 1) throw new Contended('a loan came in twice');
    },
    async closeLoan(loan: Loan, state: LoanState, reason: string, at: Instant) {
      const changed = await sql.run(
        `UPDATE loan SET state = ?, reason = ?, closedAt = ? WHERE id = ? AND state = 'reserved'`,
        [state, reason, at, loan.id],
      );
      if (changed !== 1) throw new Contended('a loan changed since it was read');
    },

    addSettlements: (settlements: readonly BorrowSettlement[]) =>
      sql.insert(borrowSettlementTable, settlements),
    /** Newest first, whichever side the party is on. */
    settlementPage({ partyId, before, limit }: BorrowFilter) {
      const conditions = ['1 = 1'];
      const parameters: (string | number)[] = [];
      if (partyId !== null) {
        conditions.push('(lenderId = ? OR borrowerId = ?)');
        parameters.push(partyId, partyId);
      }
      if (before !== null) {
        conditions.push('id < ?');
        parameters.push(before);
      }
      return sql.select(borrowSettlementTable, `WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ?`, [
        ...parameters,
        limit,
      ]);
    },
  };
}
