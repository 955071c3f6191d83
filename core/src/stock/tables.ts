import { big, day, flag, id, integer, json, orNull, table, text } from '../platform';
import type { ExpiryAlert } from './expiry-model';
import type { Lot, Movement, Reservation, StockDay, Warehouse } from './model';
import type { CountLine, CountSheet, StockOperation, Transfer, TransferLine } from './operation-model';
import type {
  Buffer,
  ChannelQuota,
  Commitment,
  DeliveredLife,
  Inbound,
  LifeRule,
  QuotaUse,
  SellerMarkdown,
  SoftReservation,
} from './policy-model';
import type { Recall, RecallStep } from './recall-model';
import type {
  BorrowRequest,
  BorrowSettlement,
  ContractWarehouse,
  Loan,
  SharingAgreement,
  SharingUse,
} from './pool-model';
import type { SellerShareTerms } from './share-terms';
import type { ShortagePolicy } from './shortage-policy';

export const warehouseTable = table<Warehouse>(
  'warehouse',
  {
    id: id(),
    ownerId: id(),
    name: text(80),
    regionCode: text(6),
    temperatureZones: json(),
    leadDays: integer(),
    costRank: integer(),
    servesRegions: json(),
  },
  { primary: ['id'], index: [['ownerId']] },
);

export const lotTable = table<Lot>(
  'lot',
  {
    id: id(),
    ownerId: id(),
    warehouseId: id(),
    skuId: id(),
    lotNo: text(40),
    producedOn: day(),
    expiresOn: day(),
    quality: text(16),
    onHand: big(),
    reserved: big(),
    receivedAt: big(),
    recallId: orNull(id()),
  },
  {
    primary: ['id'],
    unique: [['warehouseId', 'skuId', 'lotNo', 'quality']],
    index: [['ownerId', 'skuId'], ['ownerId', 'expiresOn', 'id'], ['skuId', 'lotNo'], ['recallId']],
  },
);

export const movementTable = table<Movement>(
  'movement',
  {
    id: id(),
    lotId: id(),
    ownerId: id(),
    warehouseId: id(),
    skuId: id(),
    quantity: big(),
    kind: text(16),
    documentKind: text(16),
    documentId: id(),
    actorId: id(),
    reason: text(200),
    at: big(),
  },
  {
    primary: ['id'],
    index: [['lotId'], ['warehouseId', 'at'], ['ownerId', 'id'], ['ownerId', 'skuId', 'id'], ['documentId']],
  },
);

export const reservationTable = table<Reservation>(
  'reservation',
  { orderId: id(), lineNo: integer(), lotId: id(), open: big() },
  { primary: ['orderId', 'lineNo', 'lotId'], index: [['lotId']] },
);

export const stockDayTable = table<StockDay>(
  'stockDay',
  {
    day: day(),
    warehouseId: id(),
    skuId: id(),
    ownerId: id(),
    onHand: big(),
    reserved: big(),
    received: big(),
    shipped: big(),
    adjusted: big(),
    stockOut: flag(),
  },
  { primary: ['day', 'warehouseId', 'skuId'], index: [['skuId', 'day']] },
);

export const contractWarehouseTable = table<ContractWarehouse>(
  'contractWarehouse',
  { sellerId: id(), buyerId: id(), warehouseId: id(), isOnly: flag() },
  { primary: ['sellerId', 'buyerId'] },
);

export const sharingAgreementTable = table<SharingAgreement>(
  'sharingAgreement',
  {
    id: id(),
    lenderId: id(),
    borrowerId: id(),
    scope: text(16),
    scopeId: id(),
    quotaQuantity: big(),
    period: text(8),
    price: json(),
    startsOn: day(),
    endsOn: orNull(day()),
    state: text(16),
    proposedBy: id(),
    proposedAt: big(),
    decidedBy: orNull(id()),
    decidedAt: orNull(big()),
    endedBy: orNull(id()),
    endedAt: orNull(big()),
  },
  {
    primary: ['id'],
    index: [
      ['borrowerId', 'state', 'id'],
      ['lenderId', 'state', 'id'],
    ],
  },
);

export const sharingUseTable = table<SharingUse>(
  'sharingUse',
  { agreementId: id(), periodOn: day(), usedQuantity: big() },
  { primary: ['agreementId', 'periodOn'] },
);

export const borrowRequestTable = table<BorrowRequest>(
  'borrowRequest',
  {
    id: id(),
    borrowerId: id(),
    lenderId: id(),
    agreementId: id(),
    orderId: id(),
    lineNo: integer(),
    skuId: id(),
    quantity: big(),
    promised: big(),
    arrived: big(),
    unitPriceE4: big(),
    lastsUntil: day(),
    state: text(16),
    reason: text(80),
    requestedBy: id(),
    requestedAt: big(),
    answeredAt: orNull(big()),
    closedAt: orNull(big()),
  },
  { primary: ['id'], index: [['orderId'], ['borrowerId', 'id'], ['borrowerId', 'skuId', 'state']] },
);

export const loanTable = table<Loan>(
  'loan',
  {
    id: id(),
    lenderId: id(),
    borrowerId: id(),
    agreementId: id(),
    skuId: id(),
    quantity: big(),
    unitPriceE4: big(),
    periodOn: day(),
    state: text(16),
    reason: text(80),
    decidedAt: big(),
    closedAt: orNull(big()),
  },
  {
    primary: ['id'],
    index: [
      ['lenderId', 'id'],
      ['lenderId', 'skuId', 'state'],
      ['agreementId', 'periodOn'],
    ],
  },
);

export const borrowSettlementTable = table<BorrowSettlement>(
  'borrowSettlement',
  {
    id: id(),
    loanId: id(),
    lenderId: id(),
    borrowerId: id(),
    skuId: id(),
    lotId: id(),
    lotNo: text(40),
    producedOn: day(),
    expiresOn: day(),
    quantity: big(),
    unitPriceE4: big(),
    amountFen: big(),
    billId: orNull(id()),
    at: big(),
  },
  { primary: ['id'], index: [['loanId'], ['lenderId', 'id'], ['borrowerId', 'id']] },
);

export const shortagePolicyTable = table<ShortagePolicy>(
  'shortagePolicy',
  {
    sellerId: id(),
    buyerId: id(),
    skuId: id(),
    kind: text(16),
    closeAfterDays: orNull(integer()),
    rest: text(16),
    changedBy: id(),
    changedAt: big(),
  },
  { primary: ['sellerId', 'buyerId', 'skuId'] },
);

export const shareTermsTable = table<SellerShareTerms>(
  'shareTerms',
  {
    sellerId: id(),
    buyerId: id(),
    channel: text(16),
    segment: integer(),
    weight: integer(),
    changedBy: id(),
    changedAt: big(),
  },
  { primary: ['sellerId', 'buyerId', 'channel'] },
);

/** The tables of the pool: attributes of sourcing, sharing between owners, and what becomes of shortages. */
export const poolTables = [
  contractWarehouseTable,
  sharingAgreementTable,
  sharingUseTable,
  borrowRequestTable,
  loanTable,
  borrowSettlementTable,
  shortagePolicyTable,
  shareTermsTable,
];

export const lifeRuleTable = table<LifeRule>(
  'lifeRule',
  {
    id: id(),
    sellerId: id(),
    scope: text(16),
    subject: id(),
    goods: text(40),
    minimumDays: integer(),
    minimumLifeBp: integer(),
    maximumLots: orNull(integer()),
    refusesOlder: flag(),
    startsOn: day(),
    endsOn: orNull(day()),
  },
  { primary: ['id'], index: [['sellerId', 'subject']] },
);

export const bufferTable = table<Buffer>(
  'stockBuffer',
  { ownerId: id(), warehouseId: id(), skuId: id(), quantity: big() },
  { primary: ['ownerId', 'skuId', 'warehouseId'] },
);

export const channelQuotaTable = table<ChannelQuota>(
  'channelQuota',
  {
    sellerId: id(),
    skuId: id(),
    channel: text(16),
    startsOn: day(),
    endsOn: orNull(day()),
    quantity: big(),
    used: big(),
  },
  { primary: ['sellerId', 'skuId', 'channel', 'startsOn'] },
);

export const quotaUseTable = table<QuotaUse>(
  'channelQuotaUse',
  {
    orderId: id(),
    lineNo: integer(),
    sellerId: id(),
    skuId: id(),
    channel: text(16),
    startsOn: day(),
    quantity: big(),
  },
  { primary: ['orderId', 'lineNo', 'startsOn'], index: [['sellerId', 'skuId', 'channel', 'startsOn']] },
);

export const markdownTable = table<SellerMarkdown>(
  'ageingMarkdown',
  { sellerId: id(), fromBp: integer(), markdownBp: integer() },
  { primary: ['sellerId', 'fromBp'] },
);

export const deliveredLifeTable = table<DeliveredLife>(
  'deliveredLife',
  { buyerId: id(), skuId: id(), expiresOn: day(), at: big() },
  { primary: ['buyerId', 'skuId'] },
);

export const inboundTable = table<Inbound>(
  'inbound',
  {
    id: id(),
    ownerId: id(),
    warehouseId: id(),
    skuId: id(),
    expectedOn: day(),
    quantity: big(),
    received: big(),
    state: text(16),
    note: text(200),
    actorId: id(),
    at: big(),
  },
  {
    primary: ['id'],
    index: [
      ['ownerId', 'state', 'skuId'],
      ['ownerId', 'expectedOn', 'id'],
    ],
  },
);

export const commitmentTable = table<Commitment>(
  'stockCommitment',
  { orderId: id(), lineNo: integer(), sellerId: id(), skuId: id(), dueOn: day(), quantity: big() },
  { primary: ['orderId', 'lineNo'], index: [['sellerId', 'skuId']] },
);

export const softReservationTable = table<SoftReservation>(
  'softReservation',
  { id: id(), lotId: id(), ownerId: id(), quantity: big(), endsAt: big() },
  { primary: ['id', 'lotId'], index: [['lotId'], ['endsAt']] },
);

export const operationTable = table<StockOperation>(
  'stockOperation',
  {
    id: id(),
    ownerId: id(),
    warehouseId: id(),
    lotId: id(),
    skuId: id(),
    lotNo: text(40),
    kind: text(16),
    fromQuality: text(16),
    toQuality: orNull(text(16)),
    quantity: big(),
    reason: text(200),
    proof: text(200),
    actorId: id(),
    actorName: text(40),
    at: big(),
  },
  { primary: ['id'], index: [['ownerId', 'at', 'id']] },
);

export const transferTable = table<Transfer>(
  'stockTransfer',
  {
    id: id(),
    ownerId: id(),
    fromWarehouseId: id(),
    toWarehouseId: id(),
    state: text(16),
    reason: text(200),
    dispatchedBy: text(40),
    dispatchedAt: big(),
    receivedBy: orNull(text(40)),
    receivedAt: orNull(big()),
  },
  { primary: ['id'], index: [['ownerId', 'dispatchedAt', 'id']] },
);

export const transferLineTable = table<TransferLine>(
  'stockTransferLine',
  {
    transferId: id(),
    lineNo: integer(),
    lotId: id(),
    skuId: id(),
    lotNo: text(40),
    producedOn: day(),
    expiresOn: day(),
    quality: text(16),
    quantity: big(),
    arrived: orNull(big()),
    damaged: big(),
    missing: big(),
  },
  { primary: ['transferId', 'lineNo'], index: [['skuId', 'lotNo']] },
);

export const countSheetTable = table<CountSheet>(
  'countSheet',
  {
    id: id(),
    ownerId: id(),
    warehouseId: id(),
    state: text(16),
    note: text(200),
    openedBy: text(40),
    openedAt: big(),
    closedBy: orNull(text(40)),
    closedAt: orNull(big()),
  },
  { primary: ['id'], index: [['ownerId', 'openedAt', 'id']] },
);

export const countLineTable = table<CountLine>(
  'countLine',
  {
    sheetId: id(),
    lineNo: integer(),
    lotId: id(),
    skuId: id(),
    lotNo: text(40),
    quality: text(16),
    booked: big(),
    bookedAt: big(),
    counted: orNull(big()),
    countedBy: orNull(text(40)),
    difference: orNull(big()),
  },
  { primary: ['sheetId', 'lineNo'] },
);

export const expiryAlertTable = table<ExpiryAlert>(
  'expiryAlert',
  {
    id: id(),
    lotId: id(),
    level: text(16),
    ownerId: id(),
    warehouseId: id(),
    skuId: id(),
    lotNo: text(40),
    expiresOn: day(),
    quantity: big(),
    desk: text(16),
    raisedAt: big(),
    dueAt: big(),
    state: text(16),
    action: orNull(text(16)),
    outcome: text(200),
    closedBy: orNull(text(40)),
    closedAt: orNull(big()),
  },
  {
    primary: ['id'],
    unique: [['lotId', 'level']],
    index: [
      ['ownerId', 'state', 'dueAt', 'id'],
      ['state', 'lotId'],
    ],
  },
);

export const recallTable = table<Recall>(
  'recall',
  {
    id: id(),
    skuId: id(),
    lotNo: text(40),
    reason: text(200),
    state: text(16),
    lotCount: integer(),
    stopped: big(),
    openedBy: text(40),
    openedAt: big(),
    closedBy: orNull(text(40)),
    closedAt: orNull(big()),
    released: orNull(flag()),
  },
  {
    primary: ['id'],
    index: [['skuId'], ['openedAt', 'id']],
  },
);

export const recallStepTable = table<RecallStep>(
  'recallStep',
  { id: id(), recallId: id(), note: text(200), actorName: text(40), at: big() },
  { primary: ['id'], index: [['recallId', 'id']] },
);

export const stockTables = [
  lifeRuleTable,
  bufferTable,
  channelQuotaTable,
  quotaUseTable,
  markdownTable,
  deliveredLifeTable,
  inboundTable,
  commitmentTable,
  softReservationTable,
  operationTable,
  transferTable,
  transferLineTable,
  countSheetTable,
  countLineTable,
  expiryAlertTable,
  recallTable,
  recallStepTable,

  warehouseTable,
  lotTable,
  movementTable,
  reservationTable,
  stockDayTable,
  ...poolTables,
];
