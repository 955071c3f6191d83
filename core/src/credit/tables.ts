import { big, day, flag, id, integer, table, text } from '../platform';
import type { Application, Bill, CreditAccount, CreditEntry, Receipt } from './model';

const buckets = { heldFen: big(), shippedFen: big(), receivableFen: big(), unappliedFen: big() };

export const creditAccountTable = table<CreditAccount>(
  'creditAccount',
  { id: id(), sellerId: id(), buyerId: id(), limitFen: big(), termDays: integer(), ...buckets },
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
  { primary: ['id'], index: [['accountId', 'id'], ['documentId']] },
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
  },
  {
    primary: ['id'],
    index: [
      ['accountId', 'settled', 'dueOn', 'id'],
      ['sellerId', 'settled', 'dueOn', 'id'],
      ['buyerId', 'settled', 'dueOn', 'id'],
    ],
  },
);

export const receiptTable = table<Receipt>(
  'receipt',
  { id: id(), accountId: id(), amountFen: big(), actorId: id(), at: big() },
  { primary: ['id'], index: [['accountId']] },
);

export const applicationTable = table<Application>(
  'application',
  { receiptId: id(), billId: id(), amountFen: big() },
  { primary: ['receiptId', 'billId'], index: [['billId']] },
);

export const creditTables = [creditAccountTable, creditEntryTable, billTable, receiptTable, applicationTable];
