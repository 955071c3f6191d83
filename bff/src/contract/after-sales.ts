import { z } from 'zod';
import { PhotoView } from './attachments';
import { endpoints } from './endpoints';
import { At, Count, Day, Fen, FenInput, Id, Note, PageQuery, Quantity, pageOf } from './fields';
import { route } from './route';

const command = { commandId: Id.describe('made by the caller; repeating it gets the first answer') };

const Kind = z.enum(['refundOnly', 'return', 'exchange', 'claim', 'swap']);
const Reason = z.enum(['quality', 'damaged', 'wrongGoods', 'nearExpiry', 'unsold', 'other']);
const State = z.enum(['requested', 'approved', 'refused', 'withdrawn', 'lapsed', 'closed']);

const Asked = z.object({
  orderId: Id,
  kind: Kind,
  reason: Reason,
  words: z.string().trim().max(500).default(''),
  photos: z.array(Id).max(9).default([]).describe('uploaded before, with purpose `afterSales`'),
  lines: z
    .array(
      z.object({
        shipmentId: Id,
        shipmentLineNo: z.int().min(1),
        quantity: Quantity,
        lotNo: z.string().trim().min(1).max(40).optional().describe('as the package says it'),
      }),
    )
    .min(1)
    .max(200),
});

const FindingView = z.object({
  rule: z.string(),
  severity: z.enum(['block', 'review']),
  lineNo: z.int().nullable(),
  text: z.string(),
});

const MoneyView = z.object({
  basis: z.enum(['recomputed', 'byShare']).describe('byShare: the order cannot be priced as it was any more'),
  originalFen: Fen,
  keptFen: Fen,
  lostGifts: z.array(z.object({ skuId: Id, skuName: z.string(), quantity: z.int(), valueFen: Fen })),
  giftsFen: Fen,
  paidFen: Fen.describe('what was paid for everything of the order that came back'),
  dueFen: Fen,
  earlierFen: Fen.describe('due by earlier requests of the order'),
  refundFen: Fen,
  owedFen: Fen.describe('what earlier requests got too much; set off against what comes next'),
  freightFen: Fen.describe('what of the freight goes back beside the goods'),
  grantedFen: Fen,
});

const LineView = z.object({
  lineNo: z.int(),
  orderLineNo: z.int(),
  shipmentId: Id,
  shipmentLineNo: z.int(),
  skuId: z.string(),
  skuName: z.string(),
  baseUnit: z.string(),
  lotNo: z.string(),
  expiresOn: z.string(),
  isGift: z.boolean(),
  quantity: Count,
  worthFen: Fen,
  approved: Count,
  restocked: Count,
  nearExpiry: Count,
  quarantined: Count,
  destroyed: Count,
  notReceived: Count,
});

const SummaryView = z.object({
  afterSalesId: Id,
  number: z.string(),
  kind: Kind,
  state: State,
  orderId: Id,
  orderNumber: z.string(),
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  reason: Reason,
  requestedAt: At,
  reviewBy: At,
  sendBy: At.nullable(),
  closedAt: At.nullable(),
  units: Count,
  worthFen: Fen,
  grantedFen: Fen,
  firstSkuName: z.string(),
  suspectsDiversion: z.boolean(),
});

const DetailView = SummaryView.extend({
  words: z.string(),
  photos: z.array(PhotoView),
  findings: z.array(FindingView),
  policyVersion: z.int(),
  requestedBy: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: At.nullable(),
  decisionWords: z.string(),
  limitFen: Fen.nullable(),
  lines: z.array(LineView),
  money: MoneyView.nullable().describe('null until it is settled, and where goods are sent again'),
  expected: MoneyView.nullable().describe('what it would give if all of it were granted and came'),
  moneyBack: z.array(
    z.object({
      instrument: z.enum(['creditNote', 'payment', 'rebate']),
      amountFen: Fen,
      paysThisOrder: z.boolean(),
      at: At,
    }),
  ),
  replacementId: Id.nullable(),
  replacementNumber: z.string().nullable(),
  steps: z.array(
    z.object({ stepNo: z.int(), kind: z.string(), title: z.string(), actorName: z.string(), at: At }),
  ),
  actions: z.array(z.enum(['approve', 'refuse', 'withdraw', 'receive', 'payInstead'])),
});

const KindTerms = z.object({
  isOffered: z.boolean(),
  windowDays: z.int().min(0).max(3_650).describe('days after the shipment was signed for'),
  photos: z.int().min(0).max(9),
});

const Terms = z.object({
  kinds: z.object({
    refundOnly: KindTerms,
    return: KindTerms,
    exchange: KindTerms,
    claim: KindTerms,
    swap: KindTerms,
  }),
  quotaBp: z.int().min(0).max(10_000).nullable().describe('of what was bought in the year; null: no quota'),
  overQuota: z.enum(['review', 'refuse']),
  swapFromBp: z.int().min(0).max(10_000).describe('the life that must be left for a swap'),
  reviewHours: z.int().min(1).max(720),
  sendDays: z.int().min(1).max(365),
});

const PolicyView = z.object({
  version: z.int(),
  terms: Terms,
  note: z.string(),
  changedBy: z.string(),
  changedAt: At.nullable(),
});

const one = z.object({ ...command, afterSalesId: Id });
const decided = ['afterSales.unknown', 'afterSales.stateForbids', 'command.idReused'];

export const afterSalesRoutes = {
  /** The signed goods of an order lot by lot, what may still be asked back of each, and the seller's terms. */
  form: route(endpoints.afterSales.form, {
    summary: 'What of an order may be asked back, and on what terms.',
    access: 'signedIn',
    input: z.object({ orderId: Id }),
    output: z.object({
      orderId: Id,
      orderNumber: z.string(),
      isReplacement: z.boolean(),
      terms: Terms,
      lines: z.array(
        z.object({
          shipmentId: Id,
          shipmentLineNo: z.int(),
          orderLineNo: z.int(),
          skuId: Id,
          skuName: z.string(),
          spec: z.string(),
          baseUnit: z.string(),
          isGift: z.boolean(),
          lotNo: z.string(),
          producedOn: Day,
          expiresOn: Day,
          signedAt: At,
          accepted: Count,
          left: Count,
          acceptedFen: Fen,
        }),
      ),
    }),
    errors: ['orders.unknown'],
  }),
  check: route(endpoints.afterSales.check, {
    summary: 'What a request would meet; nothing is written.',
    access: 'buyer',
    input: Asked,
    output: z.object({ findings: z.array(FindingView) }),
    errors: ['orders.unknown', 'afterSales.lineUnknown', 'afterSales.lineTwice'],
  }),
  /** What a finding blocks is kept as refused. Goods the buyer was not sent are told to HQ as a sign of diversion. */
  request: route(endpoints.afterSales.request, {
    summary: 'Ask goods of an order back, or money for them.',
    access: 'buyer',
    input: Asked.extend({
      afterSalesId: Id.describe('made on the device; repeating it gets the same request'),
    }),
    output: DetailView,
    errors: [
      'attachments.photoUnknown',
      'attachments.photoUsed',
      'orders.unknown',
      'afterSales.lineUnknown',
      'afterSales.lineTwice',
      'command.idReused',
    ],
  }),
  list: route(endpoints.afterSales.list, {
    summary: 'After-sales requests, the newest first.',
    access: 'signedIn',
    input: PageQuery.extend({
      side: z.enum(['buyer', 'seller', 'all']).default('buyer').describe('all: HQ alone'),
      state: State.optional(),
      kind: Kind.optional(),
      reason: Reason.optional(),
      orderId: Id.optional(),
      sellerId: Id.optional(),
      buyerId: Id.optional(),
      from: Day.optional().describe('the day they were asked for'),
      to: Day.optional().describe('included'),
      suspectsDiversion: z
        .enum(['true', 'false'])
        .default('false')
        .describe('true: those alone that show goods their customer was not sent'),
    }),
    output: pageOf(SummaryView),
    errors: [],
  }),
  get: route(endpoints.afterSales.get, {
    summary: 'One request, how its money comes about, and its trail.',
    access: 'signedIn',
    input: z.object({ afterSalesId: Id }),
    output: DetailView,
    errors: ['afterSales.unknown'],
  }),
  approve: route(endpoints.afterSales.approve, {
    summary: 'Agree to a request, whole or in part; without goods to come its money is given at once.',
    access: 'reviewer',
    input: one.extend({
      lines: z
        .array(z.object({ lineNo: z.int().min(1), quantity: Count.max(1_000_000) }))
        .min(1)
        .max(200)
        .optional()
        .describe('units of each line; default: all'),
      words: Note.default(''),
      limitFen: FenInput.optional().describe('the most a claim gets; default: all that is due'),
    }),
    output: DetailView,
    errors: [...decided, 'afterSales.linesWrong', 'afterSales.limitWrong', 'credit.accountUnknown'],
  }),
  refuse: route(endpoints.afterSales.refuse, {
    summary: 'Refuse a request, and say why.',
    access: 'reviewer',
    input: one.extend({ words: Note.min(1) }),
    output: DetailView,
    errors: decided,
  }),
  withdraw: route(endpoints.afterSales.withdraw, {
    summary: 'Take my request back, as long as nothing has come.',
    access: 'buyer',
    input: one,
    output: DetailView,
    errors: decided,
  }),
  receive: route(endpoints.afterSales.receive, {
    summary: 'Record what came back and what became of it; money or goods follow at once.',
    access: 'warehouse',
    input: one.extend({
      outcomes: z
        .array(
          z.object({
            lineNo: z.int().min(1),
            restocked: Count.max(1_000_000).default(0),
            nearExpiry: Count.max(1_000_000).default(0),
            quarantined: Count.max(1_000_000).default(0),
            destroyed: Count.max(1_000_000).default(0),
            notReceived: Count.max(1_000_000).default(0),
          }),
        )
        .min(1)
        .max(200),
      words: Note.default(''),
      inMoney: z
        .boolean()
        .default(false)
        .describe('pays for what was to be exchanged and cannot be sent again'),
    }),
    output: DetailView,
    errors: [
      ...decided,
      'afterSales.outcomesWrong',
      'afterSales.replacementRejected',
      'afterSales.nothingPaid',
      'credit.accountUnknown',
      'stock.lotDiffers',
    ],
  }),
  payInstead: route(endpoints.afterSales.payInstead, {
    summary: 'End a replacement of which nothing has been sent, and pay for what came back.',
    access: 'reviewer',
    input: one.extend({ words: Note.default('') }),
    output: DetailView,
    errors: [...decided, 'afterSales.replacementSent', 'afterSales.nothingPaid', 'credit.accountUnknown'],
  }),
  policies: route(endpoints.afterSales.policies, {
    summary: 'What I take back, now and before.',
    access: 'manager',
    input: z.object({}),
    output: z.object({ policy: PolicyView, versions: z.array(PolicyView) }),
    errors: [],
  }),
  putPolicy: route(endpoints.afterSales.putPolicy, {
    summary: 'Make the next version of what I take back; requests keep the one they were checked by.',
    access: 'manager',
    input: z.object({ ...command, expectedVersion: z.int().min(0), terms: Terms, note: Note.default('') }),
    output: PolicyView,
    errors: ['afterSales.policyStale', 'command.idReused'],
  }),
};
