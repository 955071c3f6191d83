import { big, day, flag, id, integer, json, orNull, table, text } from '../../platform';
import type { AfterSales, AfterSalesLine, AfterSalesStep, AfterSalesYear, AskedBack } from './model';
import type { AfterSalesPolicy } from './policy';

export const afterSalesTable = table<AfterSales>(
  'afterSales',
  {
    id: id(),
    number: text(48),
    kind: text(16),
    state: text(16),
    orderId: id(),
    orderNumber: text(40),
    sellerId: id(),
    buyerId: id(),
    reason: text(16),
    words: text(500),
    photos: json(),
    findings: json(),
    policyVersion: integer(),
    requestedBy: text(40),
    requestedAt: big(),
    reviewBy: big(),
    decidedBy: orNull(text(40)),
    decidedAt: orNull(big()),
    decisionWords: text(200),
    sendBy: orNull(big()),
    limitFen: orNull(big()),
    money: orNull(json()),
    grantedFen: big(),
    replacementId: orNull(id()),
    quotaYear: integer(),
    quotaFen: big(),
    closedAt: orNull(big()),
    steps: integer(),
  },
  {
    primary: ['id'],
    unique: [['number']],
    index: [
      ['orderId'],
      ['sellerId', 'state', 'requestedAt', 'id'],
      ['sellerId', 'requestedAt', 'id'],
      ['buyerId', 'requestedAt', 'id'],
      ['state', 'sendBy', 'id'],
      ['replacementId'],
    ],
  },
);

export const afterSalesLineTable = table<AfterSalesLine>(
  'afterSalesLine',
  {
    requestId: id(),
    lineNo: integer(),
    orderId: id(),
    orderLineNo: integer(),
    shipmentId: id(),
    shipmentLineNo: integer(),
    skuId: id(),
    skuName: text(80),
    baseUnit: text(8),
    lotId: id(),
    lotNo: text(40),
    producedOn: day(),
    expiresOn: day(),
    isGift: flag(),
    quantity: big(),
    worthFen: big(),
    approved: big(),
    restocked: big(),
    nearExpiry: big(),
    quarantined: big(),
    destroyed: big(),
    notReceived: big(),
  },
  { primary: ['requestId', 'lineNo'], index: [['orderId'], ['shipmentId', 'shipmentLineNo']] },
);

export const askedBackTable = table<AskedBack>(
  'askedBack',
  { shipmentId: id(), shipmentLineNo: integer(), orderId: id(), accepted: big(), asked: big() },
  { primary: ['shipmentId', 'shipmentLineNo'], index: [['orderId']] },
);

export const afterSalesYearTable = table<AfterSalesYear>(
  'afterSalesYear',
  { sellerId: id(), buyerId: id(), year: integer(), usedFen: big() },
  { primary: ['sellerId', 'buyerId', 'year'] },
);

export const afterSalesPolicyTable = table<AfterSalesPolicy>(
  'afterSalesPolicy',
  {
    sellerId: id(),
    version: integer(),
    terms: json(),
    note: text(200),
    changedBy: text(40),
    changedAt: big(),
  },
  { primary: ['sellerId', 'version'] },
);

export const afterSalesStepTable = table<AfterSalesStep>(
  'afterSalesStep',
  {
    requestId: id(),
    stepNo: integer(),
    kind: text(16),
    actorId: id(),
    actorName: text(40),
    detail: json(),
    at: big(),
  },
  { primary: ['requestId', 'stepNo'] },
);

export const afterSalesTables = [
  afterSalesTable,
  afterSalesLineTable,
  askedBackTable,
  afterSalesYearTable,
  afterSalesPolicyTable,
  afterSalesStepTable,
];
