import {
  type Caller,
  caseOf,
  type Core,
  dayOf,
  lineAmountFen,
  type ListedPrice,
  type Party,
  type Sku,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';

/** Below this many cases goods are called few. */
const fewCases = 5;

export const catalogHandlers = (core: Core): HandlersOf<'catalog'> => {
  /** SKUs as a buyer sees them at a supplier; HQ, which buys from nobody, sees them without prices. */
  const view = async (caller: Caller, supplierId: string | undefined, skus: readonly Sku[]) => {
    if (caller.partyKind === 'hq') return skus.map((sku) => viewSku(sku, null, 0));
    const supplier = await core.partners.supplierFor(caller, supplierId);
    const buyer = (await core.partners.parties([caller.partyId])).get(caller.partyId) as Party;
    const ids = skus.map(({ id }) => id);
    const on = dayOf(caller.at);
    const prices = await core.catalog.pricesFor(supplier.id, buyer, ids, on);
    const free = await core.stock.free(supplier.id, skus, buyer, on);
    return skus.map((sku) => viewSku(sku, prices.get(sku.id) ?? null, free.get(sku.id) ?? 0));
  };

  return {
    search: async ({ supplierId, ...query }, caller) => {
      const { items, nextCursor } = await core.catalog.search(query);
      return { items: await view(caller, supplierId, items), nextCursor };
    },
    get: async ({ skuId, supplierId }, caller) => {
      const [found] = await view(caller, supplierId, [await core.catalog.get(skuId)]);
      return found as NonNullable<typeof found>;
    },
    categories: async () => ({ items: await core.catalog.categories() }),
  };
};

function viewSku(sku: Sku, price: ListedPrice | null, free: number) {
  const { factor } = caseOf(sku);
  const unitPriceE4 = price?.unitPriceE4 ?? null;
  return {
    skuId: sku.id,
    name: sku.name,
    spec: sku.spec,
    brand: sku.brand,
    category: sku.category,
    barcode: sku.barcode,
    baseUnit: sku.baseUnit,
    units: sku.units.map(({ unit, factor: units, sellable }) => ({ unit, factor: units, sellable })),
    shelfLifeDays: sku.shelfLifeDays,
    minimumQuantity: sku.minimumQuantity,
    multipleQuantity: sku.multipleQuantity,
    maximumQuantity: sku.maximumQuantity,
    unitPriceE4,
    casePriceFen: unitPriceE4 === null ? null : lineAmountFen(unitPriceE4, factor),
    availability:
      free <= 0 ? ('none' as const) : free < fewCases * factor ? ('few' as const) : ('plenty' as const),
  };
}
