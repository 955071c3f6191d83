import { big, day, flag, id, integer, json, orNull, table, text } from '../platform';
import type { Deposit, DepositEntry, DepositHold } from './deposit';
import type { LadderPolicy } from './ladder';
import type { Application, Bill, CreditAccount, CreditEntry, Receipt } from './model';
import type { Release, ReleaseUse } from './release';
import type { LimitChange, Reminder, StepChange } from './standing';
import type { Statement } from './statement';
import type { TemporaryLimit } from './temporary-limit';
import type { TermsVersion } from './terms';
import type { WriteOff } from './write-off';

const buckets = { heldFen: big(), shippedFen: big(), receivableFen: big(), unappliedFen: big() };
const decided = {
  requestedBy: id(),
  requestedAt: big(),
  decidedBy: orNull(id()),
  decidedAt: orNull(big()),
  decisionNote: text(200),
};
const made = { reason: text(200), actorId: id(), at: big() };

export const creditAccountTable = table<CreditAccount>(
  'creditAccount',
  {
    id: id(),
    sellerId: id(),
    buyerId: id(),
    limitFen: big(),
    termDays: integer(),
    ...buckets,
    version: integer(),
    ladderStep: text(16),
  },
  { primary: ['id'], unique: [['buyerId', 'sellerId']], index: [['sellerId', 'id']] },
);

export const creditEntryTable = table<CreditEntry>(
  'creditEntry',
  {
    id: id(),
    accountId: id(),
    kind: text(16),
    ...buckets,
    documentKind: text(16),
    documentId: id(),
    actorId: id(),
    at: big(),
  },
  { primary: ['id'], index: [['accountId', 'id'], ['documentId'], ['accountId', 'at']] },
);

export const billTable = table<Bill>(
  'bill',
  {
    id: id(),
    accountId: id(),
    sellerId: id(),
    buyerId: id(),
    orderId: id(),
    orderNumber: text(40),
    amountFen: big(),
    paidFen: big(),
    issuedAt: big(),
    dueOn: day(),
    settled: flag(),
    termsKind: text(16),
    termsVersion: integer(),
    countsFromOn: orNull(day()),
  },
  {
    primary: ['id'],
    index: [
      ['accountId', 'settled', 'dueOn', 'id'],
      ['sellerId', 'settled', 'dueOn', 'id'],
      ['buyerId', 'settled', 'dueOn', 'id'],
      ['accountId', 'issuedAt'],
      ['sellerId', 'issuedAt'],
    ],
  },
);

export const receiptTable = table<Receipt>(
  'receipt',
  {
    id: id(),
    accountId: id(),
    kind: text(16),
    amountFen: big(),
    openFen: big(),
    billId: orNull(id()),
    reversesId: orNull(id()),
    orderId: orNull(id()),
    paysOutId: orNull(id()),
    boundTo: orNull(text(16)),
    boundId: text(40),
    ...made,
  },
  {
    primary: ['id'],
    unique: [['reversesId']],
    index: [['accountId', 'at', 'id'], ['orderId'], ['paysOutId'], ['boundId']],
  },
);

export const applicationTable = table<Application>(
  'billApplication',
  {
    id: id(),
    receiptId: id(),
    billId: id(),
    amountFen: big(),
    reversesId: orNull(id()),
    actorId: id(),
    at: big(),
  },
  { primary: ['id'], unique: [['reversesId']], index: [['receiptId'], ['billId']] },
);

export const temporaryLimitTable = table<TemporaryLimit>(
  'temporaryLimit',
  {
    id: id(),
    accountId: id(),
    amountFen: big(),
    startsOn: day(),
    untilOn: day(),
    reason: text(200),
    state: text(16),
    ...decided,
  },
  {
    primary: ['id'],
    index: [
      ['accountId', 'state', 'untilOn'],
      ['accountId', 'id'],
    ],
  },
);

export const limitChangeTable = table<LimitChange>(
  'limitChange',
  {
    id: id(),
    accountId: id(),
    version: integer(),
    beforeFen: orNull(big()),
    afterFen: big(),
    beforeTermDays: orNull(integer()),
    afterTermDays: integer(),
    ...made,
  },
  { primary: ['id'], unique: [['accountId', 'version']] },
);

export const termsTable = table<TermsVersion>(
  'creditTerms',
  {
    accountId: id(),
    version: integer(),
    kind: text(16),
    days: integer(),
    basis: text(16),
    statementDay: integer(),
    startsOn: day(),
    ...made,
  },
  { primary: ['accountId', 'version'] },
);

export const ladderPolicyTable = table<LadderPolicy>(
  'ladderPolicy',
  {
    sellerId: id(),
    version: integer(),
    startsOn: day(),
    fromDays: json(),
    ignoredFen: big(),
    ignoredBp: integer(),
    remindEveryDays: integer(),
    actorId: id(),
    at: big(),
  },
  { primary: ['sellerId', 'version'] },
);

export const releaseTable = table<Release>(
  'creditRelease',
  {
    id: id(),
    accountId: id(),
    step: text(16),
    amountFen: big(),
    usedFen: big(),
    untilOn: day(),
    revoked: flag(),
    ...made,
  },
  { primary: ['id'], index: [['accountId', 'revoked', 'untilOn']] },
);

export const releaseUseTable = table<ReleaseUse>(
  'creditReleaseUse',
  { id: id(), releaseId: id(), orderId: id(), amountFen: big(), actorId: id(), at: big() },
  { primary: ['id'], index: [['releaseId', 'orderId'], ['orderId']] },
);

const found = { overdueDays: integer(), overdueFen: big() };

export const stepChangeTable = table<StepChange>(
  'ladderStepChange',
  {
    id: id(),
    accountId: id(),
    sellerId: id(),
    buyerId: id(),
    fromStep: text(16),
    toStep: text(16),
    ...found,
    ladderVersion: integer(),
    foundOn: day(),
    at: big(),
  },
  {
    primary: ['id'],
    unique: [['accountId', 'foundOn']],
    index: [['sellerId', 'id']],
  },
);

export const reminderTable = table<Reminder>(
  'creditReminder',
  {
    id: id(),
    accountId: id(),
    sellerId: id(),
    buyerId: id(),
    step: text(16),
    ...found,
    remindOn: day(),
    sentAt: orNull(big()),
    at: big(),
  },
  {
    primary: ['id'],
    unique: [['accountId', 'remindOn']],
    index: [['sellerId', 'id']],
  },
);

export const writeOffTable = table<WriteOff>(
  'writeOff',
  {
    id: id(),
    accountId: id(),
    billId: id(),
    amountFen: big(),
    reason: text(200),
    state: text(16),
    ...decided,
  },
  { primary: ['id'], index: [['accountId', 'id']] },
);

export const statementTable = table<Statement>(
  'creditStatement',
  {
    id: id(),
    accountId: id(),
    sellerId: id(),
    buyerId: id(),
    startsOn: day(),
    untilOn: day(),
    openingFen: big(),
    billedFen: big(),
    receivedFen: big(),
    creditedFen: big(),
    closingFen: big(),
    state: text(16),
    issuedBy: id(),
    issuedAt: big(),
    answeredBy: orNull(id()),
    answeredAt: orNull(big()),
    note: text(200),
  },
  {
    primary: ['id'],
    unique: [['accountId', 'startsOn', 'untilOn']],
    index: [
      ['sellerId', 'id'],
      ['buyerId', 'id'],
    ],
  },
);

export const depositTable = table<Deposit>(
  'deposit',
  {
    id: id(),
    accountId: id(),
    sellerId: id(),
    buyerId: id(),
    kind: text(16),
    balanceFen: big(),
    heldFen: big(),
  },
  {
    primary: ['id'],
    unique: [['accountId', 'kind']],
    index: [
      ['sellerId', 'id'],
      ['buyerId', 'id'],
    ],
  },
);

export const depositHoldTable = table<DepositHold>(
  'depositHold',
  { depositId: id(), documentId: id(), heldFen: big() },
  { primary: ['depositId', 'documentId'] },
);

export const depositEntryTable = table<DepositEntry>(
  'depositEntry',
  {
    id: id(),
    depositId: id(),
    action: text(16),
    balanceFen: big(),
    heldFen: big(),
    documentId: id(),
    reversesId: orNull(id()),
    ...made,
  },
  { primary: ['id'], unique: [['reversesId']], index: [['depositId', 'id'], ['documentId']] },
);

export const creditTables = [
  creditAccountTable,
  creditEntryTable,
  billTable,
  receiptTable,
  applicationTable,
  temporaryLimitTable,
  limitChangeTable,
  termsTable,
  ladderPolicyTable,
  releaseTable,
  releaseUseTable,
  stepChangeTable,
  reminderTable,
  writeOffTable,
  statementTable,
  depositTable,
  depositHoldTable,
  depositEntryTable,
];
