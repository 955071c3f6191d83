import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Day, Done, Fen, Id, PageQuery, Quantity, UnitPriceE4, pageOf } from './fields';
import { route } from './route';

const CommandId = Id.describe('made by the caller; repeating it gets the first answer');
const SupplierId = Id.optional().describe('default: my first supplier');

export const ListKind = z.enum(['template', 'standing']);

export const TemplateView = z.object({
  templateId: Id,
  /** standing: its quantities are the stock that should be there. */
  kind: ListKind,
  name: z.string(),
  lineCount: Count,
  version: Count.describe('sent back with a change'),
  changedBy: z.string(),
  changedAt: At,
});

export const OfferedLineView = z.object({
  skuId: Id,
  skuName: z.string(),
  spec: z.string(),
  quantity: z.int().describe('base units'),
  mixedUnits: z.string(),
  unitPriceE4: UnitPriceE4,
  amountFen: Fen,
  /** What it cost the last time; null where there was none. */
  lastUnitPriceE4: UnitPriceE4.nullable(),
  /** The next quantity it is sold in; null when this one is. */
  suggestedQuantity: z.int().nullable(),
});

/** Goods at today's prices, and those that cannot be ordered today. */
export const OfferView = z.object({
  supplierId: Id,
  lines: z.array(OfferedLineView),
  missing: z.array(
    z.object({ skuId: Id, skuName: z.string(), reason: z.enum(['unknown', 'inactive', 'noPrice']) }),
  ),
  amountFen: Fen,
});

export const GuideEntryView = z.object({
  skuId: Id,
  skuName: z.string(),
  spec: z.string(),
  /** Orders it was in. */
  timesBought: z.int(),
  /** The middle one of the quantities ordered. */
  usualQuantity: z.int(),
  usualMixedUnits: z.string(),
  lastQuantity: z.int(),
  lastUnitPriceE4: UnitPriceE4,
  lastBoughtOn: Day,
  daysSince: z.int(),
});

export const CheckedRowView = z.object({
  rowNo: z.int(),
  /** Null when the row has an error. */
  line: OfferedLineView.nullable(),
  /** The row that names the same goods already. */
  sameAsRowNo: z.int().nullable(),
  error: z
    .object({
      column: z.enum(['sku', 'quantity']),
      code: z.string(),
      message: z.string().describe('a Chinese sentence'),
      goods: z.array(z.object({ skuId: Id, skuName: z.string() })).describe('what may have been meant'),
      quantities: z.array(z.string()).describe('what can be read'),
    })
    .nullable(),
});

/** When a recurring order comes again. */
export const Rhythm = z.discriminatedUnion('every', [
  z.object({ every: z.literal('days'), days: z.int().min(1).max(365) }),
  z.object({ every: z.literal('week'), weekday: z.int().min(1).max(7).describe('1 Monday … 7 Sunday') }),
  z.object({
    every: z.literal('month'),
    monthDay: z.int().min(1).max(31).describe('a day the month does not have means its last'),
  }),
]);

export const RunView = z.object({
  runOn: Day,
  outcome: z.enum(['placed', 'refused', 'skipped']),
  orderId: Id.nullable(),
  /** The verdict, the refusal, or why the day was passed over. */
  code: z.string(),
  message: z.string().describe('a Chinese sentence'),
  at: At,
});

export const RecurringView = z.object({
  recurringId: Id,
  templateId: Id,
  templateName: z.string(),
  supplierId: Id.nullable(),
  addressId: Id.nullable(),
  rhythm: Rhythm,
  startsOn: Day,
  nextOn: Day,
  skipsHolidays: z.boolean(),
  paused: z.boolean(),
  setUpBy: z.string(),
  lastRun: RunView.nullable(),
});

const RecurringList = z.object({ items: z.array(RecurringView) });
export const HolidayView = z.object({ holidayOn: Day, name: z.string().trim().min(1).max(40) });
const HolidayList = z.object({ items: z.array(HolidayView) });

export const listRoutes = {
  templates: route(endpoints.lists.templates, {
    summary: 'The lists my party keeps.',
    access: 'buyer',
    input: z.object({}),
    output: z.object({ items: z.array(TemplateView) }),
    errors: [],
  }),
  template: route(endpoints.lists.template, {
    summary: 'A list with today’s prices.',
    access: 'buyer',
    input: z.object({ templateId: Id, supplierId: SupplierId }),
    output: TemplateView.extend({
      kept: z.array(z.object({ lineNo: z.int(), skuId: Id, quantity: z.int() })),
      offer: OfferView,
    }),
    errors: ['lists.templateUnknown', 'partners.notSupplied'],
  }),
  saveTemplate: route(endpoints.lists.saveTemplate, {
    summary: 'Save a list under its id, whole.',
    access: 'buyer',
    input: z.object({
      commandId: CommandId,
      templateId: Id.describe('made by the caller'),
      kind: ListKind.default('template'),
      name: z.string().trim().min(1).max(60),
      expectedVersion: Count.default(0).describe('the version you saw; 0 for a new list'),
      lines: z
        .array(z.object({ skuId: Id, quantity: Quantity }))
        .min(1)
        .max(1000),
    }),
    output: TemplateView,
    errors: [
      'lists.tooMany',
      'lists.templateUnknown',
      'lists.templateChanged',
      'orders.lineTwice',
      'catalog.skuUnknown',
      'command.idReused',
    ],
  }),
  removeTemplate: route(endpoints.lists.removeTemplate, {
    summary: 'Remove a list that no recurring order uses.',
    access: 'buyer',
    input: z.object({ commandId: CommandId, templateId: Id }),
    output: Done,
    errors: ['lists.templateUnknown', 'lists.templateInUse', 'command.idReused'],
  }),
  /** Goods nobody counted are taken as gone. Writes nothing. */
  fill: route(endpoints.lists.fill, {
    summary: 'What to order so that all of a list is there again.',
    access: 'buyer',
    input: z.object({
      templateId: Id,
      supplierId: SupplierId,
      counted: z
        .array(z.object({ skuId: Id, onHand: z.int().min(0).max(1_000_000) }))
        .max(1000)
        .default([]),
    }),
    output: OfferView,
    errors: ['lists.templateUnknown', 'partners.notSupplied'],
  }),
  guide: route(endpoints.lists.guide, {
    summary: 'What I bought in the last 90 days, most often bought first.',
    access: 'buyer',
    input: z.object({ supplierId: Id.optional() }),
    output: z.object({ items: z.array(GuideEntryView) }),
    errors: [],
  }),
  reorder: route(endpoints.lists.reorder, {
    summary: 'The goods of a past order at today’s prices.',
    access: 'buyer',
    input: z.object({ orderId: Id }),
    output: OfferView,
    errors: ['orders.unknown', 'partners.notSupplied'],
  }),
  /** Writes nothing: right rows are ordered with `orders.place` once somebody has looked at them. */
  check: route(endpoints.lists.check, {
    summary: 'Read up to 1,000 rows of goods and quantities as people write them.',
    access: 'buyer',
    input: z.object({
      supplierId: SupplierId,
      rows: z
        .array(
          z.object({
            sku: z.string().max(80).describe('id, barcode, name or words of it'),
            quantity: z.string().max(30).describe('`24`, `2箱5瓶`, `半箱`'),
            unit: z.string().trim().max(8).optional(),
          }),
        )
        .min(1)
        .max(1000),
    }),
    output: z.object({
      items: z.array(CheckedRowView),
      readCount: Count,
      errorCount: Count,
      amountFen: Fen,
    }),
    errors: ['partners.notSupplied'],
  }),
  recurring: route(endpoints.lists.recurring, {
    summary: 'The orders of my party that come by themselves.',
    access: 'buyer',
    input: z.object({}),
    output: RecurringList,
    errors: [],
  }),
  saveRecurring: route(endpoints.lists.saveRecurring, {
    summary: 'Save a recurring order under its id; pause it or let it go on.',
    access: 'buyer',
    input: z.object({
      commandId: CommandId,
      recurringId: Id.describe('made by the caller'),
      templateId: Id,
      supplierId: Id.optional(),
      addressId: Id.optional(),
      rhythm: Rhythm,
      startsOn: Day,
      skipsHolidays: z.boolean().default(false),
      paused: z.boolean().default(false),
    }),
    output: RecurringList,
    errors: ['lists.templateUnknown', 'lists.recurringUnknown', 'lists.tooMany', 'command.idReused'],
  }),
  removeRecurring: route(endpoints.lists.removeRecurring, {
    summary: 'End a recurring order; what it placed stays.',
    access: 'buyer',
    input: z.object({ commandId: CommandId, recurringId: Id }),
    output: Done,
    errors: ['lists.recurringUnknown', 'command.idReused'],
  }),
  runs: route(endpoints.lists.runs, {
    summary: 'What became of each day of a recurring order, the latest first.',
    access: 'buyer',
    input: PageQuery.extend({ recurringId: Id }),
    output: pageOf(RunView),
    errors: ['lists.recurringUnknown'],
  }),
  holidays: route(endpoints.lists.holidays, {
    summary: 'The days ahead that nothing is delivered.',
    access: 'signedIn',
    input: z.object({}),
    output: HolidayList,
    errors: [],
  }),
  setHolidays: route(endpoints.lists.setHolidays, {
    summary: 'Name days as holidays, or take them back.',
    access: 'hqManager',
    input: z.object({
      commandId: CommandId,
      holidays: z.array(HolidayView).max(400).default([]),
      removed: z.array(Day).max(400).default([]),
    }),
    output: HolidayList,
    errors: ['command.idReused'],
  }),
};
