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
  everyPair,
} from '../platform';
import { allocate } from './allocate';
import { countService } from './count-service';
import type { ExpiryLevel } from './expiry-model';
import { expiryService } from './expiry-service';
import { loadStock } from './facts-service';
import { inboundService } from './inbound-service';
import { ledgerService } from './ledger-service';
import { levelService, lotsAtLevel } from './level-service';
import type { Lot, Quality, Reservation, Warehouse } from './model';
import { operationService } from './operation-service';
import { ownerSeen } from './owner-seen';
import { type NewWarehouse, plainWarehouse } from './pool-model';
import { policyService } from './policy-service';
import { policyStore } from './policy-store';
import { type Arrival, type Movers, takeInMany } from './receive-service';
import { recallService } from './recall-service';
import { returnedQuotas } from './returned-quotas';
import { shelfService } from './shelf-service';
import { stockBalancesOf } from './stock-balances';
import { type LotFilter, type Release, stockStore } from './store';
import { transferService } from './transfer-service';
import type { StockQuestion } from './want-of';

export interface LotQuery {
  readonly ownerId?: string | undefined;
  readonly skuId?: string | undefined;
  readonly warehouseId?: string | undefined;
  readonly quality?: Quality | undefined;
  readonly level?: ExpiryLevel | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface Receipt {
  readonly receiptId: string;
  readonly warehouseId: string;
  readonly skuId: string;
  /** The first day it may no longer be sold, as its label says. */
  readonly expiresOn: Day;
  readonly lotNo: string;
  readonly producedOn: Day;
  readonly quantity: number;
  /** `inspection`: to be checked before it is sold. Left out: good to sell. */
  readonly quality?: 'available' | 'inspection' | undefined;
}

/** Lots of these sellers and SKUs that have something free; locked when promises follow. */
export async function loadFreeLots(
  tx: Tx,
  sellerIds: readonly string[],
  skuIds: readonly string[],
  locked: boolean,
): Promise<readonly Lot[]> {
  return stockStore(tx).freeLots(everyPair(sellerIds, skuIds), locked);
}

/** An owner's lots of these goods and numbers with something free, stopped and doubtful ones too, locked. */
export async function loadOwnLots(
  tx: Tx,
  ownerId: string,
  goods: readonly { readonly skuId: string; readonly lotNo: string }[],
): Promise<readonly Lot[]> {
  const skuIds = [...new Set(goods.map(({ skuId }) => skuId))];
  return stockStore(tx).ownLotsLocked(ownerId, skuIds, [...new Set(goods.map(({ lotNo }) => lotNo))]);
}

/** Promises lots to order lines. A lot that has less free than when it was read replays the work. */
export async function reserveLots(tx: Tx, reservations: readonly Reservation[]): Promise<void> {
  if (reservations.length > 0) await stockStore(tx).reserve(reservations);
}

/** Takes back parts of open promises; what the lines used of channel quotas stays used. */
export async function releasePart(tx: Tx, parts: readonly Release[]): Promise<void> {
  if (parts.length > 0) await stockStore(tx).releasePart(parts);
}

/** Promises more to order lines that may have been promised of the same lots before. */
export async function reserveMore(tx: Tx, reservations: readonly Reservation[]): Promise<void> {
  if (reservations.length > 0) await stockStore(tx).reserveMore(reservations);
}

/** The open promises of these orders. */
export async function loadReservations(tx: Tx, orderIds: readonly string[]): Promise<readonly Reservation[]> {
  return stockStore(tx).reservations(orderIds);
}

/** Takes back every open promise of these orders, and what it took of channel quotas. */
export async function releaseOrders(tx: Tx, orderIds: readonly string[]): Promise<void> {
  const store = stockStore(tx);
  const reservations = await store.reservations(orderIds);
  if (reservations.length === 0) return;
  await store.release(reservations);
  const policies = policyStore(tx);
  const returned = returnedQuotas(await policies.quotaUses(orderIds), reservations);
  if (returned.length > 0) await policies.returnQuotas(returned);
}

/**
 * Sends promised goods away, and writes the ledger.
 * @throws stock.recalled, stock.expired: such goods go to nobody, whatever was promised
 */
export async function issueLots(
  tx: Tx,
  newId: () => string,
  releases: readonly Release[],
  movers: Movers,
): Promise<ReadonlyMap<string, Lot>> {
  const store = stockStore(tx);
  const lots = keyBy(await store.lots([...new Set(releases.map(({ lotId }) => lotId))]), (lot) => lot.id);
  for (const { recallId, expiresOn, lotNo } of lots.values()) {
    if (recallId !== null) throw new Refused('stock.recalled', lotNo);
    if (expiresOn <= dayOf(movers.at)) throw new Refused('stock.expired', lotNo);
  }
  await store.issue(releases);
  await store.addMovements(
    releases.map(({ lotId, quantity }) => {
      const { ownerId, warehouseId, skuId } = lots.get(lotId) as Lot;
      return { id: newId(), lotId, ownerId, warehouseId, skuId, quantity: -quantity, reason: '', ...movers };
    }),
  );
  return lots;
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
export async function addWarehouses(tx: Tx, warehouses: readonly NewWarehouse[]): Promise<void> {
  await stockStore(tx).addWarehouses(warehouses.map(plainWarehouse));
}

/** Beyond what any seller has of a SKU: who asks for it learns what there is. */
const moreThanAll = 1_000_000_000;

export function stockService(platform: Platform) {
  const { database, newId } = platform;
  return {
    ...ledgerService(platform),
    ...levelService(platform),
    ...operationService(platform),
    ...transferService(platform),
    ...countService(platform),
    ...inboundService(platform),
    ...policyService(platform),
    ...expiryService(platform),
    ...recallService(platform),
    ...shelfService(platform),

    warehouses: (caller: Caller) => database.read((tx) => stockStore(tx).warehousesOf([caller.partyId])),

    warehouseNames: (ids: readonly string[]) =>
      database.read(async (tx) => {
        const warehouses = ids.length > 0 ? await stockStore(tx).warehouses([...new Set(ids)]) : [];
        return new Map(warehouses.map(({ id, name }) => [id, name]));
      }),

    /** The caller's lots, first to expire first; HQ may ask for anybody's. */
    lots: (caller: Caller, filter: LotQuery) =>
      database.read(async (tx) => {
        const store = stockStore(tx);
        const { skuId, warehouseId, quality, level } = filter;
        const ownerId = ownerSeen(caller, filter.ownerId);
        const wanted = {
          ownerId,
          equals: { skuId, warehouseId, quality },
          after: filter.cursor ? readCursor(filter.cursor, 'string', 'string') : null,
          limit: filter.limit + 1,
        } satisfies LotFilter;
        const found = level
          ? await lotsAtLevel(tx, wanted, level, dayOf(caller.at))
          : await store.lotPage(wanted);
        const page = pageOf(found, filter.limit, (lot) => [lot.expiresOn, lot.id]);
        const warehouses = await store.warehousesOf([ownerId]);
        return { ...page, warehouseNames: new Map(warehouses.map(({ id, name }) => [id, name])) };
      }),

    /** How much of each SKU a seller could promise this buyer today, by every rule it has; absent means none. */
    free: (sellerId: string, skus: readonly StockQuestion['sku'][], buyer: StockQuestion['buyer'], on: Day) =>
      database.read(async (tx) => {
        const skuIds = skus.map(({ id }) => id);
        const facts = await loadStock(tx, {
          sellerIds: [sellerId],
          buyerIds: [buyer.id],
          skuIds,
          on,
          locked: false,
        });
        const balances = stockBalancesOf(facts);
        const line = { orderId: 'free', lineNo: 1, sellerId, buyer, quantity: moreThanAll, caseFactor: 1 };
        return addAmounts(
          skus.flatMap((sku) =>
            allocate(balances.lotsOf(sellerId, sku.id), balances.wantOf({ ...line, sku })).picks.map(
              ({ quantity }): [string, number] => [sku.id, quantity],
            ),
          ),
        );
      }),

    /**
     * Receives a lot into one of the caller's warehouses.
     * @throws stock.warehouseUnknown, stock.dateInFuture, stock.lotDiffers, command.idReused
     */
    receive: (caller: Caller, input: Receipt) =>
      database.transaction(async (tx) => {
        const { receiptId, ...place } = input;
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
            quality: input.quality ?? 'available',
          };
          const [lot] = await takeInMany(tx, newId, [arrival], {
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
  return store.addStockDays(
    rows.map(({ available, ...row }) => ({ ...row, day, stockOut: available - row.reserved <= 0 })),
  );
}
