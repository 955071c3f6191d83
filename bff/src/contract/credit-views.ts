import { z } from 'zod';
import { At, Count, Day, Fen, Id } from './fields';

export const TermsKind = z.enum(['cash', 'prepaid', 'net', 'monthly', 'previousBatch', 'consignment']);
export const TermsBasis = z.enum(['shipment', 'sign', 'invoice']);
export const LadderStep = z.enum(['clear', 'remind', 'noPromotion', 'cashOnly', 'stopShipment', 'frozen']);

/** 账期: `days` after the basis, for `monthly` after the statement day (0: the last of the month). */
export const TermsView = z.object({
  kind: TermsKind,
  days: z.int(),
  basis: TermsBasis,
  statementDay: z.int(),
});

export const CreditAccountView = z.object({
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  /** The permanent limit. */
  limitFen: Fen,
  /** What valid temporary limits add today. */
  temporaryFen: Fen,
  /** Approved or promised, not yet shipped. */
  heldFen: Fen,
  /** Shipped, not yet signed for. */
  shippedFen: Fen,
  /** Signed for and billed, not yet paid. */
  receivableFen: Fen,
  /** Money received that no bill has taken yet. */
  unappliedFen: Fen,
  exposureFen: Fen,
  availableFen: Fen,
  termDays: z.int(),
  terms: TermsView,
  overdueFen: Fen,
  overdueDays: Count,
  ladderStep: LadderStep,
  /** Sent back with a new limit, so that nobody overwrites what he has not seen. */
  version: Count,
});

export const BillView = z.object({
  billId: Id,
  orderId: Id,
  orderNumber: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  amountFen: Fen,
  paidFen: Fen,
  issuedAt: At,
  dueOn: Day,
  overdueDays: Count,
  termsKind: TermsKind,
});

export const CreditEntryView = z.object({
  entryId: Id,
  kind: z.string(),
  title: z.string(),
  heldFen: Fen,
  shippedFen: Fen,
  receivableFen: Fen,
  unappliedFen: Fen,
  documentId: z.string(),
  at: At,
});

/** 付多少可放行: the smallest payment that frees an order, and the bills it pays. */
export const PayToFreeView = z.object({
  amountFen: Fen,
  bills: z.array(z.object({ billId: Id, orderNumber: z.string(), amountFen: Fen, clears: z.boolean() })),
  unappliedFen: Fen,
  reasons: z.array(z.enum(['credit', 'overdue', 'previousBatch'])),
});

export const CreditAssessmentView = z.object({
  answer: z.enum(['enough', 'over', 'noAccount']),
  locked: z.boolean(),
  permanentFen: Fen,
  temporaryFen: Fen,
  exposure: z.object({
    receivableFen: Fen,
    shippedFen: Fen,
    heldFen: Fen,
    thisOrderFen: Fen,
    unappliedFen: Fen,
    totalFen: Fen,
  }),
  availableFen: Fen,
  missingFen: Fen,
  terms: TermsView,
  /** What the terms ask: on account, from the prepaid balance, pay now, top up, pay the batch before. */
  termsAnswer: z.enum(['onAccount', 'prepaid', 'payNow', 'topUp', 'payBatch']),
  ladderStep: LadderStep,
  overdueDays: Count,
  overdueFen: Fen,
  forbids: z.object({
    promotion: z.boolean(),
    onAccount: z.boolean(),
    shipping: z.boolean(),
    temporaryLimit: z.boolean(),
    ordering: z.boolean(),
  }),
  payToFree: PayToFreeView.nullable(),
});

export const LimitChangeView = z.object({
  version: Count,
  beforeFen: Fen.nullable(),
  afterFen: Fen,
  beforeTermDays: z.int().nullable(),
  afterTermDays: z.int(),
  reason: z.string(),
  actorId: z.string(),
  at: At,
});

export const TermsVersionView = TermsView.extend({ version: Count, startsOn: Day, at: At });

/** Who asked, who decided and why are for the seller; the buyer reads an empty word. */
export const TemporaryLimitView = z.object({
  temporaryLimitId: Id,
  amountFen: Fen,
  startsOn: Day,
  untilOn: Day,
  state: z.enum(['requested', 'approved', 'rejected', 'void']),
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: At,
  decidedBy: z.string(),
  decidedAt: At.nullable(),
  decisionNote: z.string(),
});

export const ReceiptView = z.object({
  receiptId: Id,
  kind: z.enum(['money', 'prepaid', 'payment', 'rebate', 'creditNote', 'writeOff', 'reversal', 'payOut']),
  title: z.string(),
  /** A reversal is negative. */
  amountFen: Fen,
  openFen: Fen,
  billId: Id.nullable(),
  reversesId: Id.nullable(),
  reason: z.string(),
  at: At,
});

export const WriteOffView = z.object({
  writeOffId: Id,
  billId: Id,
  orderNumber: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  amountFen: Fen,
  reason: z.string(),
  state: z.enum(['requested', 'approved', 'rejected']),
  requestedBy: z.string(),
  requestedAt: At,
  decidedBy: z.string(),
  decidedAt: At.nullable(),
  decisionNote: z.string(),
});

const FromDays = z.int().min(1).max(1_000);
export const LadderDays = z.object({
  remind: FromDays,
  noPromotion: FromDays,
  cashOnly: FromDays,
  stopShipment: FromDays,
  frozen: FromDays,
});

/** 逾期阶梯: from how many days late each step holds, and what is too little to be chased. */
export const LadderView = z.object({
  version: Count,
  fromDays: LadderDays,
  ignoredFen: Fen,
  ignoredBp: z.int(),
  remindEveryDays: z.int(),
});

export const LadderVersions = z.object({
  now: LadderView,
  versions: z.array(LadderView.extend({ startsOn: Day, at: At })),
});

export const CreditReleaseView = z.object({
  releaseId: Id,
  step: LadderStep,
  amountFen: Fen,
  usedFen: Fen,
  untilOn: Day,
  revoked: z.boolean(),
  reason: z.string(),
  approvedBy: z.string(),
  at: At,
});

export const StepChangeView = z.object({
  buyerId: Id,
  buyerName: z.string(),
  fromStep: LadderStep,
  toStep: LadderStep,
  overdueDays: Count,
  overdueFen: Fen,
  ladderVersion: Count,
  foundOn: Day,
});

export const ReminderView = z.object({
  reminderId: Id,
  buyerId: Id,
  buyerName: z.string(),
  step: LadderStep,
  overdueDays: Count,
  overdueFen: Fen,
  remindOn: Day,
  sentAt: At.nullable(),
});

const sums = {
  openingFen: Fen,
  billedFen: Fen,
  receivedFen: Fen,
  creditedFen: Fen,
  closingFen: Fen,
};

/** 对账单: opening + billed − received − credited = closing. */
export const StatementPaperView = z.object({
  ...sums,
  lines: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      documentId: z.string(),
      orderNumber: z.string(),
      amountFen: Fen,
      balanceFen: Fen,
      dueOn: Day.nullable(),
      reason: z.string(),
      at: At,
    }),
  ),
});

export const StatementView = z.object({
  statementId: Id,
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  startsOn: Day,
  untilOn: Day,
  ...sums,
  state: z.enum(['issued', 'confirmed', 'disputed']),
  issuedAt: At,
  answeredAt: At.nullable(),
  note: z.string(),
});

export const AgeingView = z.object({
  notDueFen: Fen,
  days1To30Fen: Fen,
  days31To60Fen: Fen,
  days61To90Fen: Fen,
  over90Fen: Fen,
});

export const CustomerAgeingView = AgeingView.extend({ buyerId: Id, buyerName: z.string() });

export const ChannelCreditView = z.object({
  sellerId: Id,
  sellerName: z.string(),
  accounts: Count,
  limitFen: Fen,
  exposureFen: Fen,
  receivableFen: Fen,
  overdueFen: Fen,
});

export const DepositKind = z.enum(['prepaid', 'earnest', 'orderDeposit', 'market', 'packaging']);

export const DepositView = z.object({
  depositId: Id,
  kind: DepositKind,
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  balanceFen: Fen,
  heldFen: Fen,
  freeFen: Fen,
});

export const DepositEntryView = z.object({
  entryId: Id,
  action: z.enum(['topUp', 'hold', 'release', 'capture', 'refund', 'forfeit', 'deduct', 'reverse']),
  title: z.string(),
  balanceFen: Fen,
  heldFen: Fen,
  documentId: z.string(),
  reversesId: Id.nullable(),
  reason: z.string(),
  at: At,
});
