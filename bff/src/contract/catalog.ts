import { z } from 'zod';
import { endpoints } from './endpoints';
import { Count, Fen, Id, PageQuery, Quantity, UnitPriceE4, pageOf } from './fields';
import { goodsEditRoutes } from './catalog-goods';
import { priceRoutes } from './catalog-prices';
import { ruleRoutes } from './catalog-rules';
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
  /** What one of the largest sellable unit (usually a case) comes to, rounded half up. */
  casePriceFen: Fen.nullable(),
  availability: z.enum(['plenty', 'few', 'none']),
  imageUrl: z.string().nullable().describe('its main picture, 320 pixels; null when there is none'),
  imageUrls: z.array(z.string()).describe('all its pictures at up to 1,600 pixels, the main one first'),
});

/** One step from list to amount, as the buyer may see it. */
export const PriceStepView = z.object({
  step: z.enum(['list', 'unitPrice', 'break', 'amount']),
  text: z.string(),
});

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
        .enum(['sold', 'all'])
        .default('sold')
        .describe('`all`: also what the supplier has no price for; sellers only'),
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
  ...goodsEditRoutes,
  ...priceRoutes,
  ...ruleRoutes,
};

export { SkuSheet } from './catalog-goods';
export {
  CustomerGroupView,
  InversionView,
  ListAnswerView,
  PriceLineView,
  PriceListView,
} from './catalog-prices';
export { OrderingRuleView } from './catalog-rules';
