import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Day, Fen } from './fields';
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
};
