import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Day, Fen, Id, Note, PageQuery, Quantity, UnitPriceE4, pageOf } from './fields';
import { route } from './route';

export const OrderState = z.enum([
  'held',
  'approved',
  'rejected',
  'picking',
  'shipped',
  'signed',
  'completed',
  'cancelled',
  'shortClosed',
]);
export const Verdict = z.enum(['approved', 'held', 'rejected']);
export const HoldKind = z.enum(['payment', 'credit', 'review', 'risk', 'region']);

/** One finding of the audit: the rule, its numbers, and what would make it go away. */
export const FindingView = z.object({
  rule: z.string().describe('stock.short, credit.over, region.blocked, …'),
  severity: z.enum(['block', 'review', 'notice']),
  /** Null when the finding is about the whole order. */
  lineNo: z.int().nullable(),
  skuId: Id.nullable(),
  message: z.string().describe('a Chinese sentence with the numbers in it'),
  remedy: z.string().describe('a Chinese sentence: what to do about it'),
  numbers: z.record(z.string(), z.union([z.number(), z.string()])),
});

export const HoldView = z.object({
  kind: HoldKind,
  status: z.enum(['open', 'cleared', 'lapsed']),
  owner: z.enum(['seller', 'hq']),
  dueAt: At,
  clearedBy: z.string().nullable(),
  clearedAt: At.nullable(),
});

export const OrderLineInput = z.object({
  skuId: Id,
  quantity: Quantity.describe('base units'),
});

export const QuoteLineView = z.object({
  lineNo: z.int(),
  skuId: Id,
  skuName: z.string(),
  spec: z.string(),
  quantity: z.int(),
  /** `2箱5瓶`: the quantity as the warehouse says it. */
  mixedUnits: z.string(),
  unitPriceE4: UnitPriceE4.nullable(),
  amountFen: Fen,
  /** The price in steps: which list, which price. */
  priceSteps: z.array(z.string()),
  /** When the quantity breaks a minimum or multiple: the next valid one. */
  suggestedQuantity: z.int().nullable(),
});

export const QuoteView = z.object({
  supplierId: Id,
  lines: z.array(QuoteLineView),
  goodsFen: Fen,
  payableFen: Fen,
  creditAvailableFen: Fen.nullable(),
  /** What the order would be if placed now. */
  verdict: Verdict,
  findings: z.array(FindingView),
});

export const OrderLineView = z.object({
  lineNo: z.int(),
  skuId: Id,
  skuName: z.string(),
  spec: z.string(),
  quantity: z.int(),
  mixedUnits: z.string(),
  unitPriceE4: UnitPriceE4,
  amountFen: Fen,
  reserved: Count,
  shipped: Count,
  signed: Count,
  cancelled: Count,
  /** Lots promised and not yet shipped: seller and HQ see them, and the buyer sees their dates. */
  promisedLots: z.array(
    z.object({ lotNo: z.string(), expiresOn: Day, quantity: z.int(), warehouseName: z.string() }),
  ),
});

export const ShipmentView = z.object({
  shipmentId: Id,
  shippedAt: At,
  carrier: z.string(),
  trackingNo: z.string(),
  signedAt: At.nullable(),
  lines: z.array(
    z.object({
      shipmentLineNo: z.int(),
      lineNo: z.int(),
      skuId: Id,
      skuName: z.string(),
      lotNo: z.string(),
      producedOn: Day,
      expiresOn: Day,
      quantity: z.int(),
      mixedUnits: z.string(),
      accepted: z.int().nullable(),
      short: Count,
      damaged: Count,
      refused: Count,
    }),
  ),
});

export const TrailView = z.object({
  kind: z.string(),
  title: z.string(),
  detail: z.string(),
  actorName: z.string(),
  at: At,
});

export const OrderSummaryView = z.object({
  orderId: Id,
  number: z.string(),
  state: OrderState,
  /** The verdict given at once when it was placed; the state says what became of it. */
  verdict: Verdict,
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  payableFen: Fen,
  lineCount: Count,
  firstSkuName: z.string(),
  placedAt: At,
  openHolds: z.array(HoldView),
  findings: z.array(FindingView),
});

export const OrderView = OrderSummaryView.extend({
  goodsFen: Fen,
  shipTo: z.object({ receiver: z.string(), phone: z.string(), regionName: z.string(), detail: z.string() }),
  channel: z.string(),
  note: z.string(),
  lines: z.array(OrderLineView),
  holds: z.array(HoldView),
  shipments: z.array(ShipmentView),
  trail: z.array(TrailView),
  /** What the caller may do to it now: screens show exactly these buttons. */
  actions: z.array(z.enum(['cancel', 'approve', 'reject', 'ship', 'sign'])),
  /** Recorded in shadow: shown to HQ, decides nothing yet. Null for everyone else. */
  risk: z
    .object({
      score: z.int(),
      indicators: z.array(z.object({ indicator: z.string(), score: z.int(), evidence: z.string() })),
    })
    .nullable(),
});

const Basket = z.object({
  supplierId: Id.optional().describe('default: my first supplier'),
  addressId: Id.optional().describe('default: my default address'),
  lines: z.array(OrderLineInput).min(1).max(1000),
});
const CommandId = Id.describe('made by the caller; repeating it gets the first answer');

export const orderRoutes = {
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
    }),
    output: OrderView,
    errors: [
      'partners.notSupplied',
      'partners.suspended',
      'partners.addressUnknown',
      'catalog.skuUnknown',
      'orders.lineTwice',
      'command.idReused',
      'orders.priceChanged',
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
    output: z.object({ items: z.array(z.object({ state: OrderState, orderCount: Count })) }),
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
    input: z.object({ orderId: Id, commandId: CommandId, reason: Note.default('') }),
    output: OrderView,
    errors: ['orders.unknown', 'orders.stateForbids', 'command.idReused'],
  }),
  /**
   * Reruns every check. Findings a reviewer may overrule (named in `accept`) no longer hold it;
   * what nobody may overrule, or was not named, leaves it held with fresh findings.
   * An accepted shortage cancels what cannot be promised.
   */
  approve: route(endpoints.orders.approve, {
    summary: 'Approve a held order; every check runs again.',
    access: 'reviewer',
    input: z.object({
      orderId: Id,
      commandId: CommandId,
      accept: z.array(z.string().max(40)).max(20).default([]).describe('rules overruled'),
      note: Note.default(''),
    }),
    output: OrderView,
    errors: ['orders.unknown', 'orders.stateForbids', 'command.idReused', 'orders.notYourHold'],
  }),
  reject: route(endpoints.orders.reject, {
    summary: 'Reject a held order, with a reason the buyer reads.',
    access: 'reviewer',
    input: z.object({ orderId: Id, commandId: CommandId, reason: Note.min(1) }),
    output: OrderView,
    errors: ['orders.unknown', 'orders.stateForbids', 'command.idReused', 'orders.notYourHold'],
  }),
  /** Without `lines` everything still promised goes out. */
  ship: route(endpoints.orders.ship, {
    summary: 'Ship an approved order, whole or in part.',
    access: 'warehouse',
    input: z.object({
      orderId: Id,
      shipmentId: CommandId,
      lines: z
        .array(z.object({ lineNo: z.int().min(1), quantity: Quantity }))
        .max(1000)
        .optional(),
      carrier: z.string().trim().max(40).default(''),
      trackingNo: z.string().trim().max(60).default(''),
    }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'command.idReused',
      'orders.overShipped',
      'orders.regionBlocked',
    ],
  }),
  /** Differences name what did not arrive well; the rest is accepted, and only that becomes debt. */
  sign: route(endpoints.orders.sign, {
    summary: 'Sign for a shipment, with differences.',
    access: 'buyer',
    input: z.object({
      orderId: Id,
      shipmentId: Id,
      commandId: CommandId,
      differences: z
        .array(
          z.object({
            shipmentLineNo: z.int().min(1),
            short: Count.default(0),
            damaged: Count.default(0),
            refused: Count.default(0),
          }),
        )
        .max(1000)
        .default([]),
    }),
    output: OrderView,
    errors: ['orders.unknown', 'orders.stateForbids', 'command.idReused', 'orders.overSigned'],
  }),
};
