import { z } from 'zod';
import { PriceStepView, SkuView } from './catalog-views';
import { endpoints } from './endpoints';
import { Day, Fen, Id, Quantity, UnitPriceE4 } from './fields';
import { OfferView } from './promotion-views';
import { route } from './route';

const BasisPoints = z.int().min(0).max(10_000);

/** Goods too old for me by my own rule, at their marked-down price: dates, and no lot and no warehouse. */
export const AgeingView = z.object({
  expiresOn: Day,
  remainingBp: BasisPoints.describe('of their life, when they would arrive'),
  markdownBp: BasisPoints,
  unitPriceE4: UnitPriceE4,
});

/** One SKU with everything its buyer may know before ordering it. */
export const ShelfView = z.object({
  supplierId: Id,
  sku: SkuView,
  /** Each unit it is sold in, the smallest first; empty without a price. */
  units: z.array(z.object({ unit: z.string(), factor: z.int(), priceFen: Fen })),
  breakMode: z
    .enum(['allUnits', 'slices'])
    .describe('allUnits: a step prices every unit; slices: only those beyond it'),
  breaks: z.array(z.object({ fromQuantity: Quantity, mixedUnits: z.string(), unitPriceE4: UnitPriceE4 })),
  /** How the price of one of the largest unit comes about. */
  priceSteps: z.array(PriceStepView),
  /** What promotes it now, the one that ends first first. */
  promotions: z.array(OfferView),
  /** The oldest of what would be sent of one case; null where nothing would be. */
  fresh: z.object({ producedOn: Day, expiresOn: Day, remainingBp: BasisPoints }).nullable(),
  ageing: z.array(AgeingView),
});

export const shelfRoutes = {
  shelf: route(endpoints.catalog.shelf, {
    summary: 'One SKU for its page: units, steps, promotions, freshness, ageing goods.',
    access: 'buyer',
    input: z.object({ skuId: Id, supplierId: Id.optional().describe('default: my first supplier') }),
    output: ShelfView,
    errors: ['catalog.skuUnknown', 'partners.notSupplied'],
  }),
  ageing: route(endpoints.catalog.ageing, {
    summary: 'Goods of a supplier that are ageing for me, at their price, the first to expire first.',
    access: 'buyer',
    input: z.object({
      supplierId: Id.optional().describe('default: my first supplier'),
      limit: z.coerce.number().int().min(1).max(50).default(10),
    }),
    output: z.object({
      supplierId: Id,
      items: z.array(z.object({ sku: SkuView, ageing: AgeingView })),
    }),
    errors: ['partners.notSupplied'],
  }),
};
