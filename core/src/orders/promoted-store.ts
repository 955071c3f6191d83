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

export interface PromotedScope {
  readonly sellerId: string | null;
  readonly exceptSellerId: string | null;
  readonly from: Instant;
  readonly until: Instant;
}

function promoted({ sellerId, exceptSellerId, from, until }: PromotedScope) {
  const owned = whose('promotion.sellerId', sellerId, exceptSellerId);
  return {
    text: `FROM promotion JOIN appliedPromotion applied ON applied.promotionId = promotion.id
     JOIN salesOrder ON salesOrder.id = applied.orderId
     WHERE ${owned.text} salesOrder.placedAt >= ? AND salesOrder.placedAt < ?
       AND salesOrder.state NOT IN ('rejected', 'cancelled', 'shortClosed')`,
    parameters: [...owned.parameters, from, until],
  };
}

/** By promotion, of orders placed from `from` on and before `until`, most money first. */
export async function loadPromotedOrders(tx: Tx, scope: PromotedScope): Promise<readonly PromotedRow[]> {
  const { text, parameters } = promoted(scope);
  const rows = await sqlOf(tx).rows<PromotedRow>(
    `SELECT promotion.id AS \`key\`, promotion.name, promotion.sellerId, COUNT(*) AS keptOrders,
            SUM(salesOrder.payableFen) AS keptFen,
            SUM(COALESCE((SELECT SUM(cost.amountFen) FROM promotionCost cost
                          WHERE cost.orderId = applied.orderId AND cost.promotionId = applied.promotionId), 0)) AS costFen
     ${text} GROUP BY promotion.id, promotion.name, promotion.sellerId ORDER BY keptFen DESC, promotion.id`,
    parameters,
  );
  return rows.map(({ key, name, sellerId, ...row }) => ({ key, name, sellerId, ...numbersOf(row, keys) }));
}

/** What is payable for the orders of any promotion; one with several counts once. */
export async function loadPromotedFen(tx: Tx, scope: PromotedScope): Promise<Fen> {
  const { text, parameters } = promoted(scope);
  const [row] = await sqlOf(tx).rows<{ promotedFen: number }>(
    `SELECT SUM(payableFen) AS promotedFen FROM (SELECT DISTINCT salesOrder.id, salesOrder.payableFen ${text}) orders`,
    parameters,
  );
  return Number(row?.promotedFen ?? 0);
}
