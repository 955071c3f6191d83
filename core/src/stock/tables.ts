import { big, day, flag, id, integer, json, orNull, table, text } from '../platform';
import type { Lot, Movement, Reservation, StockDay, Warehouse } from './model';
import { operationTables } from './operation-tables';
import { policyTables } from './policy-tables';
import { poolTables } from './pool-tables';

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
  {
    primary: ['day', 'warehouseId', 'skuId'],
    index: [
      ['skuId', 'day'],
      ['ownerId', 'day'],
    ],
  },
);

export const stockTables = [
  warehouseTable,
  lotTable,
  movementTable,
  reservationTable,
  stockDayTable,
  ...policyTables,
  ...operationTables,
  ...poolTables,
];
