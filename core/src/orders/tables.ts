import { big, day, flag, id, integer, json, orNull, table, text } from '../platform';
import type { Claim, FulfilmentTerms, OrderRevision } from './fulfilment';
import type { Holiday, OrderTemplate, RecurringOrder, RecurringRun, TemplateLine } from './lists';
import type { AuditPolicy } from './audit-policy';
import { deliveryTables } from './delivery/tables';
import type {
  Hold,
  Order,
  OrderCount,
  OrderEvent,
  OrderLine,
  OrderPart,
  OrderPartLine,
  Shipment,
  ShipmentLine,
} from './model';

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
    freightFen: big(),
    freightDueFen: big(),
    freight: orNull(json()),
    payableFen: big(),
    steps: orNull(json()),
    stepDueAt: orNull(big()),
    forfeitedFen: big(),
    heldFen: big(),
    note: text(200),
    placedAt: big(),
    reservedUntil: orNull(big()),
    requestHash: text(64),
    policyVersion: integer(),
    revision: integer(),
    priority: integer(),
    deliverOn: orNull(day()),
    waitsForFull: flag(),
    backOrderedAt: orNull(big()),
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
      ['stepDueAt'],
      ['backOrderedAt', 'id'],
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
    unit: text(8),
    packVersion: integer(),
    unitPriceE4: big(),
    priceListId: id(),
    amountFen: big(),
    discountFen: big(),
    giftOf: orNull(id()),
    payableFen: big(),
    reserved: big(),
    shipped: big(),
    signed: big(),
    cancelled: big(),
    backOrdered: big(),
    shortage: orNull(text(16)),
    substituteFor: orNull(integer()),
    acceptsAgeing: flag(),
    closesOn: orNull(day()),
  },
  { primary: ['orderId', 'lineNo'] },
);

export const holdTable = table<Hold>(
  'orderHold',
  {
    orderId: id(),
    sellerId: id(),
    kind: text(16),
    status: text(16),
    owner: text(16),
    openedAt: big(),
    dueAt: big(),
    clearedBy: orNull(text(40)),
    clearedAt: orNull(big()),
  },
  {
    primary: ['orderId', 'kind'],
    index: [
      ['status', 'owner', 'dueAt', 'orderId'],
      ['status', 'dueAt', 'orderId', 'kind'],
      ['sellerId', 'status', 'dueAt', 'orderId', 'kind'],
    ],
  },
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
    freightFen: big(),
    shippedAt: big(),
    signedAt: orNull(big()),
    signature: orNull(json()),
  },
  { primary: ['id'], index: [['orderId'], ['signedAt', 'shippedAt']] },
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

export const auditPolicyTable = table<AuditPolicy>(
  'auditPolicy',
  {
    version: integer(),
    startsAt: big(),
    rules: json(),
    note: text(200),
    actorId: id(),
    actorName: text(40),
    at: big(),
  },
  { primary: ['version'] },
);

export const partTable = table<OrderPart>(
  'orderPart',
  {
    orderId: id(),
    partNo: integer(),
    warehouseId: orNull(id()),
    temperatureZone: text(16),
    invoiceEntity: text(40),
    deliverOn: orNull(day()),
    amountFen: big(),
  },
  { primary: ['orderId', 'partNo'] },
);

export const partLineTable = table<OrderPartLine>(
  'orderPartLine',
  { orderId: id(), partNo: integer(), lineNo: integer(), quantity: big(), amountFen: big() },
  { primary: ['orderId', 'partNo', 'lineNo'] },
);

export const revisionTable = table<OrderRevision>(
  'orderRevision',
  {
    orderId: id(),
    revision: integer(),
    changes: json(),
    linesBefore: json(),
    payableFenBefore: big(),
    payableFenAfter: big(),
    reason: text(200),
    actorId: id(),
    actorName: text(40),
    at: big(),
  },
  { primary: ['orderId', 'revision'] },
);

export const claimTable = table<Claim>(
  'orderClaim',
  {
    id: id(),
    orderId: id(),
    shipmentId: id(),
    shipmentLineNo: integer(),
    lineNo: integer(),
    skuId: id(),
    kind: text(16),
    quantity: big(),
    amountFen: big(),
    state: text(16),
    note: text(200),
    openedAt: big(),
    settledBy: orNull(text(40)),
    settledAt: orNull(big()),
  },
  { primary: ['id'], unique: [['shipmentId', 'shipmentLineNo', 'kind']], index: [['orderId']] },
);

export const fulfilmentTermsTable = table<FulfilmentTerms>(
  'fulfilmentTerms',
  {
    sellerId: id(),
    autoSignDays: integer(),
    changedBy: text(40),
    changedAt: big(),
  },
  { primary: ['sellerId'] },
);

export const templateTable = table<OrderTemplate>(
  'orderTemplate',
  {
    id: id(),
    partyId: id(),
    kind: text(16),
    name: text(60),
    lineCount: integer(),
    version: integer(),
    changedBy: text(40),
    changedAt: big(),
  },
  { primary: ['id'], index: [['partyId', 'id']] },
);

export const templateLineTable = table<TemplateLine>(
  'templateLine',
  { templateId: id(), lineNo: integer(), skuId: id(), quantity: big() },
  { primary: ['templateId', 'lineNo'] },
);

export const recurringTable = table<RecurringOrder>(
  'recurringOrder',
  {
    id: id(),
    partyId: id(),
    partyKind: text(16),
    userId: id(),
    userName: text(40),
    templateId: id(),
    supplierId: orNull(id()),
    addressId: orNull(id()),
    rhythm: json(),
    startsOn: day(),
    nextOn: day(),
    skipsHolidays: flag(),
    paused: flag(),
    changedAt: big(),
  },
  { primary: ['id'], index: [['partyId', 'id'], ['templateId'], ['paused', 'nextOn', 'id']] },
);

export const recurringRunTable = table<RecurringRun>(
  'recurringRun',
  {
    recurringId: id(),
    runOn: day(),
    outcome: text(16),
    orderId: orNull(id()),
    code: text(60),
    detail: text(200),
    at: big(),
  },
  { primary: ['recurringId', 'runOn'] },
);

export const holidayTable = table<Holiday>(
  'holiday',
  { holidayOn: day(), name: text(40) },
  { primary: ['holidayOn'] },
);

export const orderTables = [
  orderTable,
  orderLineTable,
  holdTable,
  orderEventTable,
  shipmentTable,
  shipmentLineTable,
  orderCountTable,
  auditPolicyTable,
  partTable,
  partLineTable,
  revisionTable,
  claimTable,
  fulfilmentTermsTable,
  templateTable,
  templateLineTable,
  recurringTable,
  recurringRunTable,
  holidayTable,
  ...deliveryTables,
];
