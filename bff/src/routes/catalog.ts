import {
  type Caller,
  caseOf,
  type Core,
  dayOf,
  type LinePrice,
  type Party,
  Refused,
  type Sku,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { goodsEditHandlers } from './catalog-goods';
import { priceHandlers } from './catalog-prices';
import { goodsPictureUrl } from './photo-view';
import { ruleHandlers } from './catalog-rules';
import { shelfHandlers } from './catalog-shelf';
import { stepText } from './price-words';

/** Below this many cases goods are called few. */
const fewCases = 5;

export const catalogHandlers = (core: Core): HandlersOf<'catalog'> => {
  /** Who sells to the caller, and the caller as a buyer; null for HQ, which buys from nobody. */
  const tradeOf = async (caller: Caller, supplierId: string | undefined) => {
    if (caller.partyKind === 'hq') return null;
    const supplier = await core.partners.supplierFor(caller, supplierId);
    const buyer = (await core.partners.parties([caller.partyId])).get(caller.partyId) as Party;
    return { sellerId: supplier.id, buyer };
  };

  /** SKUs as a buyer sees them at a supplier; HQ sees them without prices. */
  const view = async (caller: Caller, trade: Awaited<ReturnType<typeof tradeOf>>, skus: readonly Sku[]) => {
    const pictures = await core.catalog.picturesOf(skus.map(({ id }) => id));
    const picturesOf = (sku: Sku) => pictures.get(sku.id) ?? [];
    if (!trade) return skus.map((sku) => viewSku(sku, null, null, 0, picturesOf(sku)));
    const on = dayOf(caller.at);
    const { sellerId, buyer } = trade;
    const cases = skus.map((sku) => ({
      skuId: sku.id,
      unit: caseOf(sku).unit,
      quantity: caseOf(sku).factor,
    }));
    const each = skus.map((sku) => ({ skuId: sku.id, quantity: 1 }));
    const prices = await core.catalog.pricesOf({ sellerId, buyer, on }, [...each, ...cases]);
    const free = await core.stock.free(sellerId, skus, buyer, on);
    return skus.map((sku, at) =>
      viewSku(
        sku,
        prices[at] ?? null,
        prices[skus.length + at] ?? null,
        free.get(sku.id) ?? 0,
        picturesOf(sku),
      ),
    );
  };

  const buyingOf = async (caller: Caller, supplierId: string | undefined) => {
    const trade = await tradeOf(caller, supplierId);
    if (!trade) throw new Refused('access.denied');
    return trade;
  };

  const viewOne = async (caller: Caller, supplierId: string | undefined, sku: Sku) => {
    const [found] = await view(caller, await tradeOf(caller, supplierId), [sku]);
    return found as NonNullable<typeof found>;
  };

  return {
    search: async ({ supplierId, range, ...query }, caller) => {
      const sells = caller.partyKind === 'hq' || caller.partyKind === 'distributor';
      if (range !== 'sold' && !sells) throw new Refused('access.denied');
      const trade = await tradeOf(caller, supplierId);
      const status = range === 'offSale' ? 'inactive' : 'active';
      const soldTo = range === 'sold' ? trade : null;
      const { items, nextCursor } = await core.catalog.search(caller, { ...query, status }, soldTo);
      return { items: await view(caller, trade, items), nextCursor };
    },
    get: async ({ skuId, supplierId }, caller) => viewOne(caller, supplierId, await core.catalog.get(skuId)),
    categories: async () => ({
      items: (await core.catalog.categories()).map(({ id, name, parentId, position, version, skuCount }) => ({
        category: id,
        name,
        parentId,
        position,
        version,
        skuCount,
      })),
    }),
    scan: async ({ barcode, supplierId }, caller) => {
      const { code, sku } = await core.catalog.scan(barcode);
      return {
        unit: code.unit,
        factor: code.factor,
        isTodaysPack: code.packVersion === sku.packVersion,
        sku: await viewOne(caller, supplierId, sku),
      };
    },
    myPrice: async ({ skuId, quantity, unit, supplierId }, caller) => {
      const sku = await core.catalog.get(skuId);
      const trade = await buyingOf(caller, supplierId);
      const [price] = await core.catalog.pricesOf({ ...trade, on: dayOf(caller.at) }, [
        { skuId, quantity, unit },
      ]);
      return {
        skuId,
        quantity,
        unitPriceE4: price?.unitPriceE4 ?? null,
        amountFen: price?.amountFen ?? null,
        steps: (price?.steps ?? []).map((step) => ({ step: step.step, text: stepText(step, sku) })),
      };
    },
    ...shelfHandlers(core, { buyingOf, viewSkus: view }),
    ...goodsEditHandlers(core),
    ...priceHandlers(core),
    ...ruleHandlers(core),
  };
};

function viewSku(
  sku: Sku,
  each: LinePrice | null,
  ofCase: LinePrice | null,
  free: number,
  pictures: readonly string[],
) {
  const { factor } = caseOf(sku);
  const [main] = pictures;
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
    unitPriceE4: each?.unitPriceE4 ?? null,
    casePriceFen: ofCase?.amountFen ?? null,
    availability:
      free <= 0 ? ('none' as const) : free < fewCases * factor ? ('few' as const) : ('plenty' as const),
    imageUrl: main === undefined ? null : goodsPictureUrl(main, 'thumbnail'),
    imageUrls: pictures.map((photoId) => goodsPictureUrl(photoId, 'full')),
  };
}
