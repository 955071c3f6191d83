import type { Fen, Instant, Tx } from '../../platform';
import { sqlOf } from '../../platform/database/sql';
import type { BudgetWarning, CostSide, CostStatementRow, PromotionCost } from './model';
import { budgetWarningTable, promotionCostTable } from './tables';

export interface StatementFilter {
  /** `seller`: of the promotions of a party, whoever bears it. `payer`: what a party bears of those of others. */
  readonly side: CostSide;
  readonly partyId: string;
  readonly promotionId: string | null;
  readonly from: Instant;
  /** Exclusive. */
  readonly until: Instant;
  readonly after: readonly [promotionId: string, payerId: string] | null;
  readonly limit: number;
}

const whoseOf: Readonly<Record<CostSide, readonly string[]>> = {
  seller: ['cost.sellerId = ?'],
  payer: ['cost.payerId = ?', 'cost.sellerId <> ?'],
};

export function costStore(tx: Tx) {
  const sql = sqlOf(tx);

  return {
    addCosts: (costs: readonly PromotionCost[]) => sql.insert(promotionCostTable, costs),
    /** What is booked of an order until now, by promotion and payer. */
    booked: async (orderId: string) => {
      const rows = await sql.rows<{ promotionId: string; payerId: string; amountFen: number }>(
        `SELECT promotionId, payerId, SUM(amountFen) AS amountFen FROM promotionCost
         WHERE orderId = ? GROUP BY promotionId, payerId ORDER BY promotionId, payerId`,
        [orderId],
      );
      return rows.map((row) => ({ ...row, amountFen: Number(row.amountFen) }));
    },
    /** What of each promotion an order has borne altogether, beside what it used. */
    async noteShipped(orderId: string, promotionId: string, shippedFen: Fen) {
      await sql.run('UPDATE appliedPromotion SET shippedFen = ? WHERE orderId = ? AND promotionId = ?', [
        shippedFen,
        orderId,
        promotionId,
      ]);
    },
    async statement(filter: StatementFilter): Promise<readonly CostStatementRow[]> {
      const where = ['cost.at >= ?', 'cost.at < ?', ...whoseOf[filter.side]];
      const values: (string | number)[] = [
        filter.from,
        filter.until,
        ...whoseOf[filter.side].map(() => filter.partyId),
      ];
      if (filter.promotionId !== null) {
        where.push('cost.promotionId = ?');
        values.push(filter.promotionId);
      }
      if (filter.after !== null) {
        where.push('(cost.promotionId < ? OR (cost.promotionId = ? AND cost.payerId > ?))');
        values.push(filter.after[0], filter.after[0], filter.after[1]);
      }
      const rows = await sql.rows<{
        promotionId: string;
        name: string;
        sellerId: string;
        payerId: string;
        orders: number;
        shippedFen: number;
        returnedFen: number;
      }>(
        `SELECT cost.promotionId, promotion.name, cost.sellerId, cost.payerId, COUNT(DISTINCT cost.orderId) AS orders,
                SUM(CASE WHEN cost.amountFen > 0 THEN cost.amountFen ELSE 0 END) AS shippedFen,
                SUM(CASE WHEN cost.amountFen < 0 THEN -cost.amountFen ELSE 0 END) AS returnedFen
         FROM promotionCost cost JOIN promotion ON promotion.id = cost.promotionId
         WHERE ${where.join(' AND ')}
         GROUP BY cost.promotionId, promotion.name, cost.sellerId, cost.payerId
         ORDER BY cost.promotionId DESC, cost.payerId LIMIT ?`,
        [...values, filter.limit],
      );
      return rows.map((row) => ({
        ...row,
        orders: Number(row.orders),
        shippedFen: Number(row.shippedFen),
        returnedFen: Number(row.returnedFen),
      }));
    },

    /** Live promotions that have cost so many hundredths of their budget, and were not warned of all of it. */
    nearBudget: (share: number, limit: number) =>
      sql.rows<{ id: string; name: string; sellerId: string; budgetFen: number; costFen: number }>(
        `SELECT promotion.id, promotion.name, promotion.sellerId, promotion.budgetFen, counted.costFen
         FROM promotion JOIN promotionCount counted ON counted.promotionId = promotion.id
         WHERE promotion.state = 'live' AND promotion.budgetFen IS NOT NULL AND counted.id LIKE '% all'
           AND counted.costFen * 100 >= promotion.budgetFen * ?
           AND NOT EXISTS (SELECT 1 FROM budgetWarning warned WHERE warned.promotionId = promotion.id
                             AND warned.budgetFen = promotion.budgetFen AND warned.share = ?)
         ORDER BY promotion.id LIMIT ?`,
        [share, share, limit],
      ),
    /** True when nobody had given it before. */
    addWarning: async (warning: BudgetWarning) =>
      (await sql.insertMissing(budgetWarningTable, [warning])) === 1,
    warnings: (promotionIds: readonly string[]) =>
      sql.select(budgetWarningTable, 'WHERE promotionId IN (?) ORDER BY warnedAt, share', [promotionIds]),
  };
}
