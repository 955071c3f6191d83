import { type Answers, finance, headquarters, no, out, type RowsOf, seller, signedIn } from './row';

const nobodys = { sellerId: 'NOBODY', buyerId: 'NOBODY' };
const strangers = signedIn('credit.accountUnknown', 'credit.accountUnknown', 'credit.accountUnknown');
const money = finance('credit.accountUnknown', 'credit.accountUnknown');
const refused = (code: string) => finance(code, code);
const period = { startsOn: '2026-01-01', untilOn: '2026-01-31' };
const decision = { approve: true, note: '' };
/** The bookkeepers of who buys: HQ buys of nobody. */
const payer = (code: string): Answers => [out, code, code, code, no, no, no];

/** Inputs change nothing: they ask, or name what there is not. */
export const creditRows: RowsOf<'credit'> = {
  mine: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  accounts: { input: {}, answers: seller('ok', 'ok') },
  assess: { input: { ...nobodys, amountFen: 1 }, answers: strangers },
  bills: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  entries: { input: nobodys, answers: strangers },
  receive: { input: { receiptId: 'ACCESS-3', buyerId: 'NOBODY', amountFen: 1 }, answers: money },
  creditNote: {
    input: { receiptId: 'ACCESS-C1', buyerId: 'NOBODY', amountFen: 1, reason: '差异' },
    answers: money,
  },
  receipts: { input: nobodys, answers: strangers },
  applyReceipt: {
    input: { receiptId: 'NOTHING', commandId: 'ACCESS-C2', billId: 'NOTHING' },
    answers: refused('credit.receiptUnknown'),
  },
  unapplyReceipt: {
    input: { receiptId: 'NOTHING', commandId: 'ACCESS-C3' },
    answers: refused('credit.receiptUnknown'),
  },
  reverseReceipt: {
    input: { receiptId: 'NOTHING', commandId: 'ACCESS-C4', reason: '退票' },
    answers: refused('credit.receiptUnknown'),
  },
  writeOffs: { input: {}, answers: finance('ok', 'ok') },
  requestWriteOff: {
    input: { writeOffId: 'ACCESS-C5', billId: 'NOTHING', amountFen: 1, reason: '破产' },
    answers: refused('credit.billUnknown'),
  },
  decideWriteOff: {
    input: { writeOffId: 'NOTHING', commandId: 'ACCESS-C6', ...decision },
    answers: refused('credit.writeOffUnknown'),
  },
  setLimit: {
    input: { commandId: 'ACCESS-4', buyerId: 'NOBODY', limitFen: 1, termDays: 1 },
    answers: money,
  },
  limitHistory: { input: { buyerId: 'NOBODY' }, answers: money },
  terms: { input: nobodys, answers: strangers },
  setTerms: {
    input: { commandId: 'ACCESS-C7', buyerId: 'NOBODY', kind: 'cash', reason: '改现结' },
    answers: money,
  },
  temporaryLimits: { input: nobodys, answers: strangers },
  requestTemporaryLimit: {
    input: { temporaryLimitId: 'ACCESS-C8', buyerId: 'NOBODY', amountFen: 1, ...period, reason: '旺季' },
    answers: money,
  },
  decideTemporaryLimit: {
    input: { temporaryLimitId: 'NOTHING', commandId: 'ACCESS-C9', ...decision },
    answers: refused('credit.temporaryLimitUnknown'),
  },
  voidTemporaryLimit: {
    input: { temporaryLimitId: 'NOTHING', commandId: 'ACCESS-C10' },
    answers: refused('credit.temporaryLimitUnknown'),
  },
  ladder: { input: {}, answers: seller('ok', 'ok') },
  setLadder: {
    input: {
      commandId: 'ACCESS-C11',
      fromDays: { remind: 5, noPromotion: 4, cashOnly: 3, stopShipment: 2, frozen: 1 },
      ignoredFen: 0,
      ignoredBp: 0,
      remindEveryDays: 7,
    },
    answers: refused('credit.ladderUneven'),
  },
  releases: { input: nobodys, answers: strangers },
  grantRelease: {
    input: {
      releaseId: 'ACCESS-C12',
      buyerId: 'NOBODY',
      step: 'cashOnly',
      amountFen: 1,
      untilOn: '2030-01-01',
      reason: '老客户',
    },
    answers: money,
  },
  revokeRelease: {
    input: { releaseId: 'NOTHING', commandId: 'ACCESS-C13' },
    answers: refused('credit.releaseUnknown'),
  },
  stepChanges: { input: {}, answers: finance('ok', 'ok') },
  reminders: { input: {}, answers: finance('ok', 'ok') },
  statement: { input: { ...nobodys, ...period }, answers: strangers },
  statements: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  issueStatement: { input: { statementId: 'ACCESS-C14', buyerId: 'NOBODY', ...period }, answers: money },
  answerStatement: {
    input: { statementId: 'NOTHING', commandId: 'ACCESS-C15', agree: true },
    answers: payer('credit.statementUnknown'),
  },
  ageing: { input: {}, answers: finance('ok', 'ok') },
  channel: { input: {}, answers: headquarters('ok') },
  deposits: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  depositEntries: {
    input: { depositId: 'NOTHING' },
    answers: signedIn('credit.depositUnknown', 'credit.depositUnknown', 'credit.depositUnknown'),
  },
  moveDeposit: {
    input: {
      commandId: 'ACCESS-C16',
      buyerId: 'NOBODY',
      kind: 'prepaid',
      action: 'topUp',
      amountFen: 1,
      reason: '预存',
    },
    answers: money,
  },
  reverseDepositEntry: {
    input: { entryId: 'NOTHING', commandId: 'ACCESS-C17', reason: '记错' },
    answers: refused('credit.entryUnknown'),
  },
};
