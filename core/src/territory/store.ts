import { Contended, type Day, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Grant, PermitUse } from './model';
import { areasOf } from './new-grant';
import { grantAreaTable, grantTable, permitUseTable } from './tables';

export interface GrantFilter {
  /** Null lists every seller's. */
  readonly sellerId: string | null;
  readonly kind: Grant['kind'] | null;
  /** Lists what is still in force on this day or begins later; null lists what has ended too. */
  readonly notEndedOn: Day | null;
  /** Lists what is in force on this day alone; null asks for no day. */
  readonly on: Day | null;
  /** Null asks for none; grants of every line or channel are listed with any. */
  readonly productLine: string | null;
  readonly channel: string | null;
  /** Lists what is granted there, over it or within it; null lists everywhere. */
  readonly areaPrefix: string | null;
  readonly after: readonly [sellerId: string, id: string] | null;
  readonly limit: number;
}

/** Every area a prefix lies in, itself the last. */
const prefixesOf = (prefix: string) =>
  [0, 2, 4, 6].filter((digits) => digits <= prefix.length).map((digits) => prefix.slice(0, digits));

/** Grants and permits. */
export function territoryStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    grantsOf: (sellerIds: readonly string[]) =>
      sql.select(grantTable, 'WHERE sellerId IN (?) ORDER BY id', [sellerIds]),

    /** The grants of these sellers, and of everybody with an area of these codes; null codes mean all areas. */
    grantsAround: (sellerIds: readonly string[], areaCodes: readonly string[] | null) =>
      areaCodes === null
        ? sql.select(grantTable, 'ORDER BY id')
        : sql.select(
            grantTable,
            `WHERE sellerId IN (?)
                OR id IN (SELECT grantId FROM territoryGrantArea WHERE areaCode IN (?)) ORDER BY id`,
            [sellerIds, areaCodes],
          ),

    grant: async (id: string) => (await sql.select(grantTable, 'WHERE id = ?', [id]))[0],

    /** Regular grants of a level that end after a day: what a grant from that day on can contradict. */
    competing: (level: number, from: Day) =>
      sql.select(
        grantTable,
        `WHERE level = ? AND kind = 'regular' AND (endsOn IS NULL OR endsOn > ?) ORDER BY id`,
        [level, from],
      ),

    list({ sellerId, kind, notEndedOn, on, productLine, channel, areaPrefix, after, limit }: GrantFilter) {
      const conditions = ['1 = 1'];
      const parameters: (string | number)[] = [];
      const where = (condition: string, ...values: readonly string[]) => {
        conditions.push(condition);
        parameters.push(...values);
      };
      if (sellerId !== null) where('sellerId = ?', sellerId);
      if (kind !== null) where('kind = ?', kind);
      if (notEndedOn !== null) where('(endsOn IS NULL OR endsOn > ?)', notEndedOn);
      if (on !== null) where('startsOn <= ? AND (endsOn IS NULL OR endsOn > ?)', on, on);
      if (productLine !== null) where(`productLine IN ('*', ?)`, productLine);
      if (channel !== null) where(`(channels = '[]' OR channels LIKE ?)`, `%"${channel}"%`);
      if (areaPrefix !== null) {
        const over = prefixesOf(areaPrefix);
        where(
          `id IN (SELECT grantId FROM territoryGrantArea
             WHERE areaCode LIKE ? OR areaCode IN (${over.map(() => '?').join(', ')}))`,
          `${areaPrefix}%`,
          ...over,
        );
      }
      if (after !== null) where('(sellerId > ? OR (sellerId = ? AND id > ?))', after[0], ...after);
      return sql.select(grantTable, `WHERE ${conditions.join(' AND ')} ORDER BY sellerId, id LIMIT ?`, [
        ...parameters,
        limit,
      ]);
    },

    /** Regular grants of distributors that are in force on a day: of one seller, or of everybody for null. */
    inForceOn: (on: Day, sellerId: string | null) =>
      sql.select(
        grantTable,
        `WHERE kind = 'regular' AND level > 0 AND startsOn <= ? AND (endsOn IS NULL OR endsOn > ?)
           AND (? IS NULL OR sellerId = ?) ORDER BY id`,
        [on, on, sellerId, sellerId],
      ),

    /** Makes whoever else saves a grant wait until this transaction ends. */
    async lockBook() {
      const locked = await sql.run(
        `UPDATE territoryGrantBook SET revision = revision + 1 WHERE id = 'grants'`,
      );
      if (locked !== 1) throw new Error('the book of grants has no row');
    },

    async add(grants: readonly Grant[]) {
      const added = await sql.insertMissing(grantTable, grants);
      await sql.insertMissing(grantAreaTable, grants.flatMap(areasOf));
      return added;
    },

    /** Writes a grant anew, all but its seller, kind and use, when its version is still the expected one. */
    async replace(grant: Grant, expectedVersion: number) {
      const matched = await sql.run(
        `UPDATE territoryGrant SET name = ?, productLine = ?, onlyCategories = ?, includedSkuIds = ?,
           excludedSkuIds = ?, excludedCategories = ?, areas = ?, remainderAreas = ?, excludedAreas = ?,
           channels = ?, startsOn = ?, endsOn = ?, exclusive = ?, level = ?, quantityCap = ?, reason = ?,
           approvedBy = ?, updatedAt = ?, version = version + 1
         WHERE id = ? AND version = ? AND (? IS NULL OR usedQuantity <= ?)`,
        [
          grant.name,
          grant.productLine,
          JSON.stringify(grant.onlyCategories),
          JSON.stringify(grant.includedSkuIds),
          JSON.stringify(grant.excludedSkuIds),
          JSON.stringify(grant.excludedCategories),
          JSON.stringify(grant.areas),
          JSON.stringify(grant.remainderAreas),
          JSON.stringify(grant.excludedAreas),
          JSON.stringify(grant.channels),
          grant.startsOn,
          grant.endsOn,
          grant.exclusive,
          grant.level,
          grant.quantityCap,
          grant.reason,
          grant.approvedBy,
          grant.updatedAt,
          grant.id,
          expectedVersion,
          grant.quantityCap,
          grant.quantityCap,
        ],
      );
      if (matched !== 1) throw new Contended('a grant that somebody else changed');
      await sql.run('DELETE FROM territoryGrantArea WHERE grantId = ?', [grant.id]);
      await sql.insert(grantAreaTable, areasOf(grant));
    },

    async end(id: string, endsOn: Day, at: Instant, expectedVersion: number) {
      const matched = await sql.run(
        'UPDATE territoryGrant SET endsOn = ?, updatedAt = ?, version = version + 1 WHERE id = ? AND version = ?',
        [endsOn, at, id, expectedVersion],
      );
      if (matched !== 1) throw new Contended('a grant that somebody else changed');
    },

    usesOf: (orderIds: readonly string[]) =>
      sql.select(permitUseTable, 'WHERE orderId IN (?) ORDER BY orderId, lineNo, grantId', [orderIds]),

    /** Takes base units of a permit's cap. */
    async takePermit(use: PermitUse, at: Instant) {
      const matched = await sql.run(
        `UPDATE territoryGrant SET usedQuantity = usedQuantity + ?
         WHERE id = ? AND kind = 'temporary' AND (quantityCap IS NULL OR usedQuantity + ? <= quantityCap)`,
        [use.quantity, use.grantId, use.quantity],
      );
      if (matched !== 1) throw new Contended('a permit without enough left');
      await sql.insert(permitUseTable, [{ ...use, at }]);
    },

    /** Gives back what an order line took. */
    async returnPermit({ grantId, orderId, lineNo, quantity }: PermitUse) {
      const removed = await sql.run(
        'DELETE FROM territoryPermitUse WHERE orderId = ? AND lineNo = ? AND grantId = ? AND quantity = ?',
        [orderId, lineNo, grantId, quantity],
      );
      if (removed !== 1) throw new Contended('a permit that was given back already');
      await sql.run('UPDATE territoryGrant SET usedQuantity = usedQuantity - ? WHERE id = ?', [
        quantity,
        grantId,
      ]);
    },
  };
}
