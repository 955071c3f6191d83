import { big, day, flag, id, integer, orNull, table, text } from '../platform';
import type { ExpiryAlert } from './expiry-model';
import type { CountLine, CountSheet, StockOperation, Transfer, TransferLine } from './operation-model';
import type { Recall, RecallStep } from './recall-model';

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

export const operationTables = [
  operationTable,
  transferTable,
  transferLineTable,
  countSheetTable,
  countLineTable,
  expiryAlertTable,
  recallTable,
  recallStepTable,
];
