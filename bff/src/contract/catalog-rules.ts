import { z } from 'zod';
import { ShelfId, Version } from './catalog-goods';
import { Channel, RegionPrefix } from './catalog-prices';
import { endpoints } from './endpoints';
import { Day, FenInput, Id, PageQuery, pageOf } from './fields';
import { route } from './route';

const Asked = z.int().min(0).max(1_000_000).nullable().describe('null inherits, 0 waives');

const ruleFields = {
  buyerId: Id.nullable(),
  priceListId: Id.nullable(),
  level: z.int().min(0).max(9).nullable(),
  regionPrefix: RegionPrefix.nullable(),
  channel: Channel.nullable(),
  category: ShelfId.nullable(),
  skuId: Id.nullable(),
  minimumQuantity: Asked,
  multipleQuantity: Asked,
  maximumQuantity: Asked,
  orderAmountFen: FenInput.nullable(),
  orderCases: Asked,
  orderWeightGrams: z.int().min(0).max(1_000_000_000).nullable(),
  startsOn: Day,
  endsOn: Day.nullable().describe('exclusive'),
};
const command = { commandId: Id.describe('made by the caller; repeating it gets the first answer') };

export const OrderingRuleView = z.object({
  ruleId: Id,
  scope: z.enum(['customer', 'priceList', 'levelRegionChannel', 'category', 'sku', 'seller']),
  ...ruleFields,
  version: z.int(),
});

/** How a seller's goods may be ordered. */
export const ruleRoutes = {
  orderingRules: route(endpoints.catalog.orderingRules, {
    summary: 'My minimums, multiples and maximums.',
    access: 'manager',
    input: PageQuery,
    output: pageOf(OrderingRuleView),
    errors: [],
  }),
  putOrderingRule: route(endpoints.catalog.putOrderingRule, {
    summary: 'Add one of my ordering rules or change it.',
    access: 'manager',
    input: z.object({
      ...command,
      ruleId: Id.optional().describe('left out for a new rule'),
      ...ruleFields,
      expectedVersion: Version,
    }),
    output: OrderingRuleView,
    errors: [
      'catalog.ruleUnknown',
      'catalog.versionChanged',
      'catalog.ruleEmpty',
      'catalog.ruleMixed',
      'catalog.ruleTooWide',
      'catalog.datesWrong',
      'catalog.quantityRange',
      'catalog.buyerUnknown',
      'catalog.priceListUnknown',
      'catalog.skuUnknown',
      'catalog.categoryUnknown',
      'command.idReused',
    ],
  }),
  substitutes: route(endpoints.catalog.substitutes, {
    summary: 'What I may send instead of a SKU, first choice first.',
    access: 'manager',
    input: z.object({ skuId: Id }),
    output: z.object({ skuIds: z.array(Id) }),
    errors: [],
  }),
  putSubstitutes: route(endpoints.catalog.putSubstitutes, {
    summary: 'Approve what I may send instead of a SKU.',
    access: 'manager',
    input: z.object({
      ...command,
      skuId: Id,
      substituteSkuIds: z.array(Id).max(20),
      expectedSkuIds: z.array(Id).max(20).describe('what the editor has seen'),
    }),
    output: z.object({ skuIds: z.array(Id) }),
    errors: ['catalog.skuUnknown', 'catalog.substituteItself', 'catalog.versionChanged', 'command.idReused'],
  }),
};
