import type { Day, Fen, Instant, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';

/** 应收: what is owed now, and what a period brought, in fen. */
export interface ReceivableFigures {
  /** Billed and not paid, of everybody. */
  readonly receivableFen: Fen;
  /** Of that, what should have been paid before today. */
  readonly overdueFen: Fen;
  /** Of that, what should have been paid more than 90 days ago. */
  readonly over90Fen: Fen;
  /** 赊销额: billed in the period to be paid later, so neither cash nor prepaid. */
  readonly creditSalesFen: Fen;
  /** 坏账核销: given up in the period, and not taken back since. */
  readonly writtenOffFen: Fen;
}

export type NamedReceivables = ReceivableFigures & { readonly key: string };

export interface ReceivablesQuery {
  readonly by: 'sellerId' | 'buyerId';
  /** Of one seller, of all but one, or of everybody. */
  readonly sellerId: string | null;
  readonly exceptSellerId: string | null;
  /** The period, its end not included. */
  readonly from: Instant;
  readonly until: Instant;
  /** The day something is overdue on, and the day beyond which it is by 90 days. */
  readonly on: Day;
  readonly longAgo: Day;
}

const nothing: ReceivableFigures = {
  receivableFen: 0,
  overdueFen: 0,
  over90Fen: 0,
  creditSalesFen: 0,
  writtenOffFen: 0,
};

/** What each seller is owed, or each buyer owes; who has nothing of all that has no row. In no order. */
export async function loadReceivables(tx: Tx, query: ReceivablesQuery): Promise<readonly NamedReceivables[]> {
  const { by, from, until, on, longAgo } = query;
  const sql = sqlOf(tx);
  const scope = scopeOf(query);
  const found = new Map<string, ReceivableFigures>();
  const add = (rows: readonly ({ key: string } & Partial<ReceivableFigures>)[]) => {
    for (const { key, ...figures } of rows) {
      const numbers = Object.entries(figures).map(([name, value]) => [name, Number(value ?? 0)] as const);
      found.set(key, { ...(found.get(key) ?? nothing), ...Object.fromEntries(numbers) });
    }
  };
  add(
    await sql.rows(
      `SELECT ${by} AS \`key\`, SUM(receivableFen) AS receivableFen FROM creditAccount
       WHERE ${scope.text} receivableFen <> 0 GROUP BY ${by}`,
      scope.parameters,
    ),
  );
  add(
    await sql.rows(
      `SELECT ${by} AS \`key\`, SUM(amountFen - paidFen) AS overdueFen,
              SUM(CASE WHEN dueOn < ? THEN amountFen - paidFen ELSE 0 END) AS over90Fen
       FROM bill WHERE ${scope.text} settled = 0 AND dueOn < ? GROUP BY ${by}`,
      [longAgo, ...scope.parameters, on],
    ),
  );
  add(
    await sql.rows(
      `SELECT ${by} AS \`key\`, SUM(amountFen) AS creditSalesFen FROM bill
       WHERE ${scope.text} issuedAt >= ? AND issuedAt < ? AND termsKind NOT IN ('cash', 'prepaid') GROUP BY ${by}`,
      [...scope.parameters, from, until],
    ),
  );
  add(
    await sql.rows(
      `SELECT account.${by} AS \`key\`, SUM(receipt.amountFen) AS writtenOffFen
       FROM creditAccount account JOIN receipt ON receipt.accountId = account.id
       WHERE ${scope.text} receipt.kind = 'writeOff' AND receipt.at >= ? AND receipt.at < ?
         AND NOT EXISTS (SELECT 1 FROM receipt undone WHERE undone.reversesId = receipt.id)
       GROUP BY account.${by}`,
      [...scope.parameters, from, until],
    ),
  );
  return [...found].map(([key, figures]) => ({ key, ...figures }));
}

function scopeOf({ sellerId, exceptSellerId }: Pick<ReceivablesQuery, 'sellerId' | 'exceptSellerId'>) {
  if (sellerId !== null) return { text: 'sellerId = ? AND', parameters: [sellerId] };
  if (exceptSellerId !== null) return { text: 'sellerId <> ? AND', parameters: [exceptSellerId] };
  return { text: '', parameters: [] };
}
