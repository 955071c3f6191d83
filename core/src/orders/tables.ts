import { big, day, id, integer, json, orNull, table, text } from '../platform';
import type { Hold, Order, OrderCount, OrderEvent, OrderLine, Shipment, ShipmentLine } from './model';

export const orderTable = table<Order>(
  'salesOrder',
  {
    id: id(),
    number: text(40),
    sellerId: id(),
    buyerId: id(),
    userId: id(),
    state: text(16),
    verdict: text(16),
    findings: json(),
    channel: text(16),
    deviceId: text(64),
    ip: text(64),
    payerId: id(),
    addressId: id(),
    receiver: text(40),
    phone: text(24),
    regionCode: text(6),
    addressDetail: text(200),
    goodsFen: big(),
    payableFen: big(),
    heldFen: big(),
    note: text(200),
    placedAt: big(),
    reservedUntil: orNull(big()),
    requestHash: text(64),
  },
  {
    primary: ['id'],
    unique: [['number']],
    index: [
      ['sellerId', 'state', 'placedAt', 'id'],
      ['sellerId', 'placedAt', 'id'],
      ['buyerId', 'state', 'placedAt', 'id'],
      ['buyerId', 'placedAt', 'id'],
      ['state', 'placedAt', 'id'],
      ['placedAt', 'id'],
      ['reservedUntil'],
    ],
  },
);

export const orderLineTable = table<OrderLine>(
  'orderLine',
  {
    orderId: id(),
    lineNo: integer(),
    skuId: id(),
    skuName: text(80),
    spec: text(40),
    baseUnit: text(8),
    caseUnit: text(8),
    caseFactor: integer(),
    quantity: big(),
    unitPriceE4: big(),
    priceListId: id(),
    amountFen: big(),
    payableFen: big(),
    reserved: big(),
    shipped: big(),
    signed: big(),
    cancelled: big(),
  },
  { primary: ['orderId', 'lineNo'] },
);

export const holdTable = table<Hold>(
  'orderHold',
  {
    orderId: id(),
    kind: text(16),
    status: text(16),
    owner: text(16),
    openedAt: big(),
    dueAt: big(),
    clearedBy: orNull(text(40)),
    clearedAt: orNull(big()),
  },
  { primary: ['orderId', 'kind'] },
);

export const orderEventTable = table<OrderEvent>(
  'orderEvent',
  {
    orderId: id(),
    eventNo: integer(),
    kind: text(16),
    actorId: id(),
    actorName: text(40),
    detail: json(),
    at: big(),
  },
  { primary: ['orderId', 'eventNo'] },
);

export const shipmentTable = table<Shipment>(
  'shipment',
  {
    id: id(),
    orderId: id(),
    carrier: text(40),
    trackingNo: text(60),
    shippedAt: big(),
    signedAt: orNull(big()),
  },
  { primary: ['id'], index: [['orderId']] },
);

export const shipmentLineTable = table<ShipmentLine>(
  'shipmentLine',
  {
    shipmentId: id(),
    shipmentLineNo: integer(),
    orderId: id(),
    lineNo: integer(),
    skuId: id(),
    lotId: id(),
    lotNo: text(40),
    producedOn: day(),
    expiresOn: day(),
    quantity: big(),
    amountFen: big(),
    accepted: orNull(big()),
    acceptedFen: big(),
    short: big(),
    damaged: big(),
    refused: big(),
  },
  { primary: ['shipmentId', 'shipmentLineNo'], index: [['orderId'], ['lotId']] },
);

export const orderCountTable = table<OrderCount>(
  'orderCount',
  { sellerId: id(), day: day(), orderCount: big() },
  { primary: ['sellerId', 'day'] },
);

export const orderTables = [
  orderTable,
  orderLineTable,
  holdTable,
  orderEventTable,
  shipmentTable,
  shipmentLineTable,
  orderCountTable,
];
