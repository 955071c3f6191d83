import { dayMs, dayOf, type Fen, type Instant, numbersOf, type Tx, whose } from '../../platform';
import { sqlOf } from '../../platform/database/sql';
import { showsOthersGoods } from './store';

/** Requests made from `from` on and before `until`; of one seller, of all but one, or of everybody. */
export interface ReturnsScope {
  readonly sellerId: string | null;
  readonly exceptSellerId: string | null;
  readonly from: Instant;
  readonly until: Instant;
}

/** 售后: what requests come to, added up over whatever they have in common. */
export interface ReturnFigures {
  readonly requests: number;
  /** To be decided or to be received. */
  readonly openRequests: number;
  readonly refusedRequests: number;
  readonly closedRequests: number;
  /** What was paid for what they ask back. */
  readonly askedFen: Fen;
  /** What was given back. */
  readonly grantedFen: Fen;
}

/** What of one SKU is asked back, in base units. */
export interface ReturnedGoods {
  readonly requests: number;
  readonly asked: number;
  /** Of what came back: fit to be sold again, and not. */
  readonly restocked: number;
  readonly lost: number;
  readonly askedFen: Fen;
}

const requestKeys = [
  'requests',
  'openRequests',
  'refusedRequests',
  'closedRequests',
  'grantedFen',
  'askedFen',
] as const;
const goodsKeys = ['requests', 'asked', 'restocked', 'lost', 'askedFen'] as const;
const columns = { seller: 'sellerId', buyer: 'buyerId', reason: 'reason', kind: 'kind' } as const;

function scoped({ sellerId, exceptSellerId, from, until }: ReturnsScope) {
  const owned = whose('request.sellerId', sellerId, exceptSellerId);
  return {
    where: `WHERE ${owned.text} request.requestedAt >= ? AND request.requestedAt < ?`,
    parameters: [...owned.parameters, from, until],
  };
}

/** By seller, customer, reason or kind, what gave back most first. */
export async function loadReturns(
  tx: Tx,
  by: keyof typeof columns,
  scope: ReturnsScope,
): Promise<readonly (ReturnFigures & { readonly key: string })[]> {
  const { where, parameters } = scoped(scope);
  const rows = await sqlOf(tx).rows<ReturnFigures & { key: string }>(
    `SELECT request.${columns[by]} AS \`key\`, COUNT(*) AS requests,
            SUM(CASE WHEN request.state IN ('requested', 'approved') THEN 1 ELSE 0 END) AS openRequests,
            SUM(CASE WHEN request.state = 'refused' THEN 1 ELSE 0 END) AS refusedRequests,
            SUM(CASE WHEN request.state = 'closed' THEN 1 ELSE 0 END) AS closedRequests,
            SUM(request.grantedFen) AS grantedFen, SUM(COALESCE(asked.askedFen, 0)) AS askedFen
     FROM afterSales request
     LEFT JOIN (SELECT line.requestId, SUM(line.worthFen) AS askedFen
                FROM afterSalesLine line JOIN afterSales request ON request.id = line.requestId ${where}
                GROUP BY line.requestId) asked ON asked.requestId = request.id
     ${where} GROUP BY request.${columns[by]} ORDER BY grantedFen DESC, askedFen DESC, request.${columns[by]}`,
    [...parameters, ...parameters],
  );
  return rows.map((row) => ({ key: row.key, ...numbersOf(row, requestKeys) }));
}

/** By SKU, what was paid most for first. */
export async function loadReturnedGoods(
  tx: Tx,
  scope: ReturnsScope,
  limit: number,
): Promise<readonly (ReturnedGoods & { readonly key: string })[]> {
  const { where, parameters } = scoped(scope);
  const rows = await sqlOf(tx).rows<ReturnedGoods & { key: string }>(
    `SELECT line.skuId AS \`key\`, COUNT(DISTINCT line.requestId) AS requests, SUM(line.quantity) AS asked,
            SUM(line.restocked + line.nearExpiry) AS restocked, SUM(line.quarantined + line.destroyed) AS lost,
            SUM(line.worthFen) AS askedFen
     FROM afterSales request JOIN afterSalesLine line ON line.requestId = request.id ${where}
     GROUP BY line.skuId ORDER BY askedFen DESC, line.skuId LIMIT ?`,
    [...parameters, limit],
  );
  return rows.map((row) => ({ key: row.key, ...numbersOf(row, goodsKeys) }));
}

const shanghaiMs = 8 * 3_600_000;
const suspicionKeys = {
  seller: 'request.sellerId',
  buyer: 'request.buyerId',
  province: 'SUBSTR(salesOrder.regionCode, 1, 2)',
  day: `request.requestedAt - (request.requestedAt + ${shanghaiMs}) % ${dayMs}`,
} as const;

/** 窜货线索: requests that show goods their customer was not sent, by what they have in common. In no order. */
export async function loadSuspicions(
  tx: Tx,
  by: keyof typeof suspicionKeys,
  scope: ReturnsScope,
): Promise<readonly { readonly key: string; readonly suspicions: number }[]> {
  const { where, parameters } = scoped(scope);
  const rows = await sqlOf(tx).rows<{ key: string; suspicions: number }>(
    `SELECT ${suspicionKeys[by]} AS \`key\`, COUNT(*) AS suspicions
     FROM afterSales request JOIN salesOrder ON salesOrder.id = request.orderId
     ${where} AND request.${showsOthersGoods} GROUP BY ${suspicionKeys[by]}`,
    parameters,
  );
  return rows.map(({ key, suspicions }) => ({
    key: by === 'day' ? dayOf(Number(key)) : key,
    suspicions: Number(suspicions),
  }));
}
