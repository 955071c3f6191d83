import { z } from 'zod';
import {
  AgeingView,
  BillView,
  ChannelCreditView,
  CreditAccountView,
  CreditAssessmentView,
  CreditEntryView,
  CreditReleaseView,
  CustomerAgeingView,
  DepositEntryView,
  DepositKind,
  DepositView,
  LadderDays,
  LadderVersions,
  LimitChangeView,
  ReceiptView,
  ReminderView,
  StatementPaperView,
  StatementView,
  StepChangeView,
  TemporaryLimitView,
  TermsBasis,
  TermsKind,
  TermsVersionView,
  TermsView,
  WriteOffView,
} from './credit-views';
import { endpoints } from './endpoints';
import { Day, FenInput, Id, Note, PageQuery, pageOf } from './fields';
import { route } from './route';

export * from './credit-views';

/** Money somebody types in, and not nothing. */
const Amount = FenInput.min(1);
const Reason = Note.min(1);
const Pair = { sellerId: Id, buyerId: Id };
const OneCustomer = Id.optional().describe('only this customer');
const Side = z.enum(['buyer', 'seller']).default('buyer');
const Decision = { commandId: Id, approve: z.boolean(), note: Note.default('') };
const Period = { startsOn: Day, untilOn: Day.describe('the last day') };
/** A term in days: a year is the longest anybody gives. */
const TermDays = z.int().min(0).max(365);

export const creditRoutes = {
  mine: route(endpoints.credit.mine, {
    summary: 'My credit with each supplier.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({ items: z.array(CreditAccountView) }),
    errors: [],
  }),
  accounts: route(endpoints.credit.accounts, {
    summary: 'The credit I give my customers.',
    access: 'seller',
    input: PageQuery.extend({ partyId: OneCustomer }),
    output: pageOf(CreditAccountView),
    errors: [],
  }),
  assess: route(endpoints.credit.assess, {
    summary:
      'What an order of this amount would meet: exposure by part, limits, overdue step, pay X to free.',
    access: 'signedIn',
    input: z.object({ ...Pair, amountFen: z.coerce.number().pipe(FenInput) }),
    output: CreditAssessmentView,
    errors: ['credit.accountUnknown'],
  }),
  bills: route(endpoints.credit.bills, {
    summary: 'Open bills, oldest due first; `side=seller`: what my customers owe me.',
    access: 'signedIn',
    input: PageQuery.extend({ side: Side, partyId: Id.optional().describe('the other side') }),
    output: pageOf(BillView),
    errors: [],
  }),
  entries: route(endpoints.credit.entries, {
    summary: 'The ledger of one account, newest first.',
    access: 'signedIn',
    input: PageQuery.extend(Pair),
    output: pageOf(CreditEntryView),
    errors: ['credit.accountUnknown'],
  }),

  /** Money goes to the named bill, else to the oldest due; what no bill takes stays unapplied. */
  receive: route(endpoints.credit.receive, {
    summary: 'Book money received from a customer.',
    access: 'finance',
    input: z.object({
      receiptId: Id.describe('made by the caller; repeating it gets the first answer'),
      buyerId: Id,
      amountFen: Amount,
      billId: Id.optional(),
    }),
    output: CreditAccountView,
    errors: ['credit.accountUnknown', 'credit.billUnknown', 'command.idReused'],
  }),
  creditNote: route(endpoints.credit.creditNote, {
    summary: 'Lower what a customer owes; a credit note applies like money.',
    access: 'finance',
    input: z.object({
      receiptId: Id,
      buyerId: Id,
      amountFen: Amount,
      billId: Id.optional(),
      reason: Reason,
    }),
    output: CreditAccountView,
    errors: ['credit.accountUnknown', 'credit.billUnknown', 'command.idReused'],
  }),
  receipts: route(endpoints.credit.receipts, {
    summary: 'What paid the bills of an account, newest first.',
    access: 'signedIn',
    input: PageQuery.extend(Pair),
    output: pageOf(ReceiptView),
    errors: ['credit.accountUnknown'],
  }),
  applyReceipt: route(endpoints.credit.applyReceipt, {
    summary: 'Let waiting money pay a bill.',
    access: 'finance',
    input: z.object({ receiptId: Id, commandId: Id, billId: Id, amountFen: Amount.optional() }),
    output: CreditAccountView,
    errors: ['credit.receiptUnknown', 'credit.billUnknown', 'credit.overApplied', 'command.idReused'],
  }),
  unapplyReceipt: route(endpoints.credit.unapplyReceipt, {
    summary: 'Take a receipt off its bills; the money waits again.',
    access: 'finance',
    input: z.object({ receiptId: Id, commandId: Id }),
    output: CreditAccountView,
    errors: ['credit.receiptUnknown', 'command.idReused'],
  }),
  reverseReceipt: route(endpoints.credit.reverseReceipt, {
    summary: 'Take a receipt back altogether, with a reason.',
    access: 'finance',
    input: z.object({ receiptId: Id, commandId: Id, reason: Reason }),
    output: CreditAccountView,
    errors: [
      'credit.receiptUnknown',
      'credit.notReversible',
      'credit.receiptBoundToPayment',
      'credit.receiptBoundToReturn',
      'command.idReused',
    ],
  }),
  writeOffs: route(endpoints.credit.writeOffs, {
    summary: 'Debts given up or asked to be, newest first.',
    access: 'finance',
    input: PageQuery,
    output: pageOf(WriteOffView),
    errors: [],
  }),
  requestWriteOff: route(endpoints.credit.requestWriteOff, {
    summary: 'Ask to give up what is open on a bill.',
    access: 'finance',
    input: z.object({ writeOffId: Id, billId: Id, amountFen: Amount, reason: Reason }),
    output: WriteOffView,
    errors: ['credit.billUnknown', 'credit.overPaid', 'command.idReused'],
  }),
  decideWriteOff: route(endpoints.credit.decideWriteOff, {
    summary: 'Approve or reject a write-off that somebody else asked for.',
    access: 'finance',
    input: z.object({ writeOffId: Id, ...Decision }),
    output: WriteOffView,
    errors: [
      'credit.writeOffUnknown',
      'credit.sameHand',
      'credit.decided',
      'credit.overPaid',
      'command.idReused',
    ],
  }),

  setLimit: route(endpoints.credit.setLimit, {
    summary: 'Set the credit limit and terms of a customer.',
    access: 'finance',
    input: z.object({
      commandId: Id,
      buyerId: Id,
      limitFen: FenInput,
      termDays: TermDays,
      version: z.int().min(0).optional().describe('the version you saw'),
      reason: Note.optional(),
    }),
    output: CreditAccountView,
    errors: ['credit.accountUnknown', 'credit.changedMeanwhile', 'command.idReused'],
  }),
  limitHistory: route(endpoints.credit.limitHistory, {
    summary: 'Who changed the limit of a customer when, newest first.',
    access: 'finance',
    input: PageQuery.extend({ buyerId: Id }),
    output: pageOf(LimitChangeView),
    errors: ['credit.accountUnknown'],
  }),
  terms: route(endpoints.credit.terms, {
    summary: 'The terms of an account: what holds today, and its versions.',
    access: 'signedIn',
    input: z.object(Pair),
    output: z.object({ now: TermsView, versions: z.array(TermsVersionView) }),
    errors: ['credit.accountUnknown'],
  }),
  setTerms: route(endpoints.credit.setTerms, {
    summary: 'Agree other terms from a day on; bills keep theirs.',
    access: 'finance',
    input: z.object({
      commandId: Id,
      buyerId: Id,
      kind: TermsKind,
      days: TermDays.default(0),
      basis: TermsBasis.default('sign'),
      statementDay: z.int().min(0).max(28).default(0),
      startsOn: Day.optional(),
      reason: Reason,
    }),
    output: CreditAccountView,
    errors: ['credit.accountUnknown', 'credit.inThePast', 'command.idReused'],
  }),
  temporaryLimits: route(endpoints.credit.temporaryLimits, {
    summary: 'The temporary limits of an account, newest first.',
    access: 'signedIn',
    input: PageQuery.extend(Pair),
    output: pageOf(TemporaryLimitView),
    errors: ['credit.accountUnknown'],
  }),
  requestTemporaryLimit: route(endpoints.credit.requestTemporaryLimit, {
    summary: 'Ask for credit beyond the limit, for some days.',
    access: 'finance',
    input: z.object({ temporaryLimitId: Id, buyerId: Id, amountFen: Amount, ...Period, reason: Reason }),
    output: TemporaryLimitView,
    errors: ['credit.accountUnknown', 'credit.inThePast', 'command.idReused'],
  }),
  decideTemporaryLimit: route(endpoints.credit.decideTemporaryLimit, {
    summary: 'Approve or reject a temporary limit that somebody else asked for.',
    access: 'finance',
    input: z.object({ temporaryLimitId: Id, ...Decision }),
    output: TemporaryLimitView,
    errors: ['credit.temporaryLimitUnknown', 'credit.sameHand', 'credit.decided', 'command.idReused'],
  }),
  voidTemporaryLimit: route(endpoints.credit.voidTemporaryLimit, {
    summary: 'End a temporary limit before its day.',
    access: 'finance',
    input: z.object({ temporaryLimitId: Id, commandId: Id, note: Note.default('') }),
    output: TemporaryLimitView,
    errors: ['credit.temporaryLimitUnknown', 'credit.decided', 'command.idReused'],
  }),

  ladder: route(endpoints.credit.ladder, {
    summary: 'The overdue ladder of my customers.',
    access: 'seller',
    input: z.object({}),
    output: LadderVersions,
    errors: [],
  }),
  setLadder: route(endpoints.credit.setLadder, {
    summary: 'Set the overdue ladder, from tomorrow on.',
    access: 'finance',
    input: z.object({
      commandId: Id,
      fromDays: LadderDays,
      ignoredFen: FenInput,
      ignoredBp: z.int().min(0).max(10_000),
      remindEveryDays: z.int().min(1).max(365),
    }),
    output: LadderVersions,
    errors: ['credit.ladderUneven', 'command.idReused'],
  }),
  releases: route(endpoints.credit.releases, {
    summary: 'What lets an account pass a step of the ladder, newest first.',
    access: 'signedIn',
    input: PageQuery.extend(Pair),
    output: pageOf(CreditReleaseView),
    errors: ['credit.accountUnknown'],
  }),
  grantRelease: route(endpoints.credit.grantRelease, {
    summary: 'Let a customer pass a step up to an amount, until a day.',
    access: 'finance',
    input: z.object({
      releaseId: Id,
      buyerId: Id,
      step: z.enum(['remind', 'noPromotion', 'cashOnly', 'stopShipment', 'frozen']),
      amountFen: Amount,
      untilOn: Day,
      reason: Reason,
    }),
    output: CreditReleaseView,
    errors: ['credit.accountUnknown', 'credit.inThePast', 'command.idReused'],
  }),
  revokeRelease: route(endpoints.credit.revokeRelease, {
    summary: 'End a release before its day.',
    access: 'finance',
    input: z.object({ releaseId: Id, commandId: Id }),
    output: CreditReleaseView,
    errors: ['credit.releaseUnknown', 'command.idReused'],
  }),
  stepChanges: route(endpoints.credit.stepChanges, {
    summary: 'The steps my customers took on the ladder, newest first.',
    access: 'finance',
    input: PageQuery,
    output: pageOf(StepChangeView),
    errors: [],
  }),
  reminders: route(endpoints.credit.reminders, {
    summary: 'Whom to remind of what is overdue, newest first.',
    access: 'finance',
    input: PageQuery,
    output: pageOf(ReminderView),
    errors: [],
  }),

  statement: route(endpoints.credit.statement, {
    summary: 'The statement of an account for any period.',
    access: 'signedIn',
    input: z.object({ ...Pair, ...Period }),
    output: StatementPaperView,
    errors: ['credit.accountUnknown', 'credit.periodTooLong'],
  }),
  statements: route(endpoints.credit.statements, {
    summary: 'Statements sent to me; `side=seller`: to my customers.',
    access: 'signedIn',
    input: PageQuery.extend({ side: Side }),
    output: pageOf(StatementView),
    errors: [],
  }),
  issueStatement: route(endpoints.credit.issueStatement, {
    summary: 'Send a customer the statement of a period that is over.',
    access: 'finance',
    input: z.object({ statementId: Id, buyerId: Id, ...Period }),
    output: StatementView,
    errors: [
      'credit.accountUnknown',
      'credit.periodOpen',
      'credit.periodTooLong',
      'credit.statementExists',
      'command.idReused',
    ],
  }),
  answerStatement: route(endpoints.credit.answerStatement, {
    summary: 'Confirm a statement, or dispute it with a note.',
    access: 'payer',
    input: z
      .object({ statementId: Id, commandId: Id, agree: z.boolean(), note: Note.default('') })
      .refine(({ agree, note }) => agree || note !== '', { path: ['note'] }),
    output: StatementView,
    errors: ['credit.statementUnknown', 'credit.decided', 'command.idReused'],
  }),
  ageing: route(endpoints.credit.ageing, {
    summary: 'What my customers owe by age, and in total.',
    access: 'finance',
    input: PageQuery.extend({ partyId: OneCustomer }),
    output: pageOf(CustomerAgeingView).extend({ total: AgeingView }),
    errors: [],
  }),
  channel: route(endpoints.credit.channel, {
    summary: 'Every seller of the channel with its totals.',
    access: 'hqFinance',
    input: PageQuery,
    output: pageOf(ChannelCreditView),
    errors: [],
  }),

  deposits: route(endpoints.credit.deposits, {
    summary: 'My deposits and prepaid balances; `side=seller`: those of my customers.',
    access: 'signedIn',
    input: PageQuery.extend({ side: Side }),
    output: pageOf(DepositView),
    errors: [],
  }),
  depositEntries: route(endpoints.credit.depositEntries, {
    summary: 'The ledger of a deposit, newest first.',
    access: 'signedIn',
    input: PageQuery.extend({ depositId: Id }),
    output: pageOf(DepositEntryView),
    errors: ['credit.depositUnknown'],
  }),
  moveDeposit: route(endpoints.credit.moveDeposit, {
    summary: 'Top up, use, refund, forfeit or deduct from the deposit of a customer.',
    access: 'finance',
    input: z.object({
      commandId: Id,
      buyerId: Id,
      kind: DepositKind,
      action: z.enum(['topUp', 'refund', 'capture', 'forfeit', 'deduct']),
      amountFen: Amount,
      orderId: Id.optional().describe('deposits of an order name it'),
      reason: Reason,
    }),
    output: DepositView,
    errors: [
      'credit.accountUnknown',
      'credit.depositForbids',
      'credit.depositShort',
      'credit.orderMissing',
      'command.idReused',
    ],
  }),
  reverseDepositEntry: route(endpoints.credit.reverseDepositEntry, {
    summary: 'Take back a top-up that should not have been.',
    access: 'finance',
    input: z.object({ entryId: Id, commandId: Id, reason: Reason }),
    output: DepositView,
    errors: [
      'credit.entryUnknown',
      'credit.notReversible',
      'credit.receiptBoundToPayment',
      'credit.depositShort',
      'command.idReused',
    ],
  }),
};
