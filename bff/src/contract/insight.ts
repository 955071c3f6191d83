import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Day, Fen, PageQuery, pageOf } from './fields';
import { OrderSummaryView } from './order-views';
import { reportPlanRoutes } from './report-plans';
import { route } from './route';

const OrderFigures = z.object({
  orders: Count.describe('placed, whatever became of them; goods sent again are no sale'),
  touchlessOrders: Count.describe('approved at once, without a person'),
  keptOrders: Count.describe('neither rejected nor cancelled nor closed with nothing sent'),
  keptFen: Fen.describe('what is payable for those that are kept, freight among it'),
});

const WaitingView = z.object({
  kind: z.string().describe('such as `hold.credit`, `alerts`, `overdueAccounts`'),
  title: z.string(),
  count: Count,
  overdue: Count.describe('of those, the ones whose time is over'),
  firstDueAt: At.nullable(),
  amountFen: Fen.nullable(),
});

export const SalesTodayView = z.object({
  side: z.enum(['own', 'channel']).describe('own: what we sell; channel: what our distributors sell'),
  today: OrderFigures,
  lastWeek: OrderFigures.describe('the same weekday, up to the same hour'),
  hours: z.array(z.object({ hour: Count, todayFen: Fen, lastWeekFen: Fen })),
});

const side = z
  .enum(['own', 'channel'])
  .default('own')
  .describe('channel: what our distributors sell; HQ alone');
const Period = z.object({ from: Day, to: Day.describe('included; a year at most'), side });

const GoodsRow = z.object({
  key: z.string(),
  name: z.string(),
  baseUnit: z.string(),
  orders: Count,
  quantity: z.int(),
  shipped: z.int(),
  signed: z.int(),
  keptFen: Fen.describe('without freight'),
});

const DeliveryFigures = z.object({
  orders: Count.describe('all of it shipped or cancelled, and all that was shipped signed for'),
  promisedOrders: Count.describe('of those, the ones whose buyer asked for a day'),
  onTimeOrders: Count.describe('of those promised, there on that day or before'),
  fullOrders: Count.describe('all that was asked for accepted; gifts and substitutes do not count'),
  otifOrders: Count.describe('of those promised, on time and in full'),
  perfectOrders: Count.describe('of those promised, on time, in full and nothing damaged or refused'),
  orderLines: Count,
  fullLines: Count.describe('accepted as they were asked for'),
});

const ReceivableFigures = z.object({
  receivableFen: Fen.describe('billed and not paid, now'),
  overdueFen: Fen.describe('of that, what should have been paid before today'),
  over90Fen: Fen.describe('of that, by more than 90 days'),
  creditSalesFen: Fen.describe('billed in the period to be paid later, so neither cash nor prepaid'),
  writtenOffFen: Fen.describe('given up in the period'),
});

const ShelfFigures = z.object({
  skuDays: Count.describe('recorded days of a SKU in a warehouse'),
  stockOutDays: Count.describe('of those, the ones that ended with nothing to promise'),
  onHandDays: z.int().describe('what was on hand at the ends of the days, added up, in base units'),
  shipped: z.int().describe('what customers were sent, in base units'),
  dueAlerts: Count.describe('alerts of ageing goods whose deadline is over'),
  handledInTime: Count.describe('of those, handled by the deadline'),
});

const DiversionFigures = z.object({
  blockedLines: Count.describe('order lines stopped at a border'),
  blockedOrders: Count,
  suspicions: Count.describe('after-sales requests that show goods their customer was not sent'),
});

const ReturnFigures = z.object({
  requests: Count.describe('made in the period, whatever became of them'),
  openRequests: Count.describe('to be decided or received'),
  refusedRequests: Count,
  closedRequests: Count,
  askedFen: Fen.describe('what was paid for what they ask back'),
  grantedFen: Fen.describe('what was given back'),
});

const named = { key: z.string(), name: z.string() };
const errors = ['insight.periodUnfit', 'insight.notYours'];

export const insightRoutes = {
  desk: route(endpoints.insight.desk, {
    summary: 'What waits for my desk, and how today goes.',
    access: 'seller',
    input: z.object({}),
    output: z.object({ day: Day, waiting: z.array(WaitingView), sales: z.array(SalesTodayView) }),
    errors: [],
  }),
  byDay: route(endpoints.insight.byDay, {
    summary: 'Orders placed, day by day; days without one have no row.',
    access: 'seller',
    input: Period,
    output: z.object({ total: OrderFigures, days: z.array(OrderFigures.extend({ day: Day })) }),
    errors,
  }),
  by: route(endpoints.insight.by, {
    summary: 'Orders placed, by seller, customer or province: the 500 with the most money.',
    access: 'seller',
    input: Period.extend({ by: z.enum(['seller', 'buyer', 'province']) }),
    output: z.object({ items: z.array(OrderFigures.extend({ key: z.string(), name: z.string() })) }),
    errors,
  }),
  goods: route(endpoints.insight.goods, {
    summary: 'Goods ordered, shipped and signed for: the 500 SKUs with the most money.',
    access: 'seller',
    input: Period,
    output: z.object({ items: z.array(GoodsRow) }),
    errors,
  }),
  deliveries: route(endpoints.insight.deliveries, {
    summary: 'How orders were delivered, by the day their last shipment was signed for.',
    access: 'seller',
    input: Period.extend({ by: z.enum(['day', 'seller']).default('day') }),
    output: z.object({
      total: DeliveryFigures,
      halfHours: Count.nullable().describe(
        'whole hours from placing to signing that half did not take longer than',
      ),
      mostHours: Count.nullable().describe('the same of nine in ten'),
      items: z.array(DeliveryFigures.extend({ key: z.string(), name: z.string() })),
    }),
    errors,
  }),
  ranges: route(endpoints.insight.ranges, {
    summary: 'Goods ordered, by category or brand: the 500 with the most money.',
    access: 'seller',
    input: Period.extend({ by: z.enum(['category', 'brand']) }),
    output: z.object({
      items: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          skus: Count.describe('that were asked for'),
          orderedSkus: Count.describe('a SKU of an order is one, in orders that are kept'),
          keptFen: Fen.describe('without freight'),
        }),
      ),
    }),
    errors,
  }),
  receivables: route(endpoints.insight.receivables, {
    summary:
      'What is owed now, and sold on credit in a period: the 500 customers, or distributors, who owe most.',
    access: 'finance',
    input: Period,
    output: z.object({
      total: ReceivableFigures,
      items: z.array(ReceivableFigures.extend({ key: z.string(), name: z.string() })),
    }),
    errors,
  }),
  shelves: route(endpoints.insight.shelves, {
    summary: 'Days out of stock and what moved: the 500 SKUs, or distributors, that were out of stock most.',
    access: 'seller',
    input: Period,
    output: z.object({
      total: ShelfFigures,
      items: z.array(ShelfFigures.extend({ key: z.string(), name: z.string(), baseUnit: z.string() })),
    }),
    errors,
  }),
  diversions: route(endpoints.insight.diversions, {
    summary:
      'What was stopped at a border and what hints at goods that crossed one: the 500 rows with the most.',
    access: 'seller',
    input: Period.extend({ by: z.enum(['seller', 'buyer', 'province', 'day']) }),
    output: z.object({ total: DiversionFigures, items: z.array(DiversionFigures.extend(named)) }),
    errors,
  }),
  losses: route(endpoints.insight.losses, {
    summary: 'What was destroyed: the 500 SKUs, or distributors, that lost most.',
    access: 'seller',
    input: Period,
    output: z.object({
      total: z.object({
        skus: Count,
        lossFen: Fen.describe('at what each owner sold the SKU for in the same period'),
        unvaluedSkus: Count.describe('of which the owner sold none'),
        keptFen: Fen.describe('payable for what was sold in the period'),
      }),
      items: z.array(
        z.object({
          ...named,
          baseUnit: z.string().describe('nothing where several SKUs are added up'),
          destroyed: Count,
          expired: Count.describe('of that, what had expired'),
          lossFen: Fen,
          unvaluedSkus: Count,
        }),
      ),
    }),
    errors,
  }),
  slowStock: route(endpoints.insight.slowStock, {
    summary:
      'What has lain there for so many days and was sent to nobody, as of now: the 500 with the most units.',
    access: 'seller',
    input: z.object({ side, days: z.coerce.number().int().min(7).max(366).default(90) }),
    output: z.object({
      total: z.object({ slowSkus: Count, stockedSkus: Count.describe('SKUs of owners with goods there') }),
      items: z.array(
        z.object({
          ...named,
          skuId: z.string(),
          baseUnit: z.string(),
          ownerName: z.string(),
          onHand: Count,
          firstReceivedOn: Day,
          firstExpiresOn: Day,
          lastShippedOn: Day.nullable().describe('null: never, as far as it is recorded'),
        }),
      ),
    }),
    errors: ['insight.notYours'],
  }),
  returns: route(endpoints.insight.returns, {
    summary: 'What customers ask back, by the day they asked: the 500 rows that gave back most.',
    access: 'seller',
    input: Period.extend({ by: z.enum(['kind', 'reason', 'buyer', 'seller']) }),
    output: z.object({
      total: ReturnFigures.extend({ keptFen: Fen.describe('payable for what was sold in the period') }),
      items: z.array(ReturnFigures.extend(named)),
    }),
    errors,
  }),
  returnedGoods: route(endpoints.insight.returnedGoods, {
    summary: 'What customers ask back: the 500 SKUs that most was paid for.',
    access: 'seller',
    input: Period,
    output: z.object({
      items: z.array(
        z.object({
          ...named,
          baseUnit: z.string(),
          requests: Count,
          asked: Count,
          restocked: Count.describe('came back and can be sold again'),
          lost: Count.describe('came back and cannot'),
          askedFen: Fen,
        }),
      ),
    }),
    errors,
  }),
  promoted: route(endpoints.insight.promoted, {
    summary: 'What orders with a promotion came to beside what it cost: the 500 with the most money.',
    access: 'seller',
    input: Period,
    output: z.object({
      total: z.object({
        promotions: Count,
        promotedFen: Fen.describe('payable for orders with any of them, each once'),
        costFen: Fen,
        keptFen: Fen.describe('payable for all that was sold in the period'),
      }),
      items: z.array(
        z.object({
          ...named,
          sellerName: z.string(),
          keptOrders: Count,
          keptFen: Fen.describe('payable for orders with the promotion'),
          costFen: Fen.describe('booked on them until now'),
        }),
      ),
    }),
    errors,
  }),
  orders: route(endpoints.insight.orders, {
    summary: 'The orders behind a figure, newest first; a page may be short and still have a next one.',
    access: 'seller',
    input: Period.extend({
      by: z.enum(['all', 'seller', 'buyer', 'province', 'goods', 'promotion']).default('all'),
      key: z.string().trim().max(64).default('').describe('of the row; nothing for `all`'),
    }).extend(PageQuery.shape),
    output: pageOf(OrderSummaryView.extend({ isKept: z.boolean() })).extend({
      name: z.string().nullable().describe('what they have in common'),
    }),
    errors,
  }),
  ...reportPlanRoutes,
};
