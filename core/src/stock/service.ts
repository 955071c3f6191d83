import {
  addAmounts,
  addDays,
  answerOnce,
  type Caller,
  type Clock,
  type Day,
  dayOf,
  daysBetween,
  type JobDefinition,
  keyBy,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  startOfDay,
  type Tx,
} from '../platform';
import type { Lot, Movement, Reservation, Warehouse } from './model';
import { type LifeBuyer, lastsUntil } from './required-life';
import { type Release, stockStore } from './store';

export interface Receipt {
  readonly receiptId: string;
  readonly warehouseId: string;
  readonly skuId: string;
  readonly shelfLifeDays: number;
  readonly lotNo: string;
  readonly producedOn: Day;
  readonly quantity: number;
}

/** Goods of a lot coming in: from the factory, or signed for from a supplier. */
export interface Arrival {
  readonly ownerId: string;
  readonly warehouseId: string;
  readonly skuId: string;
  readonly lotNo: string;
  readonly producedOn: Day;
  readonly expiresOn: Day;
  readonly quality: Lot['quality'];
  readonly quantity: number;
}

export interface Movers {
  readonly kind: Movement['kind'];
  readonly documentKind: Movement['documentKind'];
  readonly documentId: string;
  readonly actorId: string;
  readonly at: number;
}

/** Lots of these sellers and SKUs that have something free; locked when promises follow. */
export async function loadFreeLots(
  tx: Tx,
  sellerIds: readonly string[],
  skuIds: readonly string[],
  locked: boolean,
): Promise<readonly Lot[]> {
  return stockStore(tx).freeLots(sellerIds, skuIds, locked);
}

/** Promises lots to order lines. A lot that has less free than when it was read replays the work. */
export async function reserveLots(tx: Tx, reservations: readonly Reservation[]): Promise<void> {
  if (reservations.length > 0) await stockStore(tx).reserve(reservations);
}

/** The open promises of these orders. */
export async function loadReservations(tx: Tx, orderIds: readonly string[]): Promise<readonly Reservation[]> {
  return stockStore(tx).reservations(orderIds);
}

/** Takes back every open promise of these orders. */
export async function releaseOrders(tx: Tx, orderIds: readonly string[]): Promise<void> {
  const store = stockStore(tx);
  const reservations = await store.reservations(orderIds);
  if (reservations.length > 0) await store.release(reservations);
}

/** Sends promised goods away, and writes the ledger. */
export async function issueLots(
  tx: Tx,
  newId: () => string,
  releases: readonly Release[],
  movers: Movers,
): Promise<ReadonlyMap<string, Lot>> {
  const store = stockStore(tx);
  const lots = keyBy(await store.lots([...new Set(releases.map(({ lotId }) => lotId))]), (lot) => lot.id);
  await store.issue(releases);
  await store.addMovements(
    releases.map(({ lotId, quantity }) => {
      const { ownerId, warehouseId, skuId } = lots.get(lotId) as Lot;
      return { id: newId(), lotId, ownerId, warehouseId, skuId, quantity: -quantity, ...movers };
    }),
  );
  return lots;
}

/**
 * Takes goods in, joining a lot that is there already, and writes the ledger.
 * @throws stock.lotDiffers when the same lot number is there with other dates
 */
export async function takeIn(
  tx: Tx,
  newId: () => string,
  arrivals: readonly Arrival[],
  movers: Movers,
): Promise<readonly Lot[]> {
  const store = stockStore(tx);
  const taken: Lot[] = [];
  for (const arrival of arrivals) {
    const { quantity, ...place } = arrival;
    await store.addLots([{ ...place, id: newId(), onHand: 0, reserved: 0, receivedAt: movers.at }]);
    const lot = await store.lotAt(place);
    if (!lot) throw new Error('a lot that was just added is not there');
    if (lot.producedOn !== arrival.producedOn || lot.ownerId !== arrival.ownerId) {
      throw new Refused('stock.lotDiffers');
    }
    await store.add(new Map([[lot.id, quantity]]));
    const { ownerId, warehouseId, skuId } = lot;
    await store.addMovements([
      { id: newId(), lotId: lot.id, ownerId, warehouseId, skuId, quantity, ...movers },
    ]);
    taken.push({ ...lot, onHand: lot.onHand + quantity });
  }
  return taken;
}

/** The warehouses of these parties, in id order. */
export async function loadWarehouses(tx: Tx, ownerIds: readonly string[]): Promise<readonly Warehouse[]> {
  return stockStore(tx).warehousesOf(ownerIds);
}

/** The lots with these ids, and the names of their warehouses. */
export async function loadLots(tx: Tx, lotIds: readonly string[]) {
  const store = stockStore(tx);
  const lots = await store.lots(lotIds);
  const warehouses = await store.warehouses([...new Set(lots.map((lot) => lot.warehouseId))]);
  return {
    lots: keyBy(lots, (lot) => lot.id),
    warehouseNames: new Map(warehouses.map(({ id, name }) => [id, name])),
  };
}

/** Adds warehouses that are not there yet. */
export async function addWarehouses(tx: Tx, warehouses: readonly Warehouse[]): Promise<void> {
  await stockStore(tx).addWarehouses(warehouses);
}

export function stockService({ database, newId }: Platform) {
  return {
    warehouses: (caller: Caller) => database.read((tx) => stockStore(tx).warehousesOf([caller.partyId])),

    warehouseNames: (ids: readonly string[]) =>
      database.read(async (tx) => {
        const warehouses = ids.length > 0 ? await stockStore(tx).warehouses([...new Set(ids)]) : [];
        return new Map(warehouses.map(({ id, name }) => [id, name]));
      }),

    /** The caller's lots, first to expire first. */
    lots: (
      caller: Caller,
      filter: { skuId?: string | undefined; cursor?: string | undefined; limit: number },
    ) =>
      database.read(async (tx) => {
        const store = stockStore(tx);
        const found = await store.lotPage({
          ownerId: caller.partyId,
          skuId: filter.skuId ?? null,
          after: filter.cursor ? readCursor(filter.cursor, 'string', 'string') : null,
          limit: filter.limit + 1,
        });
        const page = pageOf(found, filter.limit, (lot) => [lot.expiresOn, lot.id]);
        const warehouses = await store.warehousesOf([caller.partyId]);
        return { ...page, warehouseNames: new Map(warehouses.map(({ id, name }) => [id, name])) };
      }),

    /** How much of each SKU a seller could promise this buyer today; absent means none. */
    free: (
      sellerId: string,
      skus: readonly { readonly id: string; readonly shelfLifeDays: number }[],
      buyer: LifeBuyer,
      on: Day,
    ) =>
      database.read(async (tx) => {
        const until = new Map(
          skus.map(({ id, shelfLifeDays }) => [id, lastsUntil(on, shelfLifeDays, buyer)]),
        );
        const lots = await stockStore(tx).freeLots([sellerId], [...until.keys()], false);
        const fresh = lots.filter(({ skuId, expiresOn }) => expiresOn >= (until.get(skuId) ?? ''));
        return addAmounts(fresh.map(({ skuId, onHand, reserved }) => [skuId, onHand - reserved]));
      }),

    /**
     * Receives a lot into one of the caller's warehouses.
     * @throws stock.warehouseUnknown, stock.dateInFuture, stock.lotDiffers, command.idReused
     */
    receive: (caller: Caller, input: Receipt) =>
      database.transaction(async (tx) => {
        const { receiptId, shelfLifeDays, ...place } = input;
        const command = {
          commandId: receiptId,
          partyId: caller.partyId,
          kind: 'stock.receive',
          input,
          at: caller.at,
        };
        const { lotId } = await answerOnce(tx, command, async () => {
          const [warehouse] = await stockStore(tx).warehouses([input.warehouseId]);
          if (warehouse?.ownerId !== caller.partyId) throw new Refused('stock.warehouseUnknown');
          if (daysBetween(dayOf(caller.at), input.producedOn) > 0) throw new Refused('stock.dateInFuture');
          const arrival: Arrival = {
            ...place,
            ownerId: caller.partyId,
            quality: 'available',
            expiresOn: addDays(input.producedOn, shelfLifeDays),
          };
          const [lot] = await takeIn(tx, newId, [arrival], {
            kind: 'receive',
            documentKind: 'receipt',
            documentId: receiptId,
            actorId: caller.userId,
            at: caller.at,
          });
          return { lotId: (lot as Lot).id };
        });
        const { lots, warehouseNames } = await loadLots(tx, [lotId]);
        const lot = lots.get(lotId) as Lot;
        return { lot, warehouseName: warehouseNames.get(lot.warehouseId) ?? '' };
      }),
  };
}

/** The nightly job that writes yesterday's stock of every SKU in every warehouse. */
export function recordDayJob({
  database,
  clock,
}: Pick<Platform, 'database'> & { clock: Clock }): JobDefinition {
  return {
    name: 'stock.recordDay',
    every: { dailyAt: '00:20' },
    run: async () => {
      const day = addDays(dayOf(clock.now()), -1);
      const warehouses = await database.read((tx) => stockStore(tx).allWarehouses());
      for (const { id } of warehouses) {
        await database.transaction((tx) => recordDay(tx, id, day));
      }
    },
  };
}

/** Writes one day of one warehouse; a day that is written stays as it is. Answers the rows added. */
export async function recordDay(tx: Tx, warehouseId: string, day: Day): Promise<number> {
  const store = stockStore(tx);
  const rows = await store.dayOf(warehouseId, startOfDay(day), startOfDay(addDays(day, 1)));
  return store.addStockDays(rows.map((row) => ({ ...row, day, stockOut: row.onHand - row.reserved <= 0 })));
}
