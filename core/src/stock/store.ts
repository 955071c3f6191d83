import { addAmounts, caseById, Contended, type Day, groupBy, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Lot, Movement, Reservation, StockDay, Warehouse } from './model';
import { lotTable, movementTable, reservationTable, stockDayTable, warehouseTable } from './tables';

export interface LotPlace {
  readonly warehouseId: string;
  readonly skuId: string;
  readonly lotNo: string;
  readonly quality: Lot['quality'];
}

export interface LotFilter {
  readonly ownerId: string;
  readonly skuId: string | null;
  readonly after: readonly [expiresOn: Day, id: string] | null;
  readonly limit: number;
}

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

  return {
    warehousesOf: (ownerIds: readonly string[]) =>
      sql.select(warehouseTable, 'WHERE ownerId IN (?) ORDER BY id', [ownerIds]),
    warehouses: (ids: readonly string[]) => sql.select(warehouseTable, 'WHERE id IN (?)', [ids]),
    addWarehouses: (warehouses: readonly Warehouse[]) => sql.insertMissing(warehouseTable, warehouses),

    /** Lots with something free, in id order; locked when a promise is to be made from them. */
    freeLots: (ownerIds: readonly string[], skuIds: readonly string[], locked: boolean) => {
      const rest = `WHERE ownerId IN (?) AND skuId IN (?) AND quality = 'available' AND onHand > reserved ORDER BY id`;
      return locked
        ? sql.selectForUpdate(lotTable, rest, [ownerIds, skuIds])
        : sql.select(lotTable, rest, [ownerIds, skuIds]);
    },
    lots: (ids: readonly string[]) => sql.select(lotTable, 'WHERE id IN (?) ORDER BY id', [ids]),
    lotAt: async (place: LotPlace) =>
      (
        await sql.selectForUpdate(
          lotTable,
          'WHERE warehouseId = ? AND skuId = ? AND lotNo = ? AND quality = ?',
          [place.warehouseId, place.skuId, place.lotNo, place.quality],
        )
      )[0],
    addLots: (lots: readonly Lot[]) => sql.insertMissing(lotTable, lots),

    lotPage: ({ ownerId, skuId, after, limit }: LotFilter) => {
      const conditions = ['ownerId = ?', 'onHand > 0'];
      const parameters: (string | number)[] = [ownerId];
      if (skuId !== null) {
        conditions.push('skuId = ?');
        parameters.push(skuId);
      }
      if (after !== null) {
        conditions.push('(expiresOn > ? OR (expiresOn = ? AND id > ?))');
        parameters.push(after[0], ...after);
      }
      return sql.select(lotTable, `WHERE ${conditions.join(' AND ')} ORDER BY expiresOn, id LIMIT ?`, [
        ...parameters,
        limit,
      ]);
    },

    reservations: (orderIds: readonly string[]) =>
      sql.select(reservationTable, 'WHERE orderId IN (?) AND open > 0 ORDER BY orderId, lineNo, lotId', [
        orderIds,
      ]),
    async reserve(reservations: readonly Reservation[]) {
      const amounts = addAmounts(reservations.map(({ lotId, open }) => [lotId, open]));
      await changeLots(amounts, 'reserved = reserved + $amount', 'onHand - reserved >= $amount');
      await sql.insert(reservationTable, reservations);
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
        'reserved >= $amount AND onHand >= $amount',
      );
      // A lot holds one SKU, and an order names a SKU once: within an order the lot tells the line.
      for (const [orderId, ofOrder] of groupBy(releases, (release) => release.orderId)) {
        const leaving = addAmounts(ofOrder.map(({ lotId, quantity }) => [lotId, quantity]));
        const { text, parameters } = caseById(leaving, 'lotId');
        const changed = await sql.run(
          `UPDATE reservation SET open = open - ${text} WHERE orderId = ? AND lotId IN (?) AND open >= ${text}`,
          [...parameters, orderId, [...leaving.keys()], ...parameters],
        );
        if (changed !== leaving.size) throw new Contended('reservations changed since they were read');
      }
    },
    add: (amounts: ReadonlyMap<string, number>) =>
      changeLots(amounts, 'onHand = onHand + $amount', 'onHand >= 0'),
    addMovements: (movements: readonly Movement[]) => sql.insert(movementTable, movements),

    /** What each SKU of a warehouse came to at an instant, and what moved since another. */
    dayOf: (warehouseId: string, from: Instant, to: Instant) =>
      sql.rows<Omit<StockDay, 'day' | 'stockOut'>>(
        `SELECT lot.warehouseId, lot.skuId, lot.ownerId,
                SUM(lot.onHand - COALESCE(moved.since, 0)) AS onHand,
                SUM(CASE WHEN lot.quality = 'available' THEN lot.reserved ELSE 0 END) AS reserved,
                SUM(COALESCE(moved.received, 0)) AS received, SUM(COALESCE(moved.shipped, 0)) AS shipped
         FROM lot LEFT JOIN (
           SELECT lotId, SUM(CASE WHEN at >= ? THEN quantity ELSE 0 END) AS since,
                  SUM(CASE WHEN at < ? AND quantity > 0 THEN quantity ELSE 0 END) AS received,
                  SUM(CASE WHEN at < ? AND quantity < 0 THEN -quantity ELSE 0 END) AS shipped
           FROM movement WHERE warehouseId = ? AND at >= ? GROUP BY lotId
         ) moved ON moved.lotId = lot.id
         WHERE lot.warehouseId = ? GROUP BY lot.warehouseId, lot.skuId, lot.ownerId ORDER BY lot.skuId`,
        [to, to, to, warehouseId, from, warehouseId],
      ),
    addStockDays: (days: readonly StockDay[]) => sql.insertMissing(stockDayTable, days),
    allWarehouses: () => sql.select(warehouseTable, 'ORDER BY id'),
  };
}
