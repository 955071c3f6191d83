import { z } from 'zod';
import { AuditPolicyView, PolicyReplayView, RuleTermsInput } from './audit-policy-views';
import { endpoints } from './endpoints';
import { At, Count, Day, Fen, FenInput, Id, Note, PageQuery, Quantity, pageOf } from './fields';
import {
  OrderState,
  HoldKind,
  DeskHoldView,
  NewOrderLineInput,
  OrderLineInput,
  QuoteView,
  ApprovePreviewView,
  EditPreviewView,
  BackOrderView,
  OrderSummaryView,
  OrderView,
} from './order-views';
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
const CommandId = Id.describe('made by the caller; repeating it gets the first answer');
const expectedRevision = z
  .int()
  .min(1)
  .optional()
  .describe('the version the caller has seen; another one refuses the command');

/** How an order should be; what is left out stays. */
const Edited = {
  expectedRevision: z.int().min(1).describe('the version the caller has seen'),
  lines: z.array(OrderLineInput).min(1).max(1000).optional().describe('all goods as they should be'),
  addressId: Id.optional(),
  deliverOn: Day.nullable().optional(),
  note: Note.optional(),
  priority: z.int().min(0).max(9).optional().describe('set by the seller: who gets arriving goods first'),
  reprices: z.boolean().default(false),
};

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
  /** It reads the newest 5,000 of them and changes nothing. A rule that was off wrote nothing down: `unseen` says so. */
  replayAuditPolicy: route(endpoints.orders.replayAuditPolicy, {
    summary: 'What the orders of the last days would have been under a proposed audit policy.',
    access: 'hqManager',
    input: z.object({
      rules: z.array(RuleTermsInput).max(100),
      days: z.int().min(1).max(30).default(7).describe('how far back it looks'),
    }),
    output: PolicyReplayView,
    errors: ['orders.policyInvalid'],
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
  /** The same checks on the same lots and credit as `approve`, and nothing is written. */
  previewApprove: route(endpoints.orders.previewApprove, {
    summary: 'What approving a held order now, and no other before it, would make of it.',
    access: 'reviewer',
    input: z.object({
      orderId: Id,
      expectedRevision,
      accept: z.array(z.string().max(40)).max(20).default([]).describe('rules overruled'),
    }),
    output: ApprovePreviewView,
    errors: ['orders.unknown', 'orders.stateForbids', 'orders.revisionStale', 'orders.notYourHold'],
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
      photos: z
        .array(Id)
        .max(9)
        .default([])
        .describe('of differences; uploaded before, with purpose `signOff`'),
    }),
    output: OrderView,
    errors: [
      'attachments.photoUnknown',
      'attachments.photoUsed',
      'orders.unknown',
      'orders.stateForbids',
      'command.idReused',
      'orders.overSigned',
      'orders.revisionStale',
      'credit.accountUnknown',
    ],
  }),
  /** The same checks on the same lots and credit as `edit`, and nothing is written. */
  previewEdit: route(endpoints.orders.previewEdit, {
    summary: 'What an edit would make of an order: goods, money, findings, and whether it may be.',
    access: 'signedIn',
    input: z.object({ orderId: Id, ...Edited }),
    output: EditPreviewView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'orders.lineTwice',
      'orders.priorityNotYours',
      'orders.deliverInPast',
      'orders.flashFixed',
      'partners.addressUnknown',
      'catalog.skuUnknown',
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
      ...Edited,
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
      'orders.flashFixed',
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
      'orders.flashFixed',
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
