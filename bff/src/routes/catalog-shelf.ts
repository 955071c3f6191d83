import {
  type AgeingGoods,
  ageingPriceE4,
  baseUnitOf,
  type Caller,
  caseOf,
  type Core,
  dayOf,
  mixedUnitsOf,
  type Party,
  remainingBp,
  type Sku,
} from '@tongpan/core';
import type { OutputOf, Contract } from '../contract';
import type { HandlersOf } from '../http/handlers';
import { stepText } from './price-words';
import { viewOffer } from './promotion-view';

type SkuAnswer = OutputOf<Contract['catalog']['get']>;

/** What the room of the catalogue knows how to do already. */
export interface ShelfDoors {
  /** Who sells to the caller, and the caller as a buyer. @throws partners.notSupplied */
  readonly buyingOf: (
    caller: Caller,
    supplierId: string | undefined,
  ) => Promise<{ readonly sellerId: string; readonly buyer: Party }>;
  readonly viewSkus: (
    caller: Caller,
    trade: { readonly sellerId: string; readonly buyer: Party },
    skus: readonly Sku[],
  ) => Promise<readonly SkuAnswer[]>;
}

/** SKUs that are looked at for what is ageing, more than a page shows: many of them are fresh enough. */
const ageingLookedAt = 100;

/** Goods before they are ordered: the page of one, and what is ageing. */
export const shelfHandlers = (
  core: Core,
  { buyingOf, viewSkus }: ShelfDoors,
): Pick<HandlersOf<'catalog'>, 'shelf' | 'ageing'> => ({
  shelf: async ({ skuId, supplierId }, caller) => {
    const sku = await core.catalog.get(skuId);
    const trade = await buyingOf(caller, supplierId);
    const { sellerId, buyer } = trade;
    const on = dayOf(caller.at);
    const units = [baseUnitOf(sku), ...sku.units.filter(({ sellable, factor }) => sellable && factor > 1)];
    const asked = units.map(({ unit, factor }) => ({ skuId, unit, quantity: factor }));
    const [[view], prices, breaks, promotions, shelves] = await Promise.all([
      viewSkus(caller, trade, [sku]),
      core.catalog.pricesOf({ sellerId, buyer, on }, asked),
      core.catalog.breaksOf({ sellerId, buyer, on }, skuId),
      core.promotions.offersAbout(caller, sku, sellerId),
      core.stock.shelves(sellerId, [{ sku, caseFactor: caseOf(sku).factor }], buyer, on),
    ]);
    const shelf = shelves.get(skuId);
    const each = prices[0] ?? null;
    return {
      supplierId: sellerId,
      sku: view as SkuAnswer,
      units: units.flatMap(({ unit, factor }, at) => {
        const price = prices[at];
        return price ? [{ unit, factor, priceFen: price.amountFen }] : [];
      }),
      breakMode: breaks?.mode ?? 'allUnits',
      breaks: (breaks?.steps ?? []).map(({ fromQuantity, unitPriceE4 }) => ({
        fromQuantity,
        mixedUnits: mixedUnitsOf(fromQuantity, sku),
        unitPriceE4,
      })),
      priceSteps: (prices.at(-1)?.steps ?? []).map((step) => ({
        step: step.step,
        text: stepText(step, sku),
      })),
      promotions: promotions.map(viewOffer),
      fresh: shelf?.fresh ? { ...shelf.fresh, remainingBp: remainingBp(shelf.fresh, on) } : null,
      ageing: each ? (shelf?.ageing ?? []).map((goods) => viewAgeing(goods, each.unitPriceE4)) : [],
    };
  },

  ageing: async ({ supplierId, limit }, caller) => {
    const trade = await buyingOf(caller, supplierId);
    const { sellerId, buyer } = trade;
    const on = dayOf(caller.at);
    const skuIds = (await core.stock.expiringNext(sellerId, on)).slice(0, ageingLookedAt);
    const known = await core.catalog.byIds(skuIds);
    const skus = skuIds
      .flatMap((skuId) => known.get(skuId) ?? [])
      .filter(({ status }) => status === 'active');
    const questions = skus.map((sku) => ({ sku, caseFactor: caseOf(sku).factor }));
    const shelves = await core.stock.shelves(sellerId, questions, buyer, on);
    const found = skus.flatMap((sku) => {
      const [first] = shelves.get(sku.id)?.ageing ?? [];
      return first && first.markdownBp > 0 ? [{ sku, first }] : [];
    });
    const views = await viewSkus(
      caller,
      trade,
      found.map(({ sku }) => sku),
    );
    const items = found.flatMap(({ first }, at) => {
      const sku = views[at] as SkuAnswer;
      return sku.unitPriceE4 === null ? [] : [{ sku, ageing: viewAgeing(first, sku.unitPriceE4) }];
    });
    return { supplierId: sellerId, items: items.slice(0, limit) };
  },
});

const viewAgeing = (goods: AgeingGoods, unitPriceE4: number) => ({
  expiresOn: goods.expiresOn,
  remainingBp: goods.remainingBp,
  markdownBp: goods.markdownBp,
  unitPriceE4: ageingPriceE4(unitPriceE4, goods.markdownBp),
});
