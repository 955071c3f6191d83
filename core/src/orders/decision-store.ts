import { Contended, type Fen, type Instant, newestFirst, together, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { AuditPolicy } from './audit-policy';
import type { Hold, HoldKind, OrderPart, OrderPartLine } from './model';
import { keptPartLines } from './part-lines';
import { orderTable, auditPolicyTable, partLineTable, partTable } from './tables';

/** So many versions are looked at; the earliest of them has been in force for years. */
const policyLimit = 200;

interface Taken {
  readonly buyerId: string;
  readonly regionCode: string;
  readonly productLine: string;
  readonly quantity: number;
}

/** An open hold with what a desk must know of its order. */
export interface HeldOrder {
  readonly orderId: string;
  readonly number: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly payableFen: Fen;
  readonly placedAt: Instant;
  readonly kind: HoldKind;
  readonly owner: Hold['owner'];
  readonly openedAt: Instant;
  readonly dueAt: Instant;
}

/** Whose holds are looked at. */
export interface HoldScope {
  /** Null: every seller's. */
  readonly sellerId: string | null;
  readonly owner: Hold['owner'] | null;
  /** Beside the owner's, every hold of this seller's orders. */
  readonly alsoSellerId: string | null;
}

export interface HoldFilter extends HoldScope {
  readonly kind: HoldKind | null;
  readonly dueBefore: Instant | null;
  readonly after: readonly [dueAt: Instant, orderId: string, kind: string] | null;
  readonly limit: number;
}

/** Begins the conditions for the open holds of a scope; `also` adds one. */
function openHoldsIn({ sellerId, owner, alsoSellerId }: HoldScope) {
  const conditions = [`hold.status = 'open'`];
  const parameters: (string | number)[] = [];
  const also = (condition: string, ...values: (string | number)[]) => {
    conditions.push(condition);
    parameters.push(...values);
  };
  if (sellerId !== null) also('hold.sellerId = ?', sellerId);
  if (owner !== null && alsoSellerId !== null)
    also('(hold.owner = ? OR hold.sellerId = ?)', owner, alsoSellerId);
  else if (owner !== null) also('hold.owner = ?', owner);
  return { conditions, parameters, also };
}

/** What orders are decided by, and the parts a decision makes. */
export function decisionStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** Newest first. */
    policies: () => sql.select(auditPolicyTable, 'ORDER BY version DESC LIMIT ?', [policyLimit]),
    policyPage: (before: number | null, limit: number) =>
      sql.select(auditPolicyTable, ...newestFirst({}, { before, limit, by: 'version' })),
    /** Another who wrote the same version at once replays the work, and finds it taken. */
    async addPolicy(policy: AuditPolicy) {
      const added = await sql.insertMissing(auditPolicyTable, [policy]);
      if (added !== 1) throw new Contended('a policy of this version was written at once');
    },

    /** What buyers took of each product line in each district, but for what one order asks. */
    taken: (buyerIds: readonly string[], from: Instant, until: Instant, exceptOrderId: string) =>
      sql.rows<Taken>(
        `SELECT head.buyerId, head.regionCode, sku.productLine, SUM(line.quantity - line.cancelled) AS quantity
         FROM salesOrder head JOIN orderLine line ON line.orderId = head.id JOIN sku ON sku.id = line.skuId
         WHERE head.buyerId IN (?) AND head.placedAt >= ? AND head.placedAt < ? AND head.id <> ?
           AND head.state NOT IN ('rejected', 'cancelled')
         GROUP BY head.buyerId, head.regionCode, sku.productLine`,
        [buyerIds, from, until, exceptOrderId],
      ),

    /** What buyers ordered from sellers and did not give up, but for one order. */
    orderedBefore: (sellerIds: readonly string[], buyerIds: readonly string[], exceptOrderId: string) =>
      sql.rows<{ readonly sellerId: string; readonly buyerId: string; readonly skuId: string }>(
        `SELECT DISTINCT head.sellerId, head.buyerId, line.skuId
         FROM salesOrder head JOIN orderLine line ON line.orderId = head.id
         WHERE head.buyerId IN (?) AND head.sellerId IN (?) AND head.id <> ?
           AND head.state NOT IN ('rejected', 'cancelled')`,
        [buyerIds, sellerIds, exceptOrderId],
      ),

    /** The latest orders of a seller since then that were not given up. */
    soldSince: (sellerId: string, since: Instant, limit: number) =>
      sql.select(
        orderTable,
        `WHERE sellerId = ? AND placedAt >= ? AND state NOT IN ('rejected', 'cancelled')
         ORDER BY placedAt DESC, id DESC LIMIT ?`,
        [sellerId, since, limit],
      ),

    /** Longest due first. */
    openHolds({ kind, dueBefore, after, limit, ...scope }: HoldFilter) {
      const { conditions, parameters, also } = openHoldsIn(scope);
      if (kind !== null) also('hold.kind = ?', kind);
      if (dueBefore !== null) also('hold.dueAt < ?', dueBefore);
      if (after !== null) {
        const [dueAt, orderId, afterKind] = after;
        also(
          '(hold.dueAt > ? OR (hold.dueAt = ? AND (hold.orderId > ? OR (hold.orderId = ? AND hold.kind > ?))))',
          ...[dueAt, dueAt, orderId, orderId, afterKind],
        );
      }
      return sql.rows<HeldOrder>(
        `SELECT hold.orderId, head.number, hold.sellerId, head.buyerId, head.payableFen, head.placedAt,
                hold.kind, hold.owner, hold.openedAt, hold.dueAt
         FROM orderHold hold JOIN salesOrder head ON head.id = hold.orderId
         WHERE ${conditions.join(' AND ')} ORDER BY hold.dueAt, hold.orderId, hold.kind LIMIT ?`,
        [...parameters, limit],
      );
    },

    /** Open holds by kind: how many, how many of them too long, and when the first is due. */
    holdCounts(scope: HoldScope, at: Instant) {
      const { conditions, parameters } = openHoldsIn(scope);
      return sql.rows<{ kind: HoldKind; open: number; overdue: number; firstDueAt: Instant }>(
        `SELECT kind, COUNT(*) AS open, SUM(CASE WHEN dueAt < ? THEN 1 ELSE 0 END) AS overdue, MIN(dueAt) AS firstDueAt
         FROM orderHold hold WHERE ${conditions.join(' AND ')} GROUP BY kind ORDER BY kind`,
        [at, ...parameters],
      );
    },

    parts: (orderIds: readonly string[]) =>
      sql.select(partTable, 'WHERE orderId IN (?) ORDER BY orderId, partNo', [orderIds]),
    /** The lines of parts as they are kept: `partLinesOf` tells those of an order in one part. */
    keptPartLines: (orderIds: readonly string[]) =>
      sql.select(partLineTable, 'WHERE orderId IN (?) ORDER BY orderId, partNo, lineNo', [orderIds]),
    async addParts(parts: readonly OrderPart[], lines: readonly OrderPartLine[]) {
      if (parts.length === 0) return;
      await together([sql.insert(partTable, parts), sql.insert(partLineTable, keptPartLines(parts, lines))]);
    },
    async replaceParts(orderId: string, parts: readonly OrderPart[], lines: readonly OrderPartLine[]) {
      await sql.run('DELETE FROM orderPartLine WHERE orderId = ?', [orderId]);
      await sql.run('DELETE FROM orderPart WHERE orderId = ?', [orderId]);
      await this.addParts(parts, lines);
    },
  };
}
