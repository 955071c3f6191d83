import {
  answerOnce,
  type Caller,
  dayOf,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import { loadSkus } from '../catalog';
import { loadSupplies } from '../partners';
import { type BorrowFilter, borrowStore } from './borrow-store';
import type { Warehouse } from './model';
import { poolStockOf } from './pool-stock';
import { poolStore } from './pool-store';
import { loadNames, loadQuotaLeft, sharingService } from './sharing-service';
import { sharingStore } from './sharing-store';
import { shareTermsService } from './share-terms-service';
import { shortagePolicyService } from './shortage-policy-service';

interface PageQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface PoolQuery extends PageQuery {
  readonly ownerId?: string | undefined;
  readonly skuId?: string | undefined;
  readonly warehouseId?: string | undefined;
}

export type WarehouseTerms = Pick<
  Warehouse,
  'temperatureZones' | 'leadDays' | 'costRank' | 'servesRegions'
> & {
  readonly commandId: string;
  readonly warehouseId: string;
};

export interface ContractTerms {
  readonly commandId: string;
  readonly buyerId: string;
  /** Null takes the agreement back. */
  readonly warehouseId: string | null;
  readonly isOnly: boolean;
}

/** The pool (一盘货): all stock as HQ sees it, a distributor's own, and what is agreed about it. */
export function poolService(platform: Platform) {
  const { database } = platform;
  /** HQ sees everybody's; others see what is their own. */
  const scopeOf = (caller: Caller) => (caller.partyKind === 'hq' ? null : caller.partyId);

  /** A page of what stands between a lender and a borrower, newest first, with the names of both. */
  const between = <
    Row extends { readonly id: string; readonly lenderId: string; readonly borrowerId: string },
  >(
    caller: Caller,
    query: PageQuery,
    read: (tx: Tx, filter: BorrowFilter) => Promise<readonly Row[]>,
  ) =>
    database.read(async (tx) => {
      const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
      const found = await read(tx, { partyId: scopeOf(caller), before, limit: query.limit + 1 });
      const { items, nextCursor } = pageOf(found, query.limit, ({ id }) => [id]);
      const names = await loadNames(
        tx,
        items.flatMap(({ lenderId, borrowerId }) => [lenderId, borrowerId]),
      );
      return { items, nextCursor, names };
    });

  return {
    ...sharingService(platform),
    ...shortagePolicyService(platform),
    ...shareTermsService(platform),

    /** Stock by SKU and owner: HQ sees the whole pool, a distributor its own. */
    stock: (caller: Caller, query: PoolQuery) =>
      database.read(async (tx) => {
        const on = dayOf(caller.at);
        const found = await poolStore(tx).places({
          ownerId: scopeOf(caller) ?? query.ownerId ?? null,
          skuId: query.skuId ?? null,
          warehouseId: query.warehouseId ?? null,
          after: query.cursor ? readCursor(query.cursor, 'string', 'string') : null,
          limit: query.limit + 1,
        });
        const { items, nextCursor } = pageOf(found, query.limit, ({ skuId, ownerId }) => [skuId, ownerId]);
        const ownerIds = [...new Set(items.map(({ ownerId }) => ownerId))];
        const skuIds = [...new Set(items.map(({ skuId }) => skuId))];
        const lots = await poolStore(tx).lotsOf(ownerIds, skuIds, query.warehouseId ?? null);
        const agreements = await sharingStore(tx).activeBetween(ownerIds);
        const left = await loadQuotaLeft(tx, agreements, on);
        const skus = await loadSkus(tx, skuIds);
        const names = await loadNames(tx, ownerIds);
        return {
          items: items.map(({ skuId, ownerId }) => {
            const sku = skus.get(skuId);
            const place = { skuId, ownerId, productLine: sku?.productLine ?? '' };
            return {
              ...poolStockOf(place, lots, agreements, left, on),
              skuName: sku?.name ?? '',
              ownerName: names.get(ownerId) ?? '',
            };
          }),
          nextCursor,
        };
      }),

    /** What the caller asked of others; HQ sees all. Newest first. */
    borrows: (caller: Caller, query: PageQuery) =>
      between(caller, query, (tx, filter) => borrowStore(tx).requestPage(filter)),

    /** What others asked of the caller, as its own records say; HQ sees all. Newest first. */
    loans: (caller: Caller, query: PageQuery) =>
      between(caller, query, (tx, filter) => borrowStore(tx).loanPage(filter)),

    /** What was lent and is owed for it; each side sees its own. Newest first. */
    settlements: (caller: Caller, query: PageQuery) =>
      between(caller, query, (tx, filter) => borrowStore(tx).settlementPage(filter)),

    /** What one of the caller's warehouses keeps and serves. @throws stock.warehouseUnknown, command.idReused */
    setWarehouse: (caller: Caller, input: WarehouseTerms): Promise<Warehouse> =>
      database.transaction((tx) => {
        const { commandId, warehouseId, ...terms } = input;
        const { partyId, at } = caller;
        return answerOnce(tx, { commandId, partyId, kind: 'pool.setWarehouse', input, at }, async () => {
          const before = await poolStore(tx).warehouseOf(partyId, warehouseId);
          if (!before) throw new Refused('stock.warehouseUnknown');
          const after = { ...before, ...terms };
          await poolStore(tx).changeWarehouse(after);
          return after;
        });
      }),

    /**
     * Agrees which of the caller's warehouses serves a buyer.
     * @throws pool.partyUnknown, stock.warehouseUnknown, command.idReused
     */
    setContractWarehouse: (caller: Caller, input: ContractTerms) =>
      database.transaction((tx) => {
        const { commandId, buyerId, warehouseId, isOnly } = input;
        const { partyId, at } = caller;
        return answerOnce(
          tx,
          { commandId, partyId, kind: 'pool.setContractWarehouse', input, at },
          async () => {
            const store = poolStore(tx);
            const supplies = await loadSupplies(tx, [buyerId]);
            if (!supplies.some(({ sellerId }) => sellerId === partyId))
              throw new Refused('pool.partyUnknown');
            await store.removeContract(partyId, buyerId);
            if (warehouseId === null) return {};
            if (!(await store.warehouseOf(partyId, warehouseId))) throw new Refused('stock.warehouseUnknown');
            await store.addContract({ sellerId: partyId, buyerId, warehouseId, isOnly });
            return {};
          },
        );
      }),
  };
}
