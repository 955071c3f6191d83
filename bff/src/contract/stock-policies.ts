import { z } from 'zod';
import { endpoints } from './endpoints';
import { Day, Done, Id, PageQuery, pageOf } from './fields';
import { route } from './route';
import { Channel, CommandId, StockQuantity } from './stock-fields';

const Share = z.int().min(0).max(10_000).describe('basis points');

const lifeRuleFields = {
  scope: z.enum(['buyerSku', 'buyerCategory', 'buyer', 'channel']),
  subject: Id.describe('the buyer; in a channel’s rule the channel'),
  goods: z.string().trim().max(40).default('').describe('the SKU or category; empty: all goods'),
  minimumDays: z.int().min(0).max(3_650).default(0),
  minimumLifeBp: Share.default(0),
  maximumLots: z.int().min(1).max(50).nullable().default(null),
  refusesOlder: z.boolean().default(true),
  startsOn: Day,
  endsOn: Day.nullable().default(null),
};

export const LifeRuleView = z.object({ ruleId: Id, ...lifeRuleFields });
export const BufferView = z.object({
  warehouseId: Id.nullable().describe('null: all warehouses together'),
  warehouseName: z.string().nullable(),
  skuId: Id,
  skuName: z.string(),
  quantity: z.int(),
});
export const QuotaView = z.object({
  skuId: Id,
  skuName: z.string(),
  channel: z.string(),
  startsOn: Day,
  endsOn: Day.nullable(),
  quantity: z.int(),
  used: z.int(),
});
export const MarkdownBand = z.object({
  fromBp: Share.describe('goods with at least this share of life left'),
  markdownBp: Share.describe('cost this much less'),
});
const Markdowns = z.object({ items: z.array(MarkdownBand) });

/** A rule of two names says both; a rule of one leaves the other empty. */
const LifeRuleInput = z
  .object({ ruleId: CommandId, ...lifeRuleFields })
  .refine(({ scope, goods }) => (goods === '') === (scope === 'buyer' || scope === 'channel'), {
    message: 'a rule for buyer and SKU or category names it, others name none',
    path: ['goods'],
  })
  .refine(({ scope, subject }) => scope !== 'channel' || Channel.safeParse(subject).success, {
    message: 'not a channel',
    path: ['subject'],
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn > startsOn, {
    message: 'ends before it begins',
    path: ['endsOn'],
  });

export const policyRoutes = {
  lifeRules: route(endpoints.stock.lifeRules, {
    summary: 'My rules of freshness.',
    access: 'seller',
    input: PageQuery,
    output: pageOf(LifeRuleView),
    errors: [],
  }),
  addLifeRule: route(endpoints.stock.addLifeRule, {
    summary: 'Add a rule of freshness for a customer or a channel.',
    access: 'manager',
    input: LifeRuleInput,
    output: LifeRuleView,
    errors: ['command.idReused'],
  }),
  removeLifeRule: route(endpoints.stock.removeLifeRule, {
    summary: 'Take a rule of freshness away.',
    access: 'manager',
    input: z.object({ ruleId: Id, commandId: CommandId }),
    output: Done,
    errors: ['stock.lifeRuleUnknown', 'command.idReused'],
  }),
  buffers: route(endpoints.stock.buffers, {
    summary: 'What I keep back, by SKU and warehouse.',
    access: 'seller',
    input: PageQuery,
    output: pageOf(BufferView),
    errors: [],
  }),
  setBuffer: route(endpoints.stock.setBuffer, {
    summary: 'Keep goods of a SKU back, in one warehouse or in all together; 0 keeps none.',
    access: 'manager',
    input: z.object({
      commandId: CommandId,
      warehouseId: Id.optional(),
      skuId: Id,
      quantity: StockQuantity,
    }),
    output: BufferView,
    errors: ['stock.warehouseUnknown', 'catalog.skuUnknown', 'command.idReused'],
  }),
  quotas: route(endpoints.stock.quotas, {
    summary: 'What channels may take of my goods, and have taken.',
    access: 'seller',
    input: PageQuery,
    output: pageOf(QuotaView),
    errors: [],
  }),
  setQuota: route(endpoints.stock.setQuota, {
    summary: 'Set what a channel may take of a SKU in a period.',
    access: 'manager',
    input: z.object({
      commandId: CommandId,
      skuId: Id,
      channel: Channel,
      startsOn: Day,
      endsOn: Day.nullable().default(null),
      quantity: StockQuantity,
    }),
    output: QuotaView,
    errors: ['catalog.skuUnknown', 'stock.datesCrossed', 'stock.quotaUsed', 'command.idReused'],
  }),
  markdowns: route(endpoints.stock.markdowns, {
    summary: 'What my ageing goods cost less, by the life they have left.',
    access: 'seller',
    input: z.object({}),
    output: Markdowns,
    errors: [],
  }),
  setMarkdowns: route(endpoints.stock.setMarkdowns, {
    summary: 'Replace my markdowns; none brings the usual ones back.',
    access: 'manager',
    input: z.object({ commandId: CommandId, bands: z.array(MarkdownBand).max(20) }),
    output: Markdowns,
    errors: ['stock.bandTwice', 'command.idReused'],
  }),
};
