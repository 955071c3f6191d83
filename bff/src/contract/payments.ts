import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Day, Fen, FenInput, Id, Note, PageQuery, pageOf } from './fields';
import { route } from './route';

/** Also the merchant's order number at WeChat Pay, which takes 6 to 32 characters. */
const PaymentId = z
  .string()
  .regex(/^[0-9A-Za-z_-]{6,32}$/)
  .describe('made by the caller; repeating it gets the first answer');
const RefundId = z.string().regex(/^[0-9A-Za-z_-]{1,40}$/);
const CommandId = Id.describe('made by the caller; repeating it gets the first answer');

const PayState = z
  .enum(['open', 'paid', 'closed', 'mismatched'])
  .describe('mismatched: another amount came than was asked; the seller looks at it');

export const PaymentView = z.object({
  paymentId: z.string(),
  sellerId: z.string(),
  sellerName: z.string(),
  buyerId: z.string(),
  buyerName: z.string(),
  purpose: z.enum(['order', 'bills', 'topUp']),
  orderId: z.string().nullable(),
  amountFen: Fen,
  channel: z.enum(['jsapi', 'h5', 'native']),
  state: PayState,
  createdAt: At,
  expiresAt: At.describe('the last moment to pay'),
  paidFen: Fen,
  paidAt: At.nullable(),
  transactionId: z.string().nullable().describe('the number at WeChat Pay'),
  refundingFen: Fen.describe('asked back or back already'),
  refundedFen: Fen.describe('back'),
});

export const RefundView = z.object({
  refundId: z.string(),
  paymentId: z.string(),
  orderId: z.string().nullable(),
  buyerId: z.string(),
  buyerName: z.string(),
  amountFen: Fen,
  reason: z.string(),
  state: z
    .enum(['asked', 'processing', 'succeeded', 'abnormal', 'closed'])
    .describe('abnormal: it could not go back the way it came, and the seller looks at it'),
  refusal: z.string().describe('the code WeChat Pay refused it with the last time; empty without one'),
  note: z.string(),
  tries: z.int(),
  askedAt: At,
  succeededAt: At.nullable(),
});

export const PaymentReturnView = z.object({
  returnId: z.string(),
  paymentId: z.string(),
  buyerId: z.string(),
  buyerName: z.string(),
  amountFen: Fen,
  reason: z.string(),
  state: z.enum(['requested', 'approved', 'rejected']),
  refundId: z.string().describe('the refund that brings it back; empty until it is approved'),
  requestedBy: z.string(),
  requestedAt: At,
  decidedBy: z.string().describe('empty until somebody has'),
  decidedAt: At.nullable(),
  note: z.string(),
});

export const BillDayView = z.object({
  merchantId: z.string(),
  day: Day,
  payments: Count.describe('in the bill'),
  paidFen: Fen,
  refunds: Count,
  refundedFen: Fen,
  inFen: Fen.nullable().describe(
    'moved on the account of the merchant; null while the bill is not to be had',
  ),
  outFen: Fen.nullable(),
  feeFen: Fen.nullable().describe('taken off, less what came back'),
  closingFen: Fen.nullable().describe('the balance at the end of the day'),
  ledgerPaidFen: Fen.describe('booked in our ledger on the day'),
  ledgerRefundedFen: Fen,
  differences: Count,
  comparedAt: At,
});

export const BillDifferenceView = z.object({
  differenceId: z.string(),
  merchantId: z.string(),
  day: Day,
  sellerName: z.string().describe('empty where nobody here knows the payment'),
  kind: z.string(),
  title: z.string(),
  advice: z.string(),
  severity: z.enum(['alarm', 'warning']),
  number: z.string().describe('of the payment or refund, or the column that does not add up'),
  hereFen: Fen.nullable(),
  thereFen: Fen.nullable(),
  here: z.string().describe('what we say where it is not the amount that differs; empty otherwise'),
  there: z.string(),
  state: z
    .enum(['open', 'mended', 'resolved'])
    .describe('mended: the house took the word of the bill by itself'),
  note: z.string(),
  resolvedBy: z.string(),
  resolvedAt: At.nullable(),
});

const Using = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('jsapi'),
    app: z.enum(['miniapp', 'h5']),
    code: z
      .string()
      .min(1)
      .max(200)
      .describe('of `wx.login` or of the authorization inside WeChat; single use'),
  }),
  z.object({ by: z.literal('h5'), type: z.enum(['iOS', 'Android', 'Wap']) }),
  z.object({ by: z.literal('native') }),
]);

/** What the payer's device goes on with. */
const HandOver = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('jsapi'),
    appId: z.string(),
    timeStamp: z.string(),
    nonceStr: z.string(),
    package: z.string(),
    signType: z.literal('RSA'),
    paySign: z.string(),
  }),
  z.object({ by: z.literal('h5'), url: z.string() }),
  z.object({ by: z.literal('native'), codeUrl: z.string().describe('the text of a QR code') }),
]);

const ReturnId = Id.describe('made by the caller; repeating it gets the first answer');

const stuck = ['payments.refundUnknown', 'payments.refundNotStuck', 'command.idReused'];

export const paymentRoutes = {
  offer: route(endpoints.payments.offer, {
    summary: 'Whether one can pay online here.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({
      isOffered: z.boolean(),
      tryUrl: z.string().describe('where to pay while trying things out; empty in earnest'),
    }),
    errors: [],
  }),
  /** The amount is decided here, but for a top-up; a client that saw another one is told so. */
  start: route(endpoints.payments.start, {
    summary: 'Open a payment of an order, of bills or of a prepaid balance by WeChat Pay.',
    access: 'pays',
    input: z
      .object({
        paymentId: PaymentId,
        orderId: Id.optional().describe('the order to pay'),
        billIds: z.array(Id).min(1).max(100).optional().describe('open bills of one supplier'),
        topUp: z
          .object({ amountFen: FenInput.min(1) })
          .optional()
          .describe('goes into the prepaid balance'),
        sellerId: Id.optional().describe('whose balance a top-up is for'),
        using: Using,
        expectedFen: FenInput.optional().describe('what the payer was shown; another amount refuses'),
      })
      .refine(
        ({ orderId, billIds, topUp }) =>
          [orderId, billIds, topUp].filter((one) => one !== undefined).length === 1,
        { message: '请指定一项：订单、账单或预存', path: ['orderId'] },
      )
      .refine(({ topUp, sellerId }) => (topUp === undefined) === (sellerId === undefined), {
        message: '预存请指定供货商',
        path: ['sellerId'],
      }),
    output: z.object({ payment: PaymentView, handOver: HandOver }),
    errors: [
      'payments.notOffered',
      'payments.notPayable',
      'payments.nothingDue',
      'payments.amountChanged',
      'payments.tooLate',
      'payments.over',
      'payments.payerUnknown',
      'payments.channelSilent',
      'payments.channelRefused',
      'orders.unknown',
      'credit.billUnknown',
      'credit.accountUnknown',
      'command.idReused',
    ],
  }),
  get: route(endpoints.payments.get, {
    summary: 'How a payment stands; WeChat Pay is asked when nobody has told us yet.',
    access: 'signedIn',
    input: z.object({ paymentId: Id }),
    output: PaymentView,
    errors: ['payments.unknown'],
  }),
  ofOrder: route(endpoints.payments.ofOrder, {
    summary: 'What of an order is to be paid, what was, and what goes back.',
    access: 'signedIn',
    input: z.object({ orderId: Id }),
    output: z.object({
      payableNowFen: Fen,
      waitingFen: Fen.describe('paid, and no bill has taken it yet'),
      rebateFen: Fen.describe('what of it was rebate'),
      rebate: z
        .object({ freeFen: Fen, roomFen: Fen })
        .describe('what the buyer has free, and what of this order may be paid by it now'),
      payments: z.array(PaymentView),
      refunds: z.array(RefundView),
    }),
    errors: ['orders.unknown'],
  }),
  useRebate: route(endpoints.payments.useRebate, {
    summary: 'Pay a part of an order from the rebate balance.',
    access: 'pays',
    input: z.object({ commandId: CommandId, orderId: Id, amountFen: FenInput.min(1) }),
    output: z.object({ payableNowFen: Fen, waitingFen: Fen, rebateFen: Fen }),
    errors: [
      'orders.unknown',
      'payments.notPayable',
      'rebates.overRoom',
      'rebates.short',
      'rebates.frozen',
      'credit.accountUnknown',
      'command.idReused',
    ],
  }),
  list: route(endpoints.payments.list, {
    summary: 'Payments, newest first; `side=seller`: those of my customers.',
    access: 'signedIn',
    input: PageQuery.extend({ side: z.enum(['buyer', 'seller']).default('buyer') }),
    output: pageOf(PaymentView),
    errors: [],
  }),
  refunds: route(endpoints.payments.refunds, {
    summary: 'Refunds to my customers, newest first.',
    access: 'finance',
    input: PageQuery.extend({
      state: z.enum(['asked', 'processing', 'succeeded', 'abnormal', 'closed']).optional(),
    }),
    output: pageOf(RefundView),
    errors: [],
  }),
  retryRefund: route(endpoints.payments.retryRefund, {
    summary: 'Send a refund that went wrong again, under its number.',
    access: 'finance',
    input: z.object({ commandId: CommandId, refundId: RefundId }),
    output: RefundView,
    errors: stuck,
  }),
  closeRefund: route(endpoints.payments.closeRefund, {
    summary: 'Say that the money of a refund that went wrong was given back another way.',
    access: 'finance',
    input: z.object({ commandId: CommandId, refundId: RefundId, note: Note.min(1) }),
    output: RefundView,
    errors: stuck,
  }),
  billDays: route(endpoints.payments.billDays, {
    summary:
      'The days held against the bills of WeChat Pay, newest first; HQ sees every merchant, a seller its own.',
    access: 'finance',
    input: z.object({}),
    output: z.object({ items: z.array(BillDayView) }),
    errors: [],
  }),
  reconcileNow: route(endpoints.payments.reconcileNow, {
    summary: 'Hold a day against its bill now.',
    access: 'finance',
    input: z.object({ day: Day }),
    output: z.object({ items: z.array(BillDayView) }),
    errors: ['payments.notOffered', 'payments.billNotReady'],
  }),
  differences: route(endpoints.payments.differences, {
    summary:
      'What bills and our book say differently; HQ sees the whole channel, a distributor its own payments.',
    access: 'finance',
    input: PageQuery.extend({ state: z.enum(['open', 'mended', 'resolved']).optional() }),
    output: pageOf(BillDifferenceView),
    errors: [],
  }),
  resolveDifference: route(endpoints.payments.resolveDifference, {
    summary: 'Say how a difference was settled.',
    access: 'finance',
    input: z.object({ commandId: CommandId, differenceId: Id, note: Note.min(1) }),
    output: BillDifferenceView,
    errors: ['payments.differenceUnknown', 'payments.differenceSettled', 'command.idReused'],
  }),
  refundMismatched: route(endpoints.payments.refundMismatched, {
    summary: 'Give back all of a payment of another amount than was asked.',
    access: 'finance',
    input: z.object({ commandId: CommandId, paymentId: Id }),
    output: PaymentView,
    errors: ['payments.unknown', 'payments.notMismatched', 'command.idReused'],
  }),
  returnable: route(endpoints.payments.returnable, {
    summary: 'What of an online payment of bills or a top-up can go back the way it came.',
    access: 'finance',
    input: z.object({ paymentId: Id }),
    output: z.object({ returnableFen: Fen }),
    errors: ['payments.unknown', 'payments.notReturnable'],
  }),
  returns: route(endpoints.payments.returns, {
    summary: 'Payments that went back or are to go back by the word of finance, newest first.',
    access: 'finance',
    input: PageQuery.extend({ state: z.enum(['requested', 'approved', 'rejected']).optional() }),
    output: pageOf(PaymentReturnView),
    errors: [],
  }),
  requestReturn: route(endpoints.payments.requestReturn, {
    summary: 'Ask to send a payment of bills or a top-up back the way it came, whole or in part.',
    access: 'finance',
    input: z.object({
      returnId: ReturnId,
      paymentId: Id,
      amountFen: FenInput.min(1),
      reason: z.string().trim().min(1).max(24).describe('shown to the payer'),
    }),
    output: PaymentReturnView,
    errors: ['payments.unknown', 'payments.notReturnable', 'payments.overReturned', 'command.idReused'],
  }),
  decideReturn: route(endpoints.payments.decideReturn, {
    summary: 'Send back what somebody else asked to, or refuse it.',
    access: 'finance',
    input: z.object({
      commandId: CommandId,
      returnId: Id,
      approve: z.boolean(),
      note: Note.default(''),
    }),
    output: PaymentReturnView,
    errors: [
      'payments.returnUnknown',
      'payments.sameHand',
      'payments.returnDecided',
      'payments.overReturned',
      'command.idReused',
    ],
  }),
};
