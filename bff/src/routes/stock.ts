import { caseOf, type Core, dayOf, daysBetween, type Lot, mixedUnits, type Sku } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';

export const stockHandlers = ({ stock, catalog }: Core): HandlersOf<'stock'> => ({
  warehouses: async (_, caller) => ({
    items: (await stock.warehouses(caller)).map(({ id, name }) => ({ warehouseId: id, name })),
  }),
  lots: async (input, caller) => {
    const { items, nextCursor, warehouseNames } = await stock.lots(caller, input);
    const skus = await catalog.byIds(items.map(({ skuId }) => skuId));
    return {
      items: items.map((lot) =>
        viewLot(lot, skus.get(lot.skuId) as Sku, warehouseNames.get(lot.warehouseId) ?? '', dayOf(caller.at)),
      ),
      nextCursor,
    };
  },
  receive: async (input, caller) => {
    const sku = await catalog.get(input.skuId);
    const { lot, warehouseName } = await stock.receive(caller, {
      ...input,
      shelfLifeDays: sku.shelfLifeDays,
    });
    return viewLot(lot, sku, warehouseName, dayOf(caller.at));
  },
});

function viewLot(lot: Lot, sku: Sku, warehouseName: string, today: string) {
  const { unit, factor } = caseOf(sku);
  return {
    lotId: lot.id,
    warehouseId: lot.warehouseId,
    warehouseName,
    skuId: lot.skuId,
    skuName: sku.name,
    lotNo: lot.lotNo,
    producedOn: lot.producedOn,
    expiresOn: lot.expiresOn,
    remainingDays: daysBetween(today, lot.expiresOn),
    quality: lot.quality,
    onHand: lot.onHand,
    reserved: lot.reserved,
    mixedUnits: mixedUnits(lot.onHand, unit, factor, sku.baseUnit),
  };
}
