import { addDays, type Day } from '../platform/clock';
import { sum } from '../platform/money';
import { availableToPromise, promiseTimeline } from './available-to-promise';
import { keepBackOf, promisableOf } from './keep-back';
import type { Quality } from './model';
import type { Buffer, Commitment, Inbound } from './policy-model';

/** Lots of one SKU alike in warehouse, quality and expiry, added up. */
export interface StockHeap {
  readonly skuId: string;
  readonly warehouseId: string;
  readonly quality: Quality;
  readonly expiresOn: Day;
  readonly isRecalled: boolean;
  readonly onHand: number;
  readonly reserved: number;
}

export interface SummaryFacts {
  readonly ownerId: string;
  readonly skuId: string;
  readonly stopSaleDays: number;
  readonly heaps: readonly StockHeap[];
  readonly buffers: readonly Buffer[];
  readonly inbound: readonly Inbound[];
  readonly commitments: readonly Commitment[];
  readonly softReserved: number;
  readonly inTransit: number;
  readonly on: Day;
}

export type StockSummary = ReturnType<typeof summariseStock>;

/** 库存总览 of one SKU: what there is by quality, what of it may be promised, and what will be. */
export function summariseStock(facts: SummaryFacts) {
  const { ownerId, skuId, stopSaleDays, heaps, buffers, inbound, commitments, on } = facts;
  const onHandOf = (quality: Quality) =>
    sum(heaps.flatMap((heap) => (heap.quality === quality ? [heap.onHand] : [])));
  const stopsSaleOn = addDays(on, stopSaleDays);
  const good = heaps.filter(({ quality, isRecalled }) => quality === 'available' && !isRecalled);
  const sold = good.filter(({ expiresOn }) => expiresOn > stopsSaleOn);
  const keepBack = keepBackOf(buffers, ownerId, skuId);
  const promisable = promisableOf(sold, keepBack);
  let sellable = 0;
  for (const warehouseId of new Set(sold.map((heap) => heap.warehouseId))) {
    const quantity = promisable.left(warehouseId);
    promisable.take(warehouseId, quantity);
    sellable += quantity;
  }
  const supply = { sellable, inbound, commitments };
  return {
    skuId,
    onHand: sum(heaps.map(({ onHand }) => onHand)),
    available: onHandOf('available'),
    inspection: onHandOf('inspection'),
    damaged: onHandOf('damaged'),
    blocked: onHandOf('blocked'),
    expired: onHandOf('expired'),
    /** Under recall, whatever its quality. */
    recalled: sum(heaps.flatMap((heap) => (heap.isRecalled ? [heap.onHand] : []))),
    /** Good, and too close to its end to be sold to anybody. */
    stopSale: sum(good.filter(({ expiresOn }) => expiresOn <= stopsSaleOn).map(({ onHand }) => onHand)),
    reserved: sum(heaps.map(({ reserved }) => reserved)) - facts.softReserved,
    softReserved: facts.softReserved,
    buffer: keepBack.quantity + sum(keepBack.byWarehouse.values()),
    sellable,
    inTransit: facts.inTransit,
    availableToPromise: availableToPromise(supply, on),
    timeline: promiseTimeline(supply, on),
  };
}
