import { z } from 'zod';
import { endpoints } from './endpoints';
import {
  At,
  Count,
  Day,
  Fen,
  FenInput,
  Id,
  Note,
  PageQuery,
  Quantity,
  Role,
  UnitPriceE4,
  pageOf,
} from './fields';
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

export const ShortageKind = z.enum(['shipAndBackOrder', 'waitForFull', 'cancelRest', 'substitute', 'review']);

/** An open hold, with the order it stands in the way of. */
export const DeskHoldView = z.object({
  orderId: Id,
  number: z.string(),
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  payableFen: Fen,
  placedAt: At,
  kind: HoldKind,
  owner: z.enum(['seller', 'hq']),
  openedAt: At,
  dueAt: At,
  isOverdue: z.boolean(),
});

const RuleName = z.enum([
  'buyer.licenceExpired',
  'buyer.licenceExpiring',
  'buyer.licenceMissing',
  'sku.inactive',
  'supply.otherSeller',
  'price.missing',
  'price.floor',
  'quantity.minimum',
  'quantity.multiple',
  'quantity.maximum',
  'order.minimum',
  'order.minimumCases',
  'order.minimumWeight',
  'region.blocked',
  'region.review',
  'region.absorption',
  'stock.short',
  'stock.borrow',
  'stock.backOrdered',
  'stock.waiting',
  'stock.cancelled',
  'stock.substituted',
  'stock.ageing',
  'stock.kept',
  'stock.quota',
  'stock.manyLots',
  'credit.none',
  'credit.over',
  'credit.overdue',
  'credit.frozen',
  'payment.due',
  'payment.topUp',
  'payment.previousBatch',
]);

/** What a rule leads to, whose desk it goes to, for how long, and who may overrule it. */
const RuleTermsInput = z.object({
  rule: RuleName,
  consequence: z.enum(['block', 'review', 'notice', 'off']),
  hold: HoldKind,
  owner: z.enum(['seller', 'hq']),
  withinHours: z.int().min(1).max(720),
  acceptedBy: z
    .array(
      z.object({
        desk: z.enum(['seller', 'hq']),
        role: Role,
        upToFen: FenInput.nullable().describe('null: any amount'),
      }),
    )
    .max(12),
});

export const AuditPolicyView = z.object({
  version: z.int().describe('0: nobody has written any'),
  startsAt: At,
  note: z.string(),
  actorName: z.string(),
  at: At,
  /** Every rule there is, as this version has it. */
  rules: z.array(RuleTermsInput.extend({ mayBe: z.array(z.string()).describe('what it may be made') })),
});

export const OrderLineInput = z.object({
  skuId: Id,
  quantity: Quantity.describe('base units'),
  unit: z.string().min(1).max(8).optional().describe('the unit it is ordered in; default: the base unit'),
  shortage: ShortageKind.optional().describe('what is to become of a shortage; default: as the seller does'),
});

export const QuoteLineView = z.object({
  lineNo: z.int(),
  skuId: Id,
  skuName: z.string(),
  spec: z.string(),
  quantity: z.int(),
  /** `2箱5瓶`: the quantity as the warehouse says it. */
  mixedUnits: z.string(),
  /** The unit it is ordered in. */
  unit: z.string(),
  unitPriceE4: UnitPriceE4.nullable(),
  amountFen: Fen,
  /** What becomes of a shortage of it: nothing of it, when all is there. */
  backOrdered: Count,
  cancelled: Count,
  /** The line whose shortage these goods fill. */
  substituteFor: z.int().nullable(),
  /** The price in steps: which list, which price, which break. */
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
  /** The smallest payment that would free the order of what its account owes; null when none is needed. */
  payToFreeFen: Fen.nullable(),
  /** When the goods are planned to arrive. */
  receiptOn: Day,
  /** Into how many parts it would be sent. */
  partCount: Count,
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
  /** The unit it was ordered in. */
  unit: z.string(),
  unitPriceE4: UnitPriceE4,
  amountFen: Fen,
  /** What of the amount is not cancelled. */
  payableFen: Fen,
  shortage: ShortageKind.nullable(),
  /** The line whose shortage these goods fill. */
  substituteFor: z.int().nullable(),
  /** Waits for goods; what is closed or filled of it is not counted any more. */
  backOrdered: Count,
  reserved: Count,
  shipped: Count,
  signed: Count,
  cancelled: Count,
  /** Lots promised and not yet shipped: seller and HQ see them, and the buyer sees their dates. */
  promisedLots: z.array(
    z.object({ lotNo: z.string(), expiresOn: Day, quantity: z.int(), warehouseName: z.string() }),
  ),
});

const SignMethod = z.enum(['tap', 'otp', 'signature', 'photo', 'auto']);

export const SignatureView = z.object({
  method: SignMethod.describe('auto: nobody signed in the days agreed'),
  references: z.array(Id),
  signedBy: z.string(),
  place: z.string(),
  latitudeE6: z.int().nullable(),
  longitudeE6: z.int().nullable(),
});

/** A difference found at signing, and what the seller says of it. */
export const ClaimView = z.object({
  claimId: Id,
  shipmentId: Id,
  shipmentLineNo: z.int(),
  lineNo: z.int(),
  skuId: Id,
  skuName: z.string(),
  kind: z.enum(['short', 'damaged', 'refused']),
  quantity: z.int(),
  amountFen: Fen,
  state: z.enum(['open', 'accepted', 'contested']),
  note: z.string(),
  openedAt: At,
  settledBy: z.string().nullable(),
  settledAt: At.nullable(),
});

/** A step from a version of an order to the next. */
export const RevisionView = z.object({
  revision: z.int(),
  changes: z.array(
    z.object({ what: z.string(), text: z.string().describe('in Chinese, with names and numbers') }),
  ),
  payableFenBefore: Fen,
  payableFenAfter: Fen,
  reason: z.string(),
  actorName: z.string(),
  at: At,
  linesBefore: z.array(
    z.object({
      lineNo: z.int(),
      skuId: Id,
      skuName: z.string(),
      quantity: z.int(),
      unitPriceE4: UnitPriceE4,
      amountFen: Fen,
    }),
  ),
});

export const BackOrderView = z.object({
  orderId: Id,
  number: z.string(),
  lineNo: z.int(),
  skuId: Id,
  skuName: z.string(),
  baseUnit: z.string(),
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  quantity: z.int(),
  backOrdered: z.int(),
  priority: z.int(),
  since: At,
  closesOn: Day.nullable(),
});

export const ShipmentView = z.object({
  shipmentId: Id,
  shippedAt: At,
  carrier: z.string(),
  trackingNo: z.string(),
  signedAt: At.nullable(),
  /** Null until it is signed for. */
  signature: SignatureView.nullable(),
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

/** 子单: what of an order goes together. A buyer sees what comes when, and not from which warehouse. */
export const OrderPartView = z.object({
  partNo: z.int(),
  warehouseName: z.string(),
  temperatureZone: z.enum(['ambient', 'chilled', 'frozen']),
  invoiceEntity: z.string(),
  /** Null while it is owed. */
  deliverOn: Day.nullable(),
  amountFen: Fen,
  lines: z.array(z.object({ lineNo: z.int(), quantity: z.int(), amountFen: Fen })),
});

export const OrderView = OrderSummaryView.extend({
  goodsFen: Fen,
  /** By warehouse, temperature zone, invoice and day; together they come to the order. */
  parts: z.array(OrderPartView),
  /** The audit policy it was last decided by; null for the buyer. */
  policyVersion: z.int().nullable(),
  shipTo: z.object({ receiver: z.string(), phone: z.string(), regionName: z.string(), detail: z.string() }),
  channel: z.string(),
  note: z.string(),
  lines: z.array(OrderLineView),
  holds: z.array(HoldView),
  shipments: z.array(ShipmentView),
  trail: z.array(TrailView),
  /** What the caller may do to it now: screens show exactly these buttons. */
  actions: z.array(
    z.enum(['cancel', 'approve', 'reject', 'ship', 'sign', 'edit', 'reopen', 'shortClose', 'settle']),
  ),
  /** 1 when placed, one more with every edit and reopening. */
  revision: z.int(),
  priority: z.int(),
  deliverOn: Day.nullable(),
  /** Nothing of it ships until all of it is there. */
  waitsForFull: z.boolean(),
  revisions: z.array(RevisionView),
  claims: z.array(ClaimView),
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
  deliverOn: Day.optional().describe('the day I ask for, within 60 days; default: as soon as may be'),
  lines: z.array(OrderLineInput).min(1).max(1000),
});
const CommandId = Id.describe('made by the caller; repeating it gets the first answer');
const expectedRevision = z
  .int()
  .min(1)
  .optional()
  .describe('the version the caller has seen; another one refuses the command');

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
      'orders.unitUnknown',
      'orders.deliverInPast',
      'orders.deliverTooLate',
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
      'orders.unitUnknown',
      'orders.deliverInPast',
      'orders.deliverTooLate',
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
  /** Longest due first. HQ sees the channel's; a seller those of its own orders. */
  openHolds: route(endpoints.orders.openHolds, {
    summary: 'Open holds, with their owner and deadline.',
    access: 'reviewer',
    input: PageQuery.extend({
      desk: z.enum(['mine', 'all']).default('mine').describe('mine: what my desk must clear'),
      kind: HoldKind.optional(),
      overdue: z.enum(['yes', 'no']).default('no').describe('yes: only those whose time is over'),
    }),
    output: pageOf(DeskHoldView),
    errors: [],
  }),
  auditPolicy: route(endpoints.orders.auditPolicy, {
    summary: 'The audit policy in force: what each rule leads to.',
    access: 'hqManager',
    input: z.object({}),
    output: z.object({ policy: AuditPolicyView, newestVersion: z.int() }),
    errors: [],
  }),
  auditPolicies: route(endpoints.orders.auditPolicies, {
    summary: 'Versions of the audit policy, newest first.',
    access: 'hqManager',
    input: PageQuery,
    output: pageOf(AuditPolicyView),
    errors: [],
  }),
  /** Rules it does not name stand as usual. Orders keep the version they were decided by. */
  putAuditPolicy: route(endpoints.orders.putAuditPolicy, {
    summary: 'Write the next version of the audit policy.',
    access: 'hqManager',
    input: z.object({
      commandId: CommandId,
      expectedVersion: z.int().min(0).describe('the newest version seen; another one refuses the command'),
      startsAt: At.optional().describe('default: now'),
      rules: z.array(RuleTermsInput).max(100),
      note: Note.min(1),
    }),
    output: AuditPolicyView,
    errors: ['orders.policyStale', 'orders.policyInvalid', 'command.idReused'],
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
      expectedRevision,
      accept: z.array(z.string().max(40)).max(20).default([]).describe('rules overruled'),
      note: Note.default(''),
    }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'command.idReused',
      'orders.notYourHold',
    ],
  }),
  reject: route(endpoints.orders.reject, {
    summary: 'Reject a held order, with a reason the buyer reads.',
    access: 'reviewer',
    input: z.object({ orderId: Id, commandId: CommandId, expectedRevision, reason: Note.min(1) }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'command.idReused',
      'orders.notYourHold',
    ],
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
      partNo: z.int().min(1).optional().describe('only this part: its lines, from its warehouse'),
      expectedRevision,
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
      'orders.revisionStale',
      'orders.waitsForFull',
      'orders.creditStopped',
      'orders.lotUnfit',
      'orders.partUnknown',
      'credit.accountUnknown',
      'stock.recalled',
      'stock.expired',
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
      expectedRevision,
      /** How, where and with what proof; left out, a press of the button. */
      signature: z
        .object({
          method: z.enum(['tap', 'otp', 'signature', 'photo']),
          references: z.array(Id).max(20).default([]),
          place: z.string().trim().max(100).default(''),
          latitudeE6: z.int().min(-90_000_000).max(90_000_000).nullable().default(null),
          longitudeE6: z.int().min(-180_000_000).max(180_000_000).nullable().default(null),
        })
        .optional(),
    }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'command.idReused',
      'orders.overSigned',
      'orders.revisionStale',
      'credit.accountUnknown',
    ],
  }),
  /**
   * Changes an order before picking. Every check runs again and the version before is kept. Added goods, other
   * quantities and `reprices` ask today's prices, which the buyer confirms with `expectedPayableFen`.
   */
  edit: route(endpoints.orders.edit, {
    summary: 'Change goods, address, day or note of an order before picking.',
    access: 'signedIn',
    input: z.object({
      orderId: Id,
      commandId: CommandId,
      expectedRevision: z.int().min(1).describe('the version the caller has seen'),
      lines: z.array(OrderLineInput).min(1).max(1000).optional().describe('all goods as they should be'),
      addressId: Id.optional(),
      deliverOn: Day.nullable().optional(),
      note: Note.optional(),
      priority: z.int().min(0).max(9).optional().describe('set by the seller: who gets arriving goods first'),
      reprices: z.boolean().default(false),
      reason: Note.default(''),
      expectedPayableFen: Fen.optional(),
    }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'orders.nothingChanged',
      'orders.lineTwice',
      'orders.editRejected',
      'orders.buyerMustConfirm',
      'orders.confirmationNeeded',
      'orders.priceChanged',
      'orders.priorityNotYours',
      'orders.deliverInPast',
      'partners.addressUnknown',
      'catalog.skuUnknown',
      'command.idReused',
    ],
  }),
  /** A reviewer takes an approval or a rejection back, a buyer its own cancelling; every check runs again. */
  reopen: route(endpoints.orders.reopen, {
    summary: 'Bring an order back to decision.',
    access: 'signedIn',
    input: z.object({
      orderId: Id,
      commandId: CommandId,
      expectedRevision,
      reason: Note.min(1),
      expectedPayableFen: Fen.optional(),
    }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'orders.recheckRejects',
      'orders.priceChanged',
      'command.idReused',
    ],
  }),
  /** Credit and stock of what will not come are free again; the buyer reads why. */
  shortClose: route(endpoints.orders.shortClose, {
    summary: 'Close what an order still waits for.',
    access: 'reviewer',
    input: z.object({
      orderId: Id,
      commandId: CommandId,
      expectedRevision,
      scope: z.enum(['backOrdered', 'rest']).default('rest').describe('rest: also what is promised'),
      lineNos: z.array(z.int().min(1)).min(1).max(1000).optional(),
      reason: Note.min(1),
    }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'orders.nothingToClose',
      'credit.accountUnknown',
      'command.idReused',
    ],
  }),
  /** Without `claimIds` every open difference is answered. */
  settle: route(endpoints.orders.settle, {
    summary: 'Accept or contest the differences of a signed shipment.',
    access: 'reviewer',
    input: z.object({
      orderId: Id,
      commandId: CommandId,
      expectedRevision,
      claimIds: z.array(Id).max(1000).default([]),
      outcome: z.enum(['accepted', 'contested']),
      note: Note.default(''),
    }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'orders.claimUnknown',
      'orders.noteNeeded',
      'command.idReused',
    ],
  }),
  backOrders: route(endpoints.orders.backOrders, {
    summary: 'Order lines that wait for goods, the longest wait first.',
    access: 'signedIn',
    input: PageQuery.extend({ side: z.enum(['buyer', 'seller']).default('buyer'), skuId: Id.optional() }),
    output: pageOf(BackOrderView),
    errors: [],
  }),
  autoSign: route(endpoints.orders.autoSign, {
    summary: 'After how many days my shipments are taken as signed for.',
    access: 'seller',
    input: z.object({}),
    output: z.object({ autoSignDays: z.int() }),
    errors: [],
  }),
  setAutoSign: route(endpoints.orders.setAutoSign, {
    summary: 'Set after how many days my shipments are taken as signed for.',
    access: 'manager',
    input: z.object({ commandId: CommandId, autoSignDays: z.int().min(1).max(90) }),
    output: z.object({ autoSignDays: z.int() }),
    errors: ['command.idReused'],
  }),
};
