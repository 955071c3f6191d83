import { z } from 'zod';
import { endpoints } from './endpoints';
import { Count, Day, Fen, FenInput, Id, Note, PageQuery, pageOf } from './fields';
import { CommandId, expectedRevision } from './order-fields';
import { OrderState, NewOrderLineInput, QuoteView, OrderSummaryView, OrderView } from './order-views';
import { route } from './route';

const Basket = z.object({
  supplierId: Id.optional().describe('default: my first supplier'),
  addressId: Id.optional().describe('default: my default address'),
  deliverOn: Day.optional().describe('the day I ask for, within 60 days; default: as soon as may be'),
  lines: z.array(NewOrderLineInput).min(1).max(1000),
  couponIds: z.array(Id).max(10).optional().describe('the coupons to use; default: what gives me most'),
  giftChoices: z
    .array(z.object({ promotionId: Id, skuIds: z.array(Id).max(20) }))
    .max(20)
    .optional()
    .describe('gifts I chose where a promotion lets me; default: the first ones'),
  isPickup: z.boolean().optional().describe('I fetch the goods, where the seller offers that'),
});

/** What a buyer asks for, and what becomes of it. */
export const placingRoutes = {
  /** Decides the basket as `place` would, and writes nothing. */
  quote: route(endpoints.orders.quote, {
    summary: 'Price a basket and say what the order would become.',
    access: 'buyer',
    input: Basket,
    output: QuoteView,
    errors: [
      'partners.notSupplied',
      'partners.suspended',
      'partners.addressUnknown',
      'catalog.skuUnknown',
      'orders.lineTwice',
      'orders.unitUnknown',
      'orders.deliverInPast',
      'orders.deliverTooLate',
      'flash.tokenGone',
      'flash.tokenMismatch',
    ],
  }),
  /** Takes an order and answers with its verdict. Repeating the `orderId` gets the same order, as it now stands. */
  place: route(endpoints.orders.place, {
    summary: 'Place an order; it is decided before the answer.',
    access: 'buyer',
    input: Basket.extend({
      orderId: CommandId,
      note: Note.default(''),
      expectedPayableFen: Fen.optional().describe('what the buyer saw; another price refuses the order'),
      rebateFen: FenInput.min(1).optional().describe('what of it is paid from the rebate balance at once'),
    }),
    output: OrderView,
    errors: [
      'partners.notSupplied',
      'partners.suspended',
      'partners.addressUnknown',
      'catalog.skuUnknown',
      'orders.lineTwice',
      'orders.unitUnknown',
      'orders.deliverInPast',
      'orders.deliverTooLate',
      'command.idReused',
      'orders.priceChanged',
      'flash.tokenGone',
      'flash.tokenMismatch',
      'flash.stopped',
      'flash.notReady',
      'flash.capped',
      'flash.soldOut',
      'flash.notForYou',
      'flash.goodsUnfit',
      'flash.notApproved',
      'rebates.overRoom',
      'rebates.short',
      'rebates.frozen',
    ],
  }),
  /** Newest first. `side=seller` is what others ordered from me; HQ with `side=all` sees the channel. */
  list: route(endpoints.orders.list, {
    summary: 'Orders I placed, or that were placed with me.',
    access: 'signedIn',
    input: PageQuery.extend({
      side: z.enum(['buyer', 'seller', 'all']).default('buyer'),
      state: OrderState.optional(),
      q: z.string().trim().max(60).optional().describe('order number or customer name'),
    }),
    output: pageOf(OrderSummaryView),
    errors: [],
  }),
  counts: route(endpoints.orders.counts, {
    summary: 'How many orders stand in each state.',
    access: 'signedIn',
    input: z.object({ side: z.enum(['buyer', 'seller', 'all']).default('buyer') }),
    output: z.object({
      items: z.array(
        z.object({
          state: OrderState,
          orderCount: Count,
          isCapped: z.boolean().describe('true: there are more than `orderCount`'),
        }),
      ),
    }),
    errors: [],
  }),
  get: route(endpoints.orders.get, {
    summary: 'An order with its lines, findings, shipments and trail.',
    access: 'signedIn',
    input: z.object({ orderId: Id }),
    output: OrderView,
    errors: ['orders.unknown'],
  }),
  cancel: route(endpoints.orders.cancel, {
    summary: 'Cancel before picking; stock and credit are released together.',
    access: 'signedIn',
    input: z.object({ orderId: Id, commandId: CommandId, expectedRevision, reason: Note.default('') }),
    output: OrderView,
    errors: ['orders.unknown', 'orders.stateForbids', 'orders.revisionStale', 'command.idReused'],
  }),
};
