import { z } from 'zod';
import { endpoints } from './endpoints';
import { Count, Fen, Id, PageQuery, UnitPriceE4, pageOf } from './fields';
import { route } from './route';

export const UnitView = z.object({ unit: z.string(), factor: z.int(), sellable: z.boolean() });

/** A SKU as one buyer sees it: its price at that supplier, and how much could be promised now. */
export const SkuView = z.object({
  skuId: Id,
  name: z.string(),
  spec: z.string(),
  brand: z.string(),
  category: z.string(),
  barcode: z.string(),
  baseUnit: z.string(),
  units: z.array(UnitView),
  shelfLifeDays: z.int(),
  minimumQuantity: z.int(),
  multipleQuantity: z.int(),
  maximumQuantity: z.int().nullable(),
  /** Null when this supplier has no price for the caller: it cannot be ordered. */
  unitPriceE4: UnitPriceE4.nullable(),
  /** The price of the largest sellable unit (usually a case), rounded half up. */
  casePriceFen: Fen.nullable(),
  availability: z.enum(['plenty', 'few', 'none']),
});

export const catalogRoutes = {
  /** Finds by name, pinyin, initials or barcode; without `q`, all of a category by name. */
  search: route(endpoints.catalog.search, {
    summary: 'Search the goods a supplier sells to me.',
    access: 'signedIn',
    input: PageQuery.extend({
      q: z.string().trim().max(60).optional(),
      category: z.string().max(40).optional(),
      supplierId: Id.optional().describe('default: my first supplier'),
    }),
    output: pageOf(SkuView),
    errors: ['partners.notSupplied'],
  }),
  get: route(endpoints.catalog.get, {
    summary: 'One SKU.',
    access: 'signedIn',
    input: z.object({ skuId: Id, supplierId: Id.optional() }),
    output: SkuView,
    errors: ['catalog.skuUnknown', 'partners.notSupplied'],
  }),
  categories: route(endpoints.catalog.categories, {
    summary: 'Categories and how many SKUs each has.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ category: z.string(), skuCount: Count })) }),
    errors: [],
  }),
};
