import { z } from 'zod';
import { Version } from './catalog-goods';
import { endpoints } from './endpoints';
import { Count, Day, Fen, Id, PageQuery, Quantity, UnitPriceE4, pageOf } from './fields';
import { route } from './route';

/** A unit price somebody types in: up to a hundred million yuan, so that a line's amount stays exact. */
const PriceInput = z.int().min(0).max(1_000_000_000_000).describe('1/10,000 yuan');
export const ListKind = z.enum(['customer', 'group', 'levelRegionChannel', 'region', 'level', 'standard']);
export const Channel = z.enum(['traditional', 'modern', 'convenience', 'catering', 'special', 'ecommerce']);
export const RegionPrefix = z.string().regex(/^\d{2}(\d{2}){0,2}$/);

const scopeFields = {
  buyerId: Id.nullable().describe('a contract with one customer'),
  groupId: Id.nullable(),
  level: z.int().min(0).max(9).nullable(),
  regionPrefix: RegionPrefix.nullable(),
  channel: Channel.nullable(),
};
const listFields = {
  name: z.string().trim().min(1).max(80),
  ...scopeFields,
  priority: z.int().min(-1_000).max(1_000),
  startsOn: Day,
  endsOn: Day.nullable().describe('exclusive'),
};
const BreakFields = z.object({
  fromQuantity: Quantity,
  unitPriceE4: PriceInput.nullable(),
  offBp: z.int().min(1).max(9_999).nullable().describe('off the base price'),
});
const lineFields = {
  skuId: Id,
  unitPriceE4: PriceInput,
  floorPriceE4: PriceInput.nullable(),
  breaks: z.array(BreakFields).max(20),
  breakMode: z.enum(['allUnits', 'slices']),
};
const PriceLineInput = z.object({
  ...lineFields,
  unitPrices: z
    .array(z.object({ unit: z.string().trim().min(1).max(8), priceE4: PriceInput }))
    .max(8)
    .describe('of whole units as they are packed today'),
});
const Shift = z.object({
  kind: z.literal('shift'),
  byBp: z.int().min(-9_999).max(100_000),
  byE4: z.int().min(-1_000_000_000_000).max(1_000_000_000_000).describe('of a base unit'),
  stepE4: z.union([z.literal(1), z.literal(10), z.literal(100), z.literal(1_000)]).describe('rounded to it'),
  skuIds: z.array(Id).max(1_000).nullable().describe('null: every line `q` finds'),
  q: z.string().trim().max(60).optional(),
});
const WantedPrices = z.object({
  kind: z.literal('set'),
  rows: z
    .array(
      z.object({
        code: z.string().trim().min(1).max(40).describe('a SKU by its id or barcode'),
        unitPriceE4: PriceInput,
        floorPriceE4: PriceInput.nullable().optional().describe('left out: it stays'),
      }),
    )
    .min(1)
    .max(1_000),
});
const command = { commandId: Id.describe('made by the caller; repeating it gets the first answer') };

export const PriceListView = z.object({ priceListId: Id, kind: ListKind, ...listFields, version: z.int() });
export const PriceLineView = z.object({
  ...lineFields,
  skuName: z.string(),
  unitPrices: z.array(z.object({ unit: z.string(), factor: z.int(), priceE4: z.int() })),
});
export const CustomerGroupView = z.object({
  groupId: Id,
  name: z.string(),
  buyerIds: z.array(Id),
  version: z.int(),
});

/** What one list answered when it was asked for a price. */
export const ListAnswerView = z.object({
  priceListId: Id,
  name: z.string(),
  kind: ListKind,
  unitPriceE4: UnitPriceE4.nullable(),
  answer: z.enum(['chosen', 'outranked', 'notFor', 'skuMissing']),
  notFor: z.array(z.enum(['notStarted', 'ended', 'buyer', 'group', 'level', 'region', 'channel'])),
  text: z.string(),
});

const StageView = z.enum(['factory', 'firstWholesale', 'secondWholesale', 'store', 'retail']);
export const InversionView = z.object({
  upper: StageView,
  upperE4: z.int(),
  lower: StageView,
  lowerE4: z.int(),
  lossE4: z.int(),
  text: z.string(),
});
const ladderFields = {
  skuId: Id,
  factoryE4: PriceInput.nullable(),
  firstWholesaleE4: PriceInput.nullable(),
  secondWholesaleE4: PriceInput.nullable(),
  storeE4: PriceInput.nullable(),
  retailE4: PriceInput.nullable(),
};
const LadderView = z.object({ ...ladderFields, version: z.int(), inversions: z.array(InversionView) });

/** Each seller prices its own sales; what is another's is not there. */
export const priceRoutes = {
  priceLists: route(endpoints.catalog.priceLists, {
    summary: 'My price lists.',
    access: 'manager',
    input: PageQuery,
    output: pageOf(PriceListView),
    errors: [],
  }),
  putPriceList: route(endpoints.catalog.putPriceList, {
    summary: 'Add one of my price lists or change it.',
    access: 'manager',
    input: z.object({
      ...command,
      priceListId: Id.optional().describe('left out for a new list'),
      ...listFields,
      expectedVersion: Version,
    }),
    output: PriceListView,
    errors: [
      'catalog.priceListUnknown',
      'catalog.versionChanged',
      'catalog.scopeMixed',
      'catalog.datesWrong',
      'catalog.buyerUnknown',
      'catalog.groupUnknown',
      'command.idReused',
    ],
  }),
  priceLines: route(endpoints.catalog.priceLines, {
    summary: 'The prices in one of my lists.',
    access: 'manager',
    input: PageQuery.extend({
      priceListId: Id,
      q: z.string().trim().max(60).optional().describe('name, pinyin, initials, barcode or id of goods'),
    }),
    output: pageOf(PriceLineView).extend({ version: z.int() }),
    errors: ['catalog.priceListUnknown'],
  }),
  putPriceLines: route(endpoints.catalog.putPriceLines, {
    summary: 'Put prices into one of my lists and take others out.',
    access: 'manager',
    input: z.object({
      ...command,
      priceListId: Id,
      expectedVersion: Version,
      lines: z.array(PriceLineInput).max(1_000),
      removedSkuIds: z.array(Id).max(1_000).default([]),
    }),
    output: z.object({ added: Count, changed: Count, same: Count, removed: Count, version: z.int() }),
    errors: [
      'catalog.priceListUnknown',
      'catalog.versionChanged',
      'catalog.skuUnknown',
      'catalog.skuTwice',
      'catalog.unitNotPriceable',
      'catalog.unitTwice',
      'catalog.breaksWrong',
      'command.idReused',
    ],
  }),
  /** Nothing is written: the drafts go into `putPriceLines` under the version that is told. */
  previewPriceLines: route(endpoints.catalog.previewPriceLines, {
    summary: 'What a change of many prices would come to, and what to know of each before it is saved.',
    access: 'manager',
    input: z.object({
      priceListId: Id,
      change: z.discriminatedUnion('kind', [Shift, WantedPrices]),
    }),
    output: z.object({
      version: z.int(),
      isComplete: z.boolean().describe('false: there are more lines than one change takes'),
      items: z.array(
        z.object({
          code: z.string(),
          skuId: Id.nullable(),
          skuName: z.string(),
          baseUnit: z.string(),
          beforeE4: z.int().nullable(),
          afterE4: z.int().nullable(),
          floorPriceE4: z.int().nullable(),
          draft: PriceLineInput.nullable().describe('null: it cannot be saved'),
          findings: z.array(
            z.object({
              finding: z.string(),
              severity: z.enum(['block', 'warning', 'notice']),
              text: z.string(),
            }),
          ),
        }),
      ),
    }),
    errors: ['catalog.priceListUnknown'],
  }),
  customerGroups: route(endpoints.catalog.customerGroups, {
    summary: 'My customer groups.',
    access: 'manager',
    input: z.object({}),
    output: z.object({ items: z.array(CustomerGroupView) }),
    errors: [],
  }),
  putCustomerGroup: route(endpoints.catalog.putCustomerGroup, {
    summary: 'Add one of my customer groups or change its members.',
    access: 'manager',
    input: z.object({
      ...command,
      groupId: Id.optional().describe('left out for a new group'),
      name: z.string().trim().min(1).max(80),
      buyerIds: z.array(Id).max(2_000),
      expectedVersion: Version,
    }),
    output: CustomerGroupView,
    errors: ['catalog.groupUnknown', 'catalog.buyerUnknown', 'catalog.versionChanged', 'command.idReused'],
  }),
  /** A distributor's manager asks about its own customers, HQ's about any seller and any of its customers. */
  whyPrice: route(endpoints.catalog.whyPrice, {
    summary: 'Why a customer pays this price: every list in the order they are asked.',
    access: 'manager',
    input: z.object({
      skuId: Id,
      buyerId: Id,
      sellerId: Id.optional().describe('HQ only; default: myself'),
      quantity: z.coerce.number().pipe(Quantity),
      unit: z.string().max(8).optional(),
      on: Day.optional().describe('default: today'),
    }),
    output: z.object({
      skuId: Id,
      on: Day,
      lists: z.array(ListAnswerView),
      unitPriceE4: UnitPriceE4.nullable(),
      amountFen: Fen.nullable(),
      floorPriceE4: UnitPriceE4.nullable(),
      belowFloorFen: Fen.describe('what the line lacks of its floor'),
      steps: z.array(z.object({ step: z.string(), text: z.string() })),
    }),
    errors: ['catalog.skuUnknown', 'catalog.buyerUnknown'],
  }),
  priceLadders: route(endpoints.catalog.priceLadders, {
    summary: 'The price ladder of each SKU, and what is inverted in it.',
    access: 'hqManager',
    input: PageQuery.extend({ onlyInverted: z.enum(['true', 'false']).default('false') }),
    output: pageOf(
      LadderView.extend({
        skuName: z.string(),
        listedFactoryE4: z.int().nullable().describe('the least HQ takes today'),
        listedStoreSellerId: Id.nullable(),
        listedStoreE4: z.int().nullable().describe('the least any distributor takes today'),
        listedInversions: z.array(InversionView),
      }),
    ),
    errors: [],
  }),
  putPriceLadder: route(endpoints.catalog.putPriceLadder, {
    summary: 'Set the price ladder of a SKU.',
    access: 'hqManager',
    input: z.object({ ...command, ...ladderFields, expectedVersion: Version }),
    output: LadderView,
    errors: ['catalog.skuUnknown', 'catalog.versionChanged', 'command.idReused'],
  }),
};
