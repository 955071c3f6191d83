import type {
  AccountStatement,
  Caller,
  CreditAssessment,
  CreditEntry,
  CreditReceipt,
  CreditRelease,
  Deposit,
  DepositEntry,
  LimitChange,
  Statement,
  StatementLine,
  StatementPaper,
  TemporaryLimit,
  Terms,
  WriteOffOfBill,
} from '@tongpan/core';
import { at, atOrNull } from './wire';

export type NameOf = (partyId: string) => string;

export const viewTerms = ({ kind, days, basis, statementDay }: Terms) => ({
  kind,
  days,
  basis,
  statementDay,
});

export function viewAccount(found: AccountStatement, nameOf: NameOf) {
  const { account } = found;
  return {
    sellerId: account.sellerId,
    sellerName: nameOf(account.sellerId),
    buyerId: account.buyerId,
    buyerName: nameOf(account.buyerId),
    limitFen: account.limitFen,
    temporaryFen: found.temporaryFen,
    heldFen: account.heldFen,
    shippedFen: account.shippedFen,
    receivableFen: account.receivableFen,
    unappliedFen: account.unappliedFen,
    exposureFen: found.exposureFen,
    availableFen: found.availableFen,
    termDays: account.termDays,
    terms: viewTerms(found.terms),
    overdueFen: found.overdueFen,
    overdueDays: found.overdueDays,
    ladderStep: found.ladderStep,
    version: account.version,
  };
}

export function viewAssessment(found: CreditAssessment) {
  const { exposure, ladder, limit, payToFree } = found;
  return {
    answer: found.answer,
    locked: found.locked,
    permanentFen: limit.permanentFen,
    temporaryFen: limit.temporaryFen,
    exposure: {
      receivableFen: exposure.receivableFen,
      shippedFen: exposure.shippedFen,
      heldFen: exposure.heldFen,
      thisOrderFen: exposure.thisOrderFen,
      unappliedFen: exposure.unappliedFen,
      totalFen: exposure.totalFen,
    },
    availableFen: found.availableFen,
    missingFen: found.missingFen,
    terms: viewTerms(found.terms),
    termsAnswer: found.terms.allows.answer,
    ladderStep: ladder.step,
    overdueDays: ladder.overdueDays,
    overdueFen: ladder.overdueFen,
    forbids: ladder.forbids,
    payToFree: payToFree && {
      amountFen: payToFree.amountFen,
      bills: payToFree.bills.map(({ billId, orderNumber, amountFen, clears }) => ({
        billId,
        orderNumber,
        amountFen,
        clears,
      })),
      unappliedFen: payToFree.unappliedFen,
      reasons: [...payToFree.reasons],
    },
  };
}

const entryTitles: Readonly<Record<CreditEntry['kind'], string>> = {
  hold: '订单占用',
  release: '释放占用',
  ship: '发货',
  sign: '签收入账',
  receive: '收款',
  apply: '核销账单',
  unapply: '撤销核销',
  reverse: '冲销收款',
  payOut: '退回付款',
  creditNote: '红字账单',
  writeOff: '坏账核销',
};

export const viewEntry = (entry: CreditEntry) => ({
  entryId: entry.id,
  kind: entry.kind,
  title: entryTitles[entry.kind],
  heldFen: entry.heldFen,
  shippedFen: entry.shippedFen,
  receivableFen: entry.receivableFen,
  unappliedFen: entry.unappliedFen,
  documentId: entry.documentId,
  at: at(entry.at),
});

export const viewLimitChange = (change: LimitChange) => ({
  version: change.version,
  beforeFen: change.beforeFen,
  afterFen: change.afterFen,
  beforeTermDays: change.beforeTermDays,
  afterTermDays: change.afterTermDays,
  reason: change.reason,
  actorId: change.actorId,
  at: at(change.at),
});

/** Why and by whom is the seller's own affair. */
export function viewTemporaryLimit(limit: TemporaryLimit, toSeller: boolean) {
  return {
    temporaryLimitId: limit.id,
    amountFen: limit.amountFen,
    startsOn: limit.startsOn,
    untilOn: limit.untilOn,
    state: limit.state,
    reason: toSeller ? limit.reason : '',
    requestedBy: toSeller ? limit.requestedBy : '',
    requestedAt: at(limit.requestedAt),
    decidedBy: toSeller ? (limit.decidedBy ?? '') : '',
    decidedAt: atOrNull(limit.decidedAt),
    decisionNote: toSeller ? limit.decisionNote : '',
  };
}

const documentTitles: Readonly<Record<StatementLine['kind'], string>> = {
  bill: '账单',
  money: '收款',
  prepaid: '预存抵付',
  payment: '订单付款',
  rebate: '返利抵付',
  payOut: '退款',
  creditNote: '红字账单',
  writeOff: '坏账核销',
  reversal: '冲销',
};

/** A write-off's reason is the seller's own affair. */
const reasonFor = (kind: StatementLine['kind'], reason: string, toSeller: boolean) =>
  kind === 'writeOff' && !toSeller ? '' : reason;

export const viewReceipt = (receipt: CreditReceipt, toSeller: boolean) => ({
  receiptId: receipt.id,
  kind: receipt.kind,
  title: documentTitles[receipt.kind],
  amountFen: receipt.amountFen,
  openFen: receipt.openFen,
  billId: receipt.billId,
  reversesId: receipt.reversesId,
  reason: reasonFor(receipt.kind, receipt.reason, toSeller),
  at: at(receipt.at),
});

export const viewWriteOff = (writeOff: WriteOffOfBill, nameOf: NameOf) => ({
  writeOffId: writeOff.id,
  billId: writeOff.billId,
  orderNumber: writeOff.orderNumber,
  buyerId: writeOff.buyerId,
  buyerName: nameOf(writeOff.buyerId),
  amountFen: writeOff.amountFen,
  reason: writeOff.reason,
  state: writeOff.state,
  requestedBy: writeOff.requestedBy,
  requestedAt: at(writeOff.requestedAt),
  decidedBy: writeOff.decidedBy ?? '',
  decidedAt: atOrNull(writeOff.decidedAt),
  decisionNote: writeOff.decisionNote,
});

export const viewRelease = (granted: CreditRelease, toSeller: boolean) => ({
  releaseId: granted.id,
  step: granted.step,
  amountFen: granted.amountFen,
  usedFen: granted.usedFen,
  untilOn: granted.untilOn,
  revoked: granted.revoked,
  reason: toSeller ? granted.reason : '',
  approvedBy: toSeller ? granted.actorId : '',
  at: at(granted.at),
});

interface Sums {
  readonly openingFen: number;
  readonly billedFen: number;
  readonly receivedFen: number;
  readonly creditedFen: number;
  readonly closingFen: number;
}

const viewSums = ({ openingFen, billedFen, receivedFen, creditedFen, closingFen }: Sums) => ({
  openingFen,
  billedFen,
  receivedFen,
  creditedFen,
  closingFen,
});

export const viewPaper = (paper: StatementPaper, toSeller: boolean) => ({
  ...viewSums(paper),
  lines: paper.lines.map((line) => ({
    kind: line.kind,
    title: documentTitles[line.kind],
    documentId: line.documentId,
    orderNumber: line.orderNumber,
    amountFen: line.amountFen,
    balanceFen: line.balanceFen,
    dueOn: line.dueOn,
    reason: reasonFor(line.kind, line.reason, toSeller),
    at: at(line.at),
  })),
});

export const viewStatement = (statement: Statement, nameOf: NameOf) => ({
  statementId: statement.id,
  sellerId: statement.sellerId,
  sellerName: nameOf(statement.sellerId),
  buyerId: statement.buyerId,
  buyerName: nameOf(statement.buyerId),
  startsOn: statement.startsOn,
  untilOn: statement.untilOn,
  ...viewSums(statement),
  state: statement.state,
  issuedAt: at(statement.issuedAt),
  answeredAt: atOrNull(statement.answeredAt),
  note: statement.note,
});

export const viewDeposit = (deposit: Deposit, nameOf: NameOf) => ({
  depositId: deposit.id,
  kind: deposit.kind,
  sellerId: deposit.sellerId,
  sellerName: nameOf(deposit.sellerId),
  buyerId: deposit.buyerId,
  buyerName: nameOf(deposit.buyerId),
  balanceFen: deposit.balanceFen,
  heldFen: deposit.heldFen,
  freeFen: deposit.balanceFen - deposit.heldFen,
});

const actionTitles: Readonly<Record<DepositEntry['action'], string>> = {
  topUp: '存入',
  hold: '订单占用',
  release: '释放占用',
  capture: '抵付',
  refund: '退还',
  forfeit: '没收',
  deduct: '扣款',
  reverse: '冲销',
};

export const viewDepositEntry = (entry: DepositEntry) => ({
  entryId: entry.id,
  action: entry.action,
  title: actionTitles[entry.action],
  balanceFen: entry.balanceFen,
  heldFen: entry.heldFen,
  documentId: entry.documentId,
  reversesId: entry.reversesId,
  reason: entry.reason,
  at: at(entry.at),
});

/** True when the caller gives the credit that is asked about. */
export const isSeller = (caller: Caller, { sellerId }: { readonly sellerId: string }) =>
  caller.partyId === sellerId;
