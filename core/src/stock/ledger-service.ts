import { type Caller, dayOf, groupBy, pageOf, type Platform, readCursor } from '../platform';
import { loadSkus } from '../catalog';
import { inboundStore } from './inbound-store';
import type { MovementKind } from './model';
import { operationStore } from './operation-store';
import { ownerSeen } from './owner-seen';
import { policyStore } from './policy-store';
import { stockStore } from './store';
import { summariseStock } from './summarise-stock';

export interface MovementQuery {
  readonly ownerId?: string | undefined;
  readonly lotId?: string | undefined;
  readonly skuId?: string | undefined;
  readonly warehouseId?: string | undefined;
  readonly kind?: MovementKind | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface SummaryQuery {
  readonly ownerId?: string | undefined;
  readonly skuId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The books of stock as people read them. */
export function ledgerService({ database }: Platform) {
  return {
    /** 出入库流水, newest entry first; HQ may ask for anybody's. */
    movements: (caller: Caller, query: MovementQuery) =>
      database.read(async (tx) => {
        const { ownerId, lotId, skuId, warehouseId, kind, cursor, limit } = query;
        const found = await stockStore(tx).movementPage({
          ownerId: ownerSeen(caller, ownerId),
          equals: { lotId, skuId, warehouseId, kind },
          beforeId: cursor ? readCursor(cursor, 'string')[0] : null,
          limit: limit + 1,
        });
        const page = pageOf(found, limit, ({ id }) => [id]);
        const lots = await stockStore(tx).lots([...new Set(page.items.map((entry) => entry.lotId))]);
        return { ...page, lots: new Map(lots.map((lot) => [lot.id, lot])) };
      }),

    /** 库存总览 by SKU: what there is, what may be promised, and what can be from which day on. */
    summary: (caller: Caller, query: SummaryQuery) =>
      database.read(async (tx) => {
        const store = stockStore(tx);
        const ownerId = ownerSeen(caller, query.ownerId);
        const afterId = query.cursor ? readCursor(query.cursor, 'string')[0] : '';
        const found = query.skuId ? [query.skuId] : await store.skusOf(ownerId, afterId, query.limit + 1);
        const page = pageOf(found, query.limit, (skuId) => [skuId]);
        const skuIds = page.items;
        const skus = await loadSkus(tx, skuIds);
        const heaps = groupBy(await store.heaps(ownerId, skuIds), ({ skuId }) => skuId);
        const buffers = await policyStore(tx).buffers([ownerId], skuIds);
        const inbound = groupBy(await inboundStore(tx).confirmed([ownerId], skuIds), ({ skuId }) => skuId);
        const commitments = groupBy(
          await policyStore(tx).commitments([ownerId], skuIds),
          ({ skuId }) => skuId,
        );
        const soft = await policyStore(tx).softByOwner([ownerId], skuIds);
        const inTransit = new Map(
          (await operationStore(tx).inTransit(ownerId, skuIds)).map((row) => [row.skuId, row.quantity]),
        );
        const items = skuIds.map((skuId) =>
          summariseStock({
            ownerId,
            skuId,
            stopSaleDays: skus.get(skuId)?.stopSaleDays ?? 0,
            heaps: heaps.get(skuId) ?? [],
            buffers,
            inbound: inbound.get(skuId) ?? [],
            commitments: commitments.get(skuId) ?? [],
            softReserved: soft.get(skuId) ?? 0,
            inTransit: inTransit.get(skuId) ?? 0,
            on: dayOf(caller.at),
          }),
        );
        return { items, nextCursor: page.nextCursor };
      }),
  };
}
