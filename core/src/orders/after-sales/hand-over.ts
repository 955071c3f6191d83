import type { Lot } from '../../stock';

/** Units of a lot that went back to the supplier. */
export interface HandedOver {
  readonly skuId: string;
  readonly lotNo: string;
  readonly quantity: number;
}

/**
 * Which of a buyer's lots are less by what went back: those of the same number, as far as nothing of them is promised.
 * What is promised or gone already is left to the next count of its stock: a return is never taken from somebody's order.
 */
export function handOver(
  lots: readonly Pick<Lot, 'id' | 'skuId' | 'lotNo' | 'onHand' | 'reserved'>[],
  units: readonly HandedOver[],
): readonly { readonly lotId: string; readonly quantity: number }[] {
  const free = new Map(lots.map(({ id, onHand, reserved }) => [id, onHand - reserved]));
  return units.flatMap(({ skuId, lotNo, quantity }) => {
    let left = quantity;
    return lots.flatMap((lot) => {
      const taken = lot.skuId === skuId && lot.lotNo === lotNo ? Math.min(left, free.get(lot.id) ?? 0) : 0;
      if (taken <= 0) return [];
      left -= taken;
      free.set(lot.id, (free.get(lot.id) ?? 0) - taken);
      return [{ lotId: lot.id, quantity: taken }];
    });
  });
}
