import {
  addAmounts,
  anyPair,
  caseById,
  Contended,
  type Day,
  groupBy,
  type Instant,
  together,
  type Tx,
} from '../platform';
import type { SqlParameter } from '../platform/database/database';
import { sqlOf } from '../platform/database/sql';
import type { Lot, Movement, Reservation, StockDay, Warehouse } from './model';
import type { StockHeap } from './summarise-stock';
import { lotTable, movementTable, reservationTable, stockDayTable, warehouseTable } from './tables';

export interface LotFilter {
  readonly ownerId: string;
  readonly equals: Readonly<Partial<Record<'skuId' | 'warehouseId' | 'quality', string | undefined>>>;
  readonly after: readonly [expiresOn: Day, id: string] | null;
  readonly limit: number;
  /** Only lots made and expiring on these days; left out, of any. */
  readonly lives?: readonly Life[];
}

/** From when to when goods are good. */
export type Life = Pick<Lot, 'producedOn' | 'expiresOn'>;

export interface MovementFilter {
  readonly ownerId: string;
  readonly equals: Readonly<Partial<Record<'skuId' | 'warehouseId' | 'lotId' | 'kind', string | undefined>>>;
  readonly beforeId: string | null;
  readonly limit: number;
}

/** Lots alike in SKU, warehouse and dates. */
export interface LifeHeap extends Pick<Lot, 'skuId' | 'warehouseId' | 'producedOn' | 'expiresOn'> {
  readonly lotCount: number;
  readonly onHand: number;
}

/** What orders change of a lot. */
export type FreeLot = Pick<Lot, 'id' | 'onHand' | 'reserved'>;
/** What is set aside for no order yet stands under its own document as its first line. */
export const setAsideLine = 1;

export interface Release {
  readonly orderId: string;
  readonly lineNo: number;
  readonly lotId: string;
  readonly quantity: number;
}

export function stockStore(tx: Tx) {
  const sql = sqlOf(tx);
  /** Changes many lots at once, each by its own amount; a lot that no longer fits the guard spoils all. */
  const changeLots = async (amounts: ReadonlyMap<string, number>, set: string, guard: string) => {
    if (amounts.size === 0) return;
    const { text, parameters } = caseById(amounts);
    const change = (part: string) => part.replaceAll('$amount', text);
    const timesUsed = `${set} ${guard}`.split('$amount').length - 1;
    const changed = await sql.run(`UPDATE lot SET ${change(set)} WHERE ${change(guard)} AND id IN (?)`, [
      ...Array.from({ length: timesUsed }, () => parameters).flat(),
      [...amounts.keys()],
    ]);
    if (changed !== amounts.size) throw new Contended('lots changed since they were read');
  };

  /** Changes open promises, an order in one statement where each of its lots stands for one line, else line by line. */
  const changeReserved = async (changes: readonly Release[], sign: '+' | '-') => {
    let changed = 0;
    let wanted = 0;
    for (const [orderId, ofOrder] of groupBy(changes, (change) => change.orderId)) {
      for (const ofLines of isLotOfOneLine(ofOrder)
        ? [ofOrder]
        : groupBy(ofOrder, ({ lineNo }) => String(lineNo)).values()) {
        const amounts = addAmounts(ofLines.map(({ lotId, quantity }) => [lotId, quantity]));
        const lineNos = [...new Set(ofLines.map(({ lineNo }) => lineNo))];
        const { text, parameters } = caseById(amounts, 'lotId');
        wanted += amounts.size;
        changed += await sql.run(
          `UPDATE reservation SET open = open ${sign} ${text}
           WHERE orderId = ? AND lineNo IN (?) AND lotId IN (?)${sign === '-' ? ` AND open >= ${text}` : ''}`,
          [...parameters, orderId, lineNos, [...amounts.keys()], ...(sign === '-' ? parameters : [])],
        );
      }
    }
    return changed === wanted;
  };
  const lessReserved = async (releases: readonly Release[]) => {
    if (!(await changeReserved(releases, '-'))) {
      throw new Contended('reservations changed since they were read');
    }
  };

  return {
    warehousesOf: (ownerIds: readonly string[]) =>
      sql.select(warehouseTable, 'WHERE ownerId IN (?) ORDER BY id', [ownerIds]),
    warehouses: (ids: readonly string[]) => sql.select(warehouseTable, 'WHERE id IN (?)', [ids]),
    addWarehouses: (warehouses: readonly Warehouse[]) => sql.insertMissing(warehouseTable, warehouses),

    /** Lots with something free, in id order; locked when a promise is to be made from them. */
    freeLots: (pairs: readonly (readonly [ownerId: string, skuId: string])[], locked: boolean) => {
      const { text, parameters } = anyPair('ownerId', 'skuId', pairs);
      const rest = `WHERE ${text} AND quality = 'available' AND recallId IS NULL AND onHand > reserved ORDER BY id`;
      return locked
        ? sql.selectForUpdate(lotTable, rest, parameters)
        : sql.select(lotTable, rest, parameters);
    },
    /** Every lot of these goods that could be promised, however little is free of it. */
    promisableLots: (pairs: readonly (readonly [ownerId: string, skuId: string])[]) => {
      const { text, parameters } = anyPair('ownerId', 'skuId', pairs);
      return sql.select(lotTable, `WHERE ${text} AND quality = 'available' ORDER BY id`, parameters);
    },
    /** Of these lots what is free, in id order; locked when a promise is to be made from them. */
    freeOf: (ids: readonly string[], locked: boolean) =>
      sql.rows<FreeLot>(
        `SELECT id, onHand, reserved FROM lot
         WHERE id IN (?) AND recallId IS NULL AND onHand > reserved ORDER BY id${locked ? sql.forUpdate : ''}`,
        [ids],
      ),
    /** Of an owner's lots of these numbers, in whatever quality, those with something free. */
    ownLotsLocked: (ownerId: string, skuIds: readonly string[], lotNos: readonly string[]) =>
      sql.selectForUpdate(
        lotTable,
        'WHERE ownerId = ? AND skuId IN (?) AND lotNo IN (?) AND onHand > reserved ORDER BY id',
        [ownerId, skuIds, lotNos],
      ),
    lots: (ids: readonly string[]) => sql.select(lotTable, 'WHERE id IN (?) ORDER BY id', [ids]),
    lotsLocked: (ids: readonly string[]) =>
      sql.selectForUpdate(lotTable, 'WHERE id IN (?) ORDER BY id', [ids]),
    /** Lots in a warehouse by SKU and lot number: all that are named, and some that are not. */
    lotsAmong: (warehouseId: string, skuIds: readonly string[], lotNos: readonly string[]) =>
      sql.select(lotTable, 'WHERE warehouseId = ? AND skuId IN (?) AND lotNo IN (?) ORDER BY id', [
        warehouseId,
        skuIds,
        lotNos,
      ]),
    addLots: (lots: readonly Lot[]) => sql.insertMissing(lotTable, lots),

    lotPage: ({ ownerId, equals, after, limit, lives }: LotFilter) => {
      const { conditions, parameters } = lotsWith({ ownerId, equals });
      if (after !== null) {
        conditions.push('(expiresOn > ? OR (expiresOn = ? AND id > ?))');
        parameters.push(after[0], ...after);
      }
      if (lives) {
        const pairs = anyPair(
          'expiresOn',
          'producedOn',
          lives.map(({ expiresOn, producedOn }) => [expiresOn, producedOn]),
        );
        conditions.push(pairs.text);
        parameters.push(...pairs.parameters);
      }
      return sql.select(lotTable, `WHERE ${conditions.join(' AND ')} ORDER BY expiresOn, id LIMIT ?`, [
        ...parameters,
        limit,
      ]);
    },

    /** The different lives of what an owner has, from the day a page before has come to; first to expire first. */
    lives: ({ ownerId, equals, after }: LotFilter) => {
      const { conditions, parameters } = lotsWith({ ownerId, equals });
      if (after !== null) {
        conditions.push('expiresOn >= ?');
        parameters.push(after[0]);
      }
      return sql.rows<Life>(
        `SELECT DISTINCT producedOn, expiresOn FROM lot WHERE ${conditions.join(' AND ')}
         ORDER BY expiresOn, producedOn`,
        parameters,
      );
    },

    reservations: (orderIds: readonly string[]) =>
      sql.select(reservationTable, 'WHERE orderId IN (?) AND open > 0 ORDER BY orderId, lineNo, lotId', [
        orderIds,
      ]),
    reservationsLocked: (orderIds: readonly string[]) =>
      sql.selectForUpdate(
        reservationTable,
        'WHERE orderId IN (?) AND open > 0 ORDER BY orderId, lineNo, lotId',
        [orderIds],
      ),
    reservationsOfLots: (lotIds: readonly string[]) =>
      sql.select(reservationTable, 'WHERE lotId IN (?) AND open > 0 ORDER BY lotId, orderId, lineNo', [
        lotIds,
      ]),
    /** Lots promise more, or less again. A lot that has not so much free replays the work. */
    promise: (amounts: ReadonlyMap<string, number>) =>
      changeLots(amounts, 'reserved = reserved + $amount', 'onHand - reserved >= $amount'),
    unpromise: (amounts: ReadonlyMap<string, number>) =>
      changeLots(amounts, 'reserved = reserved - $amount', 'reserved >= $amount'),
    async reserve(reservations: readonly Reservation[]) {
      const amounts = addAmounts(reservations.map(({ lotId, open }) => [lotId, open]));
      await together([
        changeLots(amounts, 'reserved = reserved + $amount', 'onHand - reserved >= $amount'),
        sql.insert(reservationTable, reservations),
      ]);
    },
    /** Takes back parts of open promises. */
    async releasePart(parts: readonly Release[]) {
      const amounts = addAmounts(parts.map(({ lotId, quantity }) => [lotId, quantity]));
      await changeLots(amounts, 'reserved = reserved - $amount', 'reserved >= $amount');
      await lessReserved(parts);
    },
    /** Like `reserve`, for orders that were promised of the same lots before. */
    async reserveMore(reservations: readonly Reservation[]) {
      const amounts = addAmounts(reservations.map(({ lotId, open }) => [lotId, open]));
      await changeLots(amounts, 'reserved = reserved + $amount', 'onHand - reserved >= $amount');
      await sql.insertMissing(
        reservationTable,
        reservations.map((reservation) => ({ ...reservation, open: 0 })),
      );
      await changeReserved(
        reservations.map(({ open, ...reservation }) => ({ ...reservation, quantity: open })),
        '+',
      );
    },
    /** Promises of one document pass on to others; their lots promise as much as before. */
    async passOn(fromId: string, reservations: readonly Reservation[]) {
      const amounts = addAmounts(reservations.map(({ lotId, open }) => [lotId, open]));
      const { text, parameters } = caseById(amounts, 'lotId');
      const changed = await sql.run(
        `UPDATE reservation SET open = open - ${text} WHERE orderId = ? AND lotId IN (?) AND open >= ${text}`,
        [...parameters, fromId, [...amounts.keys()], ...parameters],
      );
      if (changed !== amounts.size) throw new Contended('what was set aside changed since it was read');
      await sql.insert(reservationTable, reservations);
    },
    /** The other way: promises of an order line go back to the document that had set the goods aside. */
    async passBack(toId: string, { orderId, lineNo, lotId, quantity }: Release) {
      const change = async (id: string, no: number, by: number) => {
        const changed = await sql.run(
          'UPDATE reservation SET open = open + ? WHERE orderId = ? AND lineNo = ? AND lotId = ? AND open + ? >= 0',
          [by, id, no, lotId, by],
        );
        if (changed !== 1) throw new Contended('reservations changed since they were read');
      };
      await sql.insertMissing(reservationTable, [{ orderId: toId, lineNo: setAsideLine, lotId, open: 0 }]);
      await change(orderId, lineNo, -quantity);
      await change(toId, setAsideLine, quantity);
    },
    async release(reservations: readonly Reservation[]) {
      const amounts = addAmounts(reservations.map(({ lotId, open }) => [lotId, open]));
      await changeLots(amounts, 'reserved = reserved - $amount', 'reserved >= $amount');
      const orderIds = [...new Set(reservations.map(({ orderId }) => orderId))];
      await sql.run('DELETE FROM reservation WHERE orderId IN (?)', [orderIds]);
    },
    /** Goods leave: the promise and the goods go together. */
    async issue(releases: readonly Release[]) {
      const amounts = addAmounts(releases.map(({ lotId, quantity }) => [lotId, quantity]));
      await changeLots(
        amounts,
        'onHand = onHand - $amount, reserved = reserved - $amount',
        'reserved >= $amount AND onHand >= $amount AND recallId IS NULL',
      );
      await lessReserved(releases);
    },
    add: (amounts: ReadonlyMap<string, number>) =>
      changeLots(amounts, 'onHand = onHand + $amount', 'onHand >= 0'),
    /** Goods leave that nobody was promised. */
    remove: (amounts: ReadonlyMap<string, number>) =>
      changeLots(amounts, 'onHand = onHand - $amount', 'onHand - reserved >= $amount'),
    addMovements: (movements: readonly Movement[]) => sql.insert(movementTable, movements),

    /** SKUs an owner has, or has had, lots of. */
    skusOf: async (ownerId: string, afterId: string, limit: number) =>
      (
        await sql.rows<{ skuId: string }>(
          'SELECT DISTINCT skuId FROM lot WHERE ownerId = ? AND skuId > ? ORDER BY skuId LIMIT ?',
          [ownerId, afterId, limit],
        )
      ).map(({ skuId }) => skuId),
    /** Lots alike in warehouse, quality and expiry, added up. */
    heaps: async (ownerId: string, skuIds: readonly string[]) =>
      (
        await sql.rows<Omit<StockHeap, 'isRecalled'> & { readonly recalls: number }>(
          `SELECT skuId, warehouseId, quality, expiresOn, COUNT(recallId) AS recalls,
                  SUM(onHand) AS onHand, SUM(reserved) AS reserved
           FROM lot WHERE ownerId = ? AND skuId IN (?) AND onHand > 0
           GROUP BY skuId, warehouseId, quality, expiresOn, CASE WHEN recallId IS NULL THEN 0 ELSE 1 END`,
          [ownerId, skuIds],
        )
      ).map(({ recalls, ...heap }): StockHeap => ({ ...heap, isRecalled: recalls > 0 })),

    /** Lots of a SKU alike in warehouse and dates, added up, whatever their quality. */
    lifeHeaps: (ownerId: string) =>
      sql.rows<LifeHeap>(
        `SELECT skuId, warehouseId, producedOn, expiresOn, COUNT(*) AS lotCount, SUM(onHand) AS onHand
         FROM lot WHERE ownerId = ? AND onHand > 0 GROUP BY skuId, warehouseId, producedOn, expiresOn`,
        [ownerId],
      ),

    /** The ledger, newest entry first. */
    movementPage: ({ ownerId, equals, beforeId, limit }: MovementFilter) => {
      const conditions = ['ownerId = ?'];
      const parameters: (string | number)[] = [ownerId];
      for (const [column, value] of Object.entries(equals)) {
        if (value === undefined) continue;
        conditions.push(`${column} = ?`);
        parameters.push(value);
      }
      if (beforeId !== null) {
        conditions.push('id < ?');
        parameters.push(beforeId);
      }
      return sql.select(movementTable, `WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ?`, [
        ...parameters,
        limit,
      ]);
    },

    /** What each SKU of a warehouse came to at an instant, and what moved since another. */
    dayOf: (warehouseId: string, from: Instant, to: Instant) =>
      sql.rows<Omit<StockDay, 'day' | 'stockOut'> & { readonly available: number }>(
        `SELECT lot.warehouseId, lot.skuId, lot.ownerId,
                SUM(lot.onHand - COALESCE(moved.since, 0)) AS onHand,
                SUM(CASE WHEN lot.quality = 'available' AND lot.recallId IS NULL
                         THEN lot.onHand - COALESCE(moved.since, 0) ELSE 0 END) AS available,
                SUM(CASE WHEN lot.quality = 'available' THEN lot.reserved ELSE 0 END) AS reserved,
                SUM(COALESCE(moved.received, 0)) AS received, SUM(COALESCE(moved.shipped, 0)) AS shipped,
                SUM(COALESCE(moved.net, 0) - COALESCE(moved.received, 0) + COALESCE(moved.shipped, 0)) AS adjusted
         FROM lot LEFT JOIN (
           SELECT lotId, SUM(CASE WHEN at >= ? THEN quantity ELSE 0 END) AS since,
                  SUM(CASE WHEN at < ? THEN quantity ELSE 0 END) AS net,
                  SUM(CASE WHEN at < ? AND kind IN ('receive', 'return') THEN quantity ELSE 0 END) AS received,
                  SUM(CASE WHEN at < ? AND kind = 'ship' THEN -quantity ELSE 0 END) AS shipped
           FROM movement WHERE warehouseId = ? AND at >= ? GROUP BY lotId
         ) moved ON moved.lotId = lot.id
         WHERE lot.warehouseId = ? GROUP BY lot.warehouseId, lot.skuId, lot.ownerId ORDER BY lot.skuId`,
        [to, to, to, to, warehouseId, from, warehouseId],
      ),
    addStockDays: (days: readonly StockDay[]) => sql.insertMissing(stockDayTable, days),
    allWarehouses: () => sql.select(warehouseTable, 'ORDER BY id'),
  };
}

/** What an owner has, narrowed to a SKU, a warehouse or a quality. */
function lotsWith({ ownerId, equals }: Pick<LotFilter, 'ownerId' | 'equals'>) {
  const conditions = ['ownerId = ?', 'onHand > 0'];
  const parameters: SqlParameter[] = [ownerId];
  for (const [column, value] of Object.entries(equals)) {
    if (value === undefined) continue;
    conditions.push(`${column} = ?`);
    parameters.push(value);
  }
  return { conditions, parameters };
}

/** False where two lines of an order draw on one lot: what was bought, and a gift of the same goods. */
function isLotOfOneLine(ofOrder: readonly Release[]): boolean {
  const lines = new Map<string, number>();
  return ofOrder.every(({ lotId, lineNo }) => {
    const known = lines.get(lotId);
    lines.set(lotId, lineNo);
    return known === undefined || known === lineNo;
  });
}
