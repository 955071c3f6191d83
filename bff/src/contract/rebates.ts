import { z } from 'zod';
import { PhotoView } from './attachments';
import { endpoints } from './endpoints';
import { At, Count, Day, Fen, Id, Note, PageQuery, pageOf } from './fields';
import { route } from './route';

const CommandId = Id.describe('made by the caller; repeating it gets the first answer');
const Side = z.enum(['buyer', 'seller']).default('buyer');
const Reason = Note.min(1);
/** Money that is moved by hand: up to ten million yuan, and not nothing. */
const Adjustment = z
  .int()
  .min(-1_000_000_000)
  .max(1_000_000_000)
  .refine((fen) => fen !== 0, '金额不能为 0');

const terms = {
  maxShareBp: z.int().min(0).max(10_000).describe('what of an order may be paid by rebate at most'),
  countsSpecialPrices: z.boolean().describe('whether lines at special prices count for that share'),
  validMonths: z
    .int()
    .min(0)
    .max(60)
    .describe('good until the end of the month so many months after it was earned'),
};

export const RebateTermsView = z.object({
  ...terms,
  version: Count.describe('0: nobody has set any, and these hold'),
  changedBy: z.string(),
  changedAt: At.nullable(),
});

export const RebateBalanceView = z.object({
  accountId: Id,
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  balanceFen: Fen.describe('earned, and neither spent nor expired'),
  heldFen: Fen.describe('promised to orders'),
  freeFen: Fen.describe('what may be used now'),
  owedFen: Fen.describe('paid too much for goods that came back: the next earnings go there first'),
  frozenAt: At.nullable().describe('in a dispute since then: nothing is spent, nothing expires'),
  frozenReason: z.string(),
  expiries: z
    .array(z.object({ expiresAt: At.describe('exclusive'), leftFen: Fen, heldFen: Fen }))
    .describe('what is left, what expires first at first'),
  maxShareBp: z.int(),
  countsSpecialPrices: z.boolean(),
});

export const RebateAction = z.enum([
  'earn',
  'hold',
  'release',
  'capture',
  'restore',
  'reverse',
  'adjust',
  'expire',
]);

export const RebateEntryView = z.object({
  entryId: Id,
  action: RebateAction,
  balanceFen: Fen,
  heldFen: Fen,
  owedFen: Fen,
  orderId: z.string().describe('the order it is about; empty when it is about none'),
  reason: z.string().describe('the promotion that was earned by, or what the person said'),
  at: At,
});

export const DisplayClaimView = z.object({
  claimId: Id,
  promotionId: Id,
  promotionName: z.string(),
  label: z.string().describe('what the deal asks and gives, in a few words'),
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  state: z.enum(['open', 'approved', 'refused']),
  photos: z.array(PhotoView),
  note: z.string(),
  submittedBy: z.string(),
  submittedAt: At,
  decidedBy: z.string().nullable(),
  decidedAt: At.nullable(),
  reason: z.string(),
});

/** By what was signed for until now; what is paid tonight is entitled less settled. */
export const RebateProgressView = z.object({
  promotionId: Id,
  name: z.string(),
  kind: z.enum(['cumulative', 'displayDeal']),
  label: z.string(),
  endsAt: At,
  quantity: z.int().describe('signed base units, net of returns'),
  amountFen: Fen,
  proofCount: Count.describe('photos that were approved'),
  entitledFen: Fen,
  settledFen: Fen,
  next: z.string().nullable().describe('what is missing for more'),
});

const one = { accountId: Id };

export const rebateRoutes = {
  balances: route(endpoints.rebates.balances, {
    summary: 'My rebates with each supplier; `side=seller`: what I owe my customers.',
    access: 'signedIn',
    input: PageQuery.extend({ side: Side, partyId: Id.optional().describe('the other side') }),
    output: pageOf(RebateBalanceView),
    errors: [],
  }),
  totals: route(endpoints.rebates.totals, {
    summary: 'The rebates of all my customers together, and the displays that wait for me.',
    access: 'seller',
    input: z.object({}),
    output: z.object({ accounts: Count, balanceFen: Fen, heldFen: Fen, owedFen: Fen, openClaims: Count }),
    errors: [],
  }),
  entries: route(endpoints.rebates.entries, {
    summary: 'The ledger of a rebate balance, newest first.',
    access: 'signedIn',
    input: PageQuery.extend(one),
    output: pageOf(RebateEntryView),
    errors: ['rebates.accountUnknown'],
  }),
  statement: route(endpoints.rebates.statement, {
    summary: 'What a rebate balance was, what came and went in a period, and what it was then.',
    access: 'signedIn',
    input: z.object({ ...one, startsOn: Day, untilOn: Day.describe('the last day') }),
    output: z.object({
      startsOn: Day,
      untilOn: Day,
      openingFen: Fen,
      earnedFen: Fen,
      spentFen: Fen,
      reversedFen: Fen,
      adjustedFen: Fen,
      expiredFen: Fen,
      closingFen: Fen,
    }),
    errors: ['rebates.accountUnknown', 'rebates.periodWrong'],
  }),
  adjust: route(endpoints.rebates.adjust, {
    summary: 'Add to a customer’s rebate by hand, or take off what is free of it.',
    access: 'finance',
    input: z.object({ commandId: CommandId, buyerId: Id, amountFen: Adjustment, reason: Reason }),
    output: RebateBalanceView,
    errors: ['rebates.buyerUnknown', 'rebates.short', 'command.idReused'],
  }),
  freeze: route(endpoints.rebates.freeze, {
    summary:
      'Freeze a customer’s rebate for a dispute, or end that; what was left lasts as many days longer.',
    access: 'finance',
    input: z.object({ commandId: CommandId, ...one, isFrozen: z.boolean(), reason: Reason }),
    output: RebateBalanceView,
    errors: ['rebates.accountUnknown', 'command.idReused'],
  }),
  terms: route(endpoints.rebates.terms, {
    summary: 'How I let rebates be used, and how I did before.',
    access: 'seller',
    input: z.object({}),
    output: z.object({ now: RebateTermsView, versions: z.array(RebateTermsView) }),
    errors: [],
  }),
  putTerms: route(endpoints.rebates.putTerms, {
    summary: 'Set how rebates may be used, from the next order and the next earning on.',
    access: 'manager',
    input: z.object({
      commandId: CommandId,
      expectedVersion: Count.describe('the version the caller has seen'),
      ...terms,
    }),
    output: RebateTermsView,
    errors: ['rebates.termsChanged', 'command.idReused'],
  }),
  progress: route(endpoints.rebates.progress, {
    summary: 'How far I am with what a supplier pays later, the first to end first.',
    access: 'buyer',
    input: z.object({ supplierId: Id.optional().describe('left out: my first') }),
    output: z.object({ items: z.array(RebateProgressView) }),
    errors: ['partners.notSupplied'],
  }),
  displays: route(endpoints.rebates.displays, {
    summary: 'Photos I handed in for display deals; `side=seller`: those of my customers, the newest first.',
    access: 'signedIn',
    input: PageQuery.extend({ side: Side, state: z.enum(['open', 'approved', 'refused']).optional() }),
    output: pageOf(DisplayClaimView),
    errors: [],
  }),
  handInDisplay: route(endpoints.rebates.handInDisplay, {
    summary: 'Hand in photos for a display deal of a supplier; a photo counts once.',
    access: 'buyer',
    input: z.object({
      commandId: CommandId,
      promotionId: Id,
      photos: z.array(Id).min(1).max(100).describe('uploaded before, with purpose `display`'),
      note: Note.default(''),
    }),
    output: DisplayClaimView,
    errors: [
      'rebates.dealUnknown',
      'rebates.dealOver',
      'rebates.claimOpen',
      'rebates.photoUsed',
      'attachments.photoUnknown',
      'attachments.photoUsed',
      'command.idReused',
    ],
  }),
  decideDisplay: route(endpoints.rebates.decideDisplay, {
    summary: 'Approve photos of a display, which pays what the deal then owes, or refuse them with a reason.',
    access: 'manager',
    input: z
      .object({ commandId: CommandId, claimId: Id, approve: z.boolean(), reason: Note.default('') })
      .refine(({ approve, reason }) => approve || reason !== '', { error: '请写明原因', path: ['reason'] }),
    output: DisplayClaimView,
    errors: ['rebates.claimUnknown', 'rebates.claimDecided', 'command.idReused'],
  }),
};
