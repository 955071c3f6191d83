import { big, day, id, integer, json, orNull, table, text } from '../platform';
import type { BillDay, BillDifference } from './bill-day';
import type { Payment, PaymentEntry, PaymentNotice, Refund } from './model';
import type { PaymentReturn } from './payment-return';

export const paymentTable = table<Payment>(
  'payment',
  {
    id: id(),
    sellerId: id(),
    buyerId: id(),
    userId: id(),
    purpose: text(16),
    orderId: orNull(id()),
    billShares: json(),
    amountFen: big(),
    channel: text(16),
    merchantId: text(32),
    state: text(16),
    handOver: orNull(json()),
    createdAt: big(),
    expiresAt: big(),
    asks: integer(),
    lastAskedAt: orNull(big()),
    transactionId: orNull(text(40)),
    paidFen: big(),
    paidAt: orNull(big()),
    payer: text(128),
    refundingFen: big(),
    refundedFen: big(),
  },
  {
    primary: ['id'],
    unique: [['transactionId']],
    index: [
      ['orderId'],
      ['sellerId', 'id'],
      ['buyerId', 'id'],
      ['state', 'expiresAt'],
      ['merchantId', 'paidAt'],
    ],
  },
);

export const refundTable = table<Refund>(
  'paymentRefund',
  {
    id: id(),
    paymentId: id(),
    sellerId: id(),
    buyerId: id(),
    orderId: orNull(id()),
    amountFen: big(),
    reason: text(80),
    state: text(16),
    tries: integer(),
    channelRefundId: text(40),
    refusal: text(40),
    note: text(200),
    askedBy: id(),
    askedAt: big(),
    acceptedAt: orNull(big()),
    succeededAt: orNull(big()),
  },
  { primary: ['id'], index: [['paymentId'], ['orderId'], ['sellerId', 'state', 'id']] },
);

export const paymentEntryTable = table<PaymentEntry>(
  'paymentEntry',
  {
    id: id(),
    paymentId: id(),
    sellerId: id(),
    kind: text(16),
    amountFen: big(),
    documentId: text(40),
    bookedOn: day(),
    at: big(),
  },
  { primary: ['id'], unique: [['kind', 'documentId']], index: [['paymentId'], ['sellerId', 'bookedOn']] },
);

export const paymentNoticeTable = table<PaymentNotice>(
  'paymentNotice',
  { id: text(40), merchantId: text(32), kind: text(16), documentId: text(40), at: big() },
  { primary: ['merchantId', 'id'], index: [['at']] },
);

export const billDayTable = table<BillDay>(
  'billDay',
  {
    merchantId: text(32),
    day: day(),
    payments: integer(),
    paidFen: big(),
    refunds: integer(),
    refundedFen: big(),
    inFen: orNull(big()),
    outFen: orNull(big()),
    feeFen: orNull(big()),
    closingFen: orNull(big()),
    ledgerPaidFen: big(),
    ledgerRefundedFen: big(),
    differences: integer(),
    comparedAt: big(),
  },
  { primary: ['merchantId', 'day'], index: [['day']] },
);

export const billDifferenceTable = table<BillDifference>(
  'billDifference',
  {
    id: id(),
    merchantId: text(32),
    day: day(),
    sellerId: orNull(id()),
    kind: text(32),
    severity: text(16),
    remedy: text(32),
    number: text(80),
    hereFen: orNull(big()),
    thereFen: orNull(big()),
    here: text(64),
    there: text(64),
    state: text(16),
    note: text(200),
    resolvedBy: text(60),
    resolvedAt: orNull(big()),
    foundAt: big(),
  },
  {
    primary: ['id'],
    index: [
      ['merchantId', 'day'],
      ['sellerId', 'day', 'id'],
      ['day', 'id'],
    ],
  },
);

export const paymentReturnTable = table<PaymentReturn>(
  'paymentReturn',
  {
    id: id(),
    paymentId: id(),
    sellerId: id(),
    buyerId: id(),
    amountFen: big(),
    reason: text(60),
    state: text(16),
    refundId: text(40),
    requestedBy: id(),
    requestedByName: text(60),
    requestedAt: big(),
    decidedBy: orNull(id()),
    decidedByName: text(60),
    decidedAt: orNull(big()),
    note: text(200),
  },
  { primary: ['id'], index: [['paymentId'], ['sellerId', 'id'], ['sellerId', 'state', 'id']] },
);

export const paymentTables = [
  paymentReturnTable,
  billDayTable,
  billDifferenceTable,
  paymentTable,
  refundTable,
  paymentEntryTable,
  paymentNoticeTable,
];
