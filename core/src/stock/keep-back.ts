import { sum } from '../platform/money';
import type { KeepBack, Lot } from './model';
import type { Buffer } from './policy-model';

const nothingKept: KeepBack = { quantity: 0, byWarehouse: new Map() };

/** What must stay unpromised of a seller's SKU, out of all its buffers. */
export function keepBackOf(buffers: readonly Buffer[], ownerId: string, skuId: string): KeepBack {
  if (buffers.length === 0) return nothingKept;
  const ofGoods = buffers.filter((buffer) => buffer.ownerId === ownerId && buffer.skuId === skuId);
  return {
    quantity: sum(ofGoods.flatMap(({ warehouseId, quantity }) => (warehouseId === '' ? [quantity] : []))),
    byWarehouse: new Map(
      ofGoods.flatMap(({ warehouseId, quantity }) => (warehouseId === '' ? [] : [[warehouseId, quantity]])),
    ),
  };
}

/** How much may be promised, warehouse by warehouse, as it is promised. */
export interface Promisable {
  /** What may still leave a warehouse. */
  left(warehouseId: string): number;
  take(warehouseId: string, quantity: number): void;
}

/** Free goods less what is kept back: in each warehouse, and in all of them together. */
export function promisableOf(
  lots: readonly Pick<Lot, 'warehouseId' | 'onHand' | 'reserved'>[],
  keepBack: KeepBack | undefined,
): Promisable {
  const byWarehouse = new Map<string, number>();
  for (const { warehouseId, onHand, reserved } of lots) {
    byWarehouse.set(warehouseId, (byWarehouse.get(warehouseId) ?? 0) + onHand - reserved);
  }
  let together = sum(byWarehouse.values()) - (keepBack?.quantity ?? 0);
  for (const [warehouseId, kept] of keepBack?.byWarehouse ?? []) {
    byWarehouse.set(warehouseId, (byWarehouse.get(warehouseId) ?? 0) - kept);
  }
  return {
    left: (warehouseId) => Math.max(0, Math.min(together, byWarehouse.get(warehouseId) ?? 0)),
    take(warehouseId, quantity) {
      together -= quantity;
      byWarehouse.set(warehouseId, (byWarehouse.get(warehouseId) ?? 0) - quantity);
    },
  };
}
