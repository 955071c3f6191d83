import { Contended, type Instant, type SqlValue, type Tx } from '../../platform';
import { sqlOf } from '../../platform/database/sql';
import type {
  AfterSales,
  AfterSalesKind,
  AfterSalesLine,
  AfterSalesReason,
  AfterSalesState,
  AfterSalesStep,
  AskedBack,
} from './model';
import type { AfterSalesPolicy } from './policy';
import { mayTurn } from './states';
import {
  afterSalesLineTable,
  afterSalesPolicyTable,
  afterSalesStepTable,
  afterSalesTable,
  afterSalesYearTable,
  askedBackTable,
} from './tables';

export interface AfterSalesFilter {
  readonly side: 'buyer' | 'seller' | 'all';
  readonly partyId: string;
  readonly orderId: string | null;
  readonly state: AfterSalesState | null;
  readonly kind: AfterSalesKind | null;
  readonly reason: AfterSalesReason | null;
  readonly sellerId: string | null;
  readonly buyerId: string | null;
  /** Asked for from then on, and before that. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  /** Those alone that show goods their customer was not sent. */
  readonly suspectsDiversion: boolean;
  readonly after: readonly [requestedAt: Instant, id: string] | null;
  readonly limit: number;
}

/** What commands may change of a request; the rest is as it was asked for. */
const changeable = [
  'state',
  'decidedBy',
  'decidedAt',
  'decisionWords',
  'sendBy',
  'limitFen',
  'money',
  'grantedFen',
  'replacementId',
  'quotaFen',
  'closedAt',
] as const satisfies readonly (keyof AfterSales)[];

export type AfterSalesChange = Partial<Pick<AfterSales, (typeof changeable)[number]>>;

/** Units of a shipment line that are asked back, or no longer are. */
export type AskedUnits = Pick<AskedBack, 'shipmentId' | 'shipmentLineNo'> & { readonly units: number };

/** How many requests of a seller are in a state, and since when the first of them. */
export interface AfterSalesCount {
  readonly state: AfterSales['state'];
  readonly count: number;
  readonly firstAt: Instant;
}

/** Findings are kept as JSON; this one is named nowhere else in it. */
export const showsOthersGoods = `findings LIKE '%"lot.notDelivered"%'`;

export function afterSalesStore(tx: Tx) {
  const sql = sqlOf(tx);

  return {
    requests: (ids: readonly string[]) => sql.select(afterSalesTable, 'WHERE id IN (?)', [ids]),
    requestsLocked: (ids: readonly string[]) =>
      sql.selectForUpdate(afterSalesTable, 'WHERE id IN (?) ORDER BY id', [ids]),
    requestsOf: (orderIds: readonly string[]) =>
      sql.select(afterSalesTable, 'WHERE orderId IN (?) ORDER BY orderId, requestedAt, id', [orderIds]),
    ofReplacement: async (orderId: string) =>
      (await sql.select(afterSalesTable, 'WHERE replacementId = ?', [orderId]))[0],
    lines: (requestIds: readonly string[]) =>
      sql.select(afterSalesLineTable, 'WHERE requestId IN (?) ORDER BY requestId, lineNo', [requestIds]),
    steps: (requestId: string) =>
      sql.select(afterSalesStepTable, 'WHERE requestId = ? ORDER BY stepNo', [requestId]),
    page({ side, partyId, after, limit, ...filter }: AfterSalesFilter) {
      const where: string[] = ['1 = 1'];
      const values: (string | number)[] = [];
      const narrow = (text: string, ...more: (string | number)[]) => {
        where.push(text);
        values.push(...more);
      };
      if (side !== 'all') narrow(`${side}Id = ?`, partyId);
      for (const column of ['orderId', 'state', 'kind', 'reason', 'sellerId', 'buyerId'] as const) {
        const value = filter[column];
        if (value !== null) narrow(`${column} = ?`, value);
      }
      if (filter.from !== null) narrow('requestedAt >= ?', filter.from);
      if (filter.until !== null) narrow('requestedAt < ?', filter.until);
      if (filter.suspectsDiversion) narrow(showsOthersGoods);
      if (after !== null) narrow('(requestedAt < ? OR (requestedAt = ? AND id < ?))', after[0], ...after);
      return sql.select(
        afterSalesTable,
        `WHERE ${where.join(' AND ')} ORDER BY requestedAt DESC, id DESC LIMIT ?`,
        [...values, limit],
      );
    },
    /** What a seller is to decide or to receive, and since when. */
    waitingCounts: (sellerId: string) =>
      sql.rows<AfterSalesCount>(
        `SELECT state, COUNT(*) AS count, MIN(requestedAt) AS firstAt FROM afterSales
         WHERE sellerId = ? AND state IN ('requested', 'approved') GROUP BY state ORDER BY state`,
        [sellerId],
      ),
    /** What was approved, and nothing came in time. */
    overdue: (at: Instant, limit: number) =>
      sql.select(afterSalesTable, "WHERE state = 'approved' AND sendBy < ? ORDER BY sendBy, id LIMIT ?", [
        at,
        limit,
      ]),

    add: (request: AfterSales) => sql.insert(afterSalesTable, [request]),
    addLines: (lines: readonly AfterSalesLine[]) => sql.insert(afterSalesLineTable, lines),
    addSteps: (steps: readonly AfterSalesStep[]) => sql.insert(afterSalesStepTable, steps),
    /** Writes what a command changed of a request, and how many steps it has now. */
    async change(before: AfterSales, change: AfterSalesChange, addedSteps: number) {
      const { state = before.state } = change;
      if (state !== before.state && !mayTurn(before.state, state)) {
        throw new Error(`a request does not go from ${before.state} to ${state}`);
      }
      const changes = changeable.filter((name) => change[name] !== undefined);
      const values = changes.map((name) =>
        name === 'money' ? JSON.stringify(change[name]) : change[name],
      ) as SqlValue[];
      const changed = await sql.run(
        `UPDATE afterSales SET ${[...changes, 'steps'].map((name) => `${name} = ?`).join(', ')}
         WHERE id = ? AND state = ? AND steps = ?`,
        [...values, before.steps + addedSteps, before.id, before.state, before.steps],
      );
      if (changed !== 1) throw new Contended('a request changed since it was read');
    },
    /** The lines of one request, put anew. */
    async replaceLines(requestId: string, lines: readonly AfterSalesLine[]) {
      await sql.run('DELETE FROM afterSalesLine WHERE requestId = ?', [requestId]);
      await sql.insert(afterSalesLineTable, lines);
    },

    askedOf: (orderId: string) => sql.select(askedBackTable, 'WHERE orderId = ?', [orderId]),
    /** Begins the count of shipment lines nothing was asked back of. */
    beginAsking: (lines: readonly AskedBack[]) => sql.insertMissing(askedBackTable, lines),
    /** @throws Contended when more would be asked back than was accepted */
    async ask(units: readonly AskedUnits[]) {
      for (const { shipmentId, shipmentLineNo, units: more } of units) {
        const changed = await sql.run(
          `UPDATE askedBack SET asked = asked + ?
           WHERE shipmentId = ? AND shipmentLineNo = ? AND asked + ? BETWEEN 0 AND accepted`,
          [more, shipmentId, shipmentLineNo, more],
        );
        if (changed !== 1) throw new Contended('units were asked back since they were read');
      }
    },

    usedOf: async (sellerId: string, buyerId: string, year: number) =>
      (
        await sql.select(afterSalesYearTable, 'WHERE sellerId = ? AND buyerId = ? AND year = ?', [
          sellerId,
          buyerId,
          year,
        ])
      )[0]?.usedFen ?? 0,
    /** Uses up of a year's quota, or gives back. @throws Contended when it would go over the limit */
    async useQuota(
      { sellerId, buyerId, quotaYear }: Pick<AfterSales, 'sellerId' | 'buyerId' | 'quotaYear'>,
      changeFen: number,
      limitFen: number,
    ) {
      if (changeFen === 0) return;
      const ofYear = { sellerId, buyerId, year: quotaYear };
      await sql.insertMissing(afterSalesYearTable, [{ ...ofYear, usedFen: 0 }]);
      const changed = await sql.run(
        `UPDATE afterSalesYear SET usedFen = usedFen + ?
         WHERE sellerId = ? AND buyerId = ? AND year = ? AND usedFen + ? <= ?`,
        [changeFen, sellerId, buyerId, quotaYear, changeFen, limitFen],
      );
      if (changed !== 1) throw new Contended('the quota of the year was used up since it was read');
    },
    policy: async (sellerId: string) =>
      (
        await sql.select(afterSalesPolicyTable, 'WHERE sellerId = ? ORDER BY version DESC LIMIT 1', [
          sellerId,
        ])
      )[0],
    /** The policy a request was checked by; undefined for the usual one. */
    policyAt: async (sellerId: string, version: number) =>
      (await sql.select(afterSalesPolicyTable, 'WHERE sellerId = ? AND version = ?', [sellerId, version]))[0],
    policies: (sellerId: string, limit: number) =>
      sql.select(afterSalesPolicyTable, 'WHERE sellerId = ? ORDER BY version DESC LIMIT ?', [
        sellerId,
        limit,
      ]),
    /** True when nobody made the version before. */
    addPolicy: async (policy: AfterSalesPolicy) =>
      (await sql.insertMissing(afterSalesPolicyTable, [policy])) === 1,
  };
}
