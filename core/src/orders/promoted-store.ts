import { type Fen, type Instant, numbersOf, type Tx, whose } from '../platform';
import { sqlOf } from '../platform/database/sql';

/** What the orders come to that one promotion gave something to, and what it has cost on them. */
export interface PromotedFigures {
  /** Neither rejected nor cancelled nor closed with nothing sent. */
  readonly keptOrders: number;
  /** What is payable for them, freight among it. */
  readonly keptFen: Fen;
  /** Booked until now as goods went out and stayed, whoever bears it. */
  readonly costFen: Fen;
}

export type PromotedRow = PromotedFigures & {
  readonly key: string;
  readonly name: string;
  readonly sellerId: string;
};

const keys = ['keptOrders', 'keptFen', 'costFen'] as const;

/** By promotion, of orders placed from `from` on and before `until`, most money first. */
export async function loadPromotedOrders(
  tx: Tx,
  scope: {
    readonly sellerId: string | null;
    readonly exceptSellerId: string | null;
    readonly from: Instant;
    readonly until: Instant;
  },
): Promise<readonly PromotedRow[]> {
  const owned = whose('promotion.sellerId', scope.sellerId, scope.exceptSellerId);
  const rows = await sqlOf(tx).rows<PromotedRow>(
    `SELECT promotion.id AS \`key\`, promotion.name, promotion.sellerId, COUNT(*) AS keptOrders,
            SUM(salesOrder.payableFen) AS keptFen,
            SUM(COALESCE((SELECT SUM(cost.amountFen) FROM promotionCost cost
                          WHERE cost.orderId = applied.orderId AND cost.promotionId = applied.promotionId), 0)) AS costFen
     FROM promotion JOIN appliedPromotion applied ON applied.promotionId = promotion.id
     JOIN salesOrder ON salesOrder.id = applied.orderId
     WHERE ${owned.text} salesOrder.placedAt >= ? AND salesOrder.placedAt < ?
       AND salesOrder.state NOT IN ('rejected', 'cancelled', 'shortClosed')
     GROUP BY promotion.id, promotion.name, promotion.sellerId ORDER BY keptFen DESC, promotion.id`,
    [...owned.parameters, scope.from, scope.until],
  );
  return rows.map(({ key, name, sellerId, ...row }) => ({ key, name, sellerId, ...numbersOf(row, keys) }));
}
