import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Day, Fen, Id, PageQuery, pageOf } from './fields';
import { OrderLineInput, QuoteView } from './order-views';
import {
  ConflictView,
  CouponView,
  GoodsLabelsView,
  OfferView,
  PromotionCostView,
  PromotionInput,
  PromotionKindName,
  PromotionKindView,
  PromotionState,
  PromotionView,
  SimulationView,
} from './promotion-views';
import { route } from './route';

const command = { commandId: Id.describe('made by the caller; repeating it gets the first answer') };
const expectedVersion = z.int().min(0).describe('the version the caller has seen; 0 for a new one');
const one = z.object({ ...command, promotionId: Id, expectedVersion });

export const promotionRoutes = {
  kinds: route(endpoints.promotions.kinds, {
    summary: 'Every kind of promotion, with the fields of its rule.',
    access: 'manager',
    input: z.object({}),
    output: z.object({ items: z.array(PromotionKindView) }),
    errors: [],
  }),
  list: route(endpoints.promotions.list, {
    summary: 'My promotions, the latest to start first.',
    access: 'manager',
    input: PageQuery.extend({
      state: PromotionState.optional(),
      kind: PromotionKindName.optional(),
      from: At.optional().describe('only those that are not over before'),
      until: At.optional().describe('only those that begin before'),
    }),
    output: pageOf(PromotionView),
    errors: [],
  }),
  get: route(endpoints.promotions.get, {
    summary: 'One of my promotions, its versions and what stands against it.',
    access: 'manager',
    input: z.object({ promotionId: Id }),
    output: z.object({
      promotion: PromotionView,
      versions: z.array(
        z.object({ version: z.int(), state: PromotionState, changedBy: z.string(), changedAt: At }),
      ),
      warnings: z
        .array(z.object({ share: z.int(), budgetFen: Fen, warnedAt: At }))
        .describe('shares of a budget that were reached, in hundredths, the first one first'),
      conflicts: z.array(ConflictView),
    }),
    errors: ['promotions.unknown'],
  }),
  costs: route(endpoints.promotions.costs, {
    summary: 'What promotions cost whom, by what was shipped and came back in some days.',
    access: 'manager',
    input: PageQuery.extend({
      side: z
        .enum(['seller', 'payer'])
        .default('seller')
        .describe('seller: my promotions, whoever bears them; payer: what I bear of those of others'),
      promotionId: Id.optional(),
      from: Day,
      until: Day.describe('the last day'),
    }),
    output: pageOf(PromotionCostView),
    errors: [],
  }),
  put: route(endpoints.promotions.put, {
    summary: 'Write a draft, or change a promotion; orders keep the version they were priced by.',
    access: 'manager',
    input: z.object({ ...command, expectedVersion, promotion: PromotionInput }),
    output: PromotionView,
    errors: [
      'promotions.unknown',
      'promotions.versionChanged',
      'promotions.over',
      'promotions.ruleWrong',
      'promotions.skuUnknown',
      'promotions.partyUnknown',
      'command.idReused',
    ],
  }),
  publish: route(endpoints.promotions.publish, {
    summary: 'Let a draft count.',
    access: 'manager',
    input: one,
    output: PromotionView,
    errors: [
      'promotions.unknown',
      'promotions.versionChanged',
      'promotions.notDraft',
      'promotions.windowOver',
      'command.idReused',
    ],
  }),
  stop: route(endpoints.promotions.stop, {
    summary: 'End a promotion at once, everywhere.',
    access: 'manager',
    input: one,
    output: PromotionView,
    errors: ['promotions.unknown', 'promotions.versionChanged', 'promotions.over', 'command.idReused'],
  }),
  conflicts: route(endpoints.promotions.conflicts, {
    summary: 'What of my live promotions a draft would stand against.',
    access: 'manager',
    input: z.object({ promotion: PromotionInput }),
    output: z.object({ items: z.array(ConflictView) }),
    errors: [],
  }),
  preview: route(endpoints.promotions.preview, {
    summary: 'What a basket of a customer would cost with a draft beside what is live.',
    access: 'manager',
    input: z.object({
      promotion: PromotionInput,
      buyerId: Id,
      lines: z.array(OrderLineInput).min(1).max(50),
    }),
    output: QuoteView,
    errors: [
      'promotions.ruleWrong',
      'partners.notSupplied',
      'partners.suspended',
      'partners.addressUnknown',
      'catalog.skuUnknown',
      'orders.lineTwice',
      'orders.unitUnknown',
    ],
  }),
  simulate: route(endpoints.promotions.simulate, {
    summary: 'What a draft would have done to my latest orders, at most 2,000 of them.',
    access: 'manager',
    input: z.object({ promotion: PromotionInput, days: z.int().min(1).max(366).default(90) }),
    output: SimulationView,
    errors: ['promotions.ruleWrong'],
  }),
  offers: route(endpoints.promotions.offers, {
    summary: 'What a supplier offers me now.',
    access: 'buyer',
    input: z.object({ supplierId: Id.optional().describe('default: my first supplier') }),
    output: z.object({ supplierId: Id, items: z.array(OfferView) }),
    errors: ['partners.notSupplied'],
  }),
  labels: route(endpoints.promotions.labels, {
    summary: 'The promotion labels of goods on a list.',
    access: 'buyer',
    input: z.object({
      skuIds: z
        .string()
        .max(4_100)
        .transform((list) => list.split(',').filter(Boolean))
        .pipe(z.array(Id).min(1).max(100))
        .describe('at most 100, with commas between'),
      supplierId: Id.optional(),
    }),
    output: z.object({ items: z.array(GoodsLabelsView) }),
    errors: ['partners.notSupplied'],
  }),
  coupons: route(endpoints.promotions.coupons, {
    summary: 'My coupons, the newest first.',
    access: 'buyer',
    input: PageQuery,
    output: pageOf(CouponView),
    errors: [],
  }),
  claimCoupon: route(endpoints.promotions.claimCoupon, {
    summary: 'Claim a coupon of a supplier.',
    access: 'buyer',
    input: z.object({ ...command, promotionId: Id }),
    output: CouponView,
    errors: ['promotions.unknown', 'promotions.couponOver', 'promotions.couponTaken', 'command.idReused'],
  }),
};
