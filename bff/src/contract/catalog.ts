import { z } from 'zod';
import { endpoints } from './endpoints';
import { Count, Fen, Id, PageQuery, Quantity, UnitPriceE4, pageOf } from './fields';
import { PriceStepView, SkuView } from './catalog-views';
import { goodsEditRoutes } from './catalog-goods';
import { priceRoutes } from './catalog-prices';
import { ruleRoutes } from './catalog-rules';
import { shelfRoutes } from './catalog-shelf';
import { route } from './route';

export const catalogRoutes = {
  /** Finds by id, barcode, name, pinyin or initials; without `q`, all of a category and what stands below it. */
  search: route(endpoints.catalog.search, {
    summary: 'Search the goods a supplier sells to me.',
    access: 'signedIn',
    input: PageQuery.extend({
      q: z.string().trim().max(60).optional(),
      category: z.string().max(40).optional(),
      supplierId: Id.optional().describe('default: my first supplier'),
      range: z
        .enum(['sold', 'all', 'offSale'])
        .default('sold')
        .describe(
          'sellers only: `all`, also what the supplier has no price for; `offSale`, what HQ took off',
        ),
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
    summary: 'Categories in their order, and how many SKUs each has.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          category: z.string().describe('its id'),
          name: z.string(),
          parentId: z.string().nullable(),
          position: z.int(),
          version: z.int(),
          skuCount: Count,
        }),
      ),
    }),
    errors: [],
  }),
  scan: route(endpoints.catalog.scan, {
    summary: 'The SKU and the unit a scanned barcode stands for.',
    access: 'signedIn',
    input: z.object({
      barcode: z.string().regex(/^[0-9A-Za-z_-]{1,32}$/),
      supplierId: Id.optional(),
    }),
    output: z.object({
      unit: z.string(),
      factor: z.int(),
      isTodaysPack: z.boolean().describe('false: the code stands on a pack of before, of another factor'),
      sku: SkuView,
    }),
    errors: ['catalog.barcodeUnknown', 'partners.notSupplied'],
  }),
  myPrice: route(endpoints.catalog.myPrice, {
    summary: 'What a quantity costs me today, step by step.',
    access: 'buyer',
    input: z.object({
      skuId: Id,
      quantity: z.coerce.number().pipe(Quantity),
      unit: z.string().max(8).optional().describe('the unit it is ordered in; default: the base unit'),
      supplierId: Id.optional(),
    }),
    output: z.object({
      skuId: Id,
      quantity: Quantity,
      unitPriceE4: UnitPriceE4.nullable(),
      amountFen: Fen.nullable(),
      steps: z.array(PriceStepView),
    }),
    errors: ['catalog.skuUnknown', 'partners.notSupplied'],
  }),
  ...shelfRoutes,
  ...goodsEditRoutes,
  ...priceRoutes,
  ...ruleRoutes,
};

export { PriceStepView, SkuView, UnitView } from './catalog-views';
export { AgeingView, ShelfView } from './catalog-shelf';
export { SkuSheet } from './catalog-goods';
export {
  CustomerGroupView,
  InversionView,
  ListAnswerView,
  PriceLineView,
  PriceListView,
} from './catalog-prices';
export { OrderingRuleView } from './catalog-rules';
