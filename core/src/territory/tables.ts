import { big, day, flag, id, integer, json, orNull, table, text } from '../platform';
import type { Instant } from '../platform';
import type {
  Blocked,
  Capacity,
  ChainDelivery,
  Grant,
  GrantArea,
  KnownPoint,
  PermitUse,
  Policy,
} from './model';

export const grantTable = table<Grant>(
  'territoryGrant',
  {
    id: id(),
    sellerId: id(),
    name: text(80),
    productLine: text(40),
    includedSkuIds: json(),
    excludedSkuIds: json(),
    areas: json(),
    channels: json(),
    startsOn: day(),
    endsOn: orNull(day()),
    exclusive: flag(),
    kind: text(16),
    level: integer(),
    onlyCategories: json(),
    excludedCategories: json(),
    remainderAreas: json(),
    excludedAreas: json(),
    quantityCap: orNull(big()),
    usedQuantity: big(),
    reason: text(200),
    approvedBy: text(40),
    version: integer(),
    updatedAt: big(),
  },
  { primary: ['id'], index: [['sellerId']] },
);

export const grantAreaTable = table<GrantArea>(
  'territoryGrantArea',
  { grantId: id(), areaCode: text(6) },
  { primary: ['grantId', 'areaCode'], index: [['areaCode', 'grantId']] },
);

/** One row; who saves a grant locks it, so that two who contradict each other come one after the other. */
export const grantBookTable = table<{ readonly id: string; readonly revision: number }>(
  'territoryGrantBook',
  { id: id(), revision: big() },
  { primary: ['id'] },
);

export const permitUseTable = table<PermitUse & { readonly at: Instant }>(
  'territoryPermitUse',
  { orderId: id(), lineNo: integer(), grantId: id(), quantity: big(), at: big() },
  { primary: ['orderId', 'lineNo', 'grantId'], index: [['grantId']] },
);

export const knownPointTable = table<KnownPoint & { readonly cell: string }>(
  'territoryKnownPoint',
  {
    id: id(),
    regionCode: text(6),
    townCode: orNull(text(9)),
    latitudeE6: integer(),
    longitudeE6: integer(),
    cell: text(16),
  },
  { primary: ['id'], index: [['cell']] },
);

export const capacityTable = table<Capacity>(
  'territoryCapacity',
  {
    areaCode: text(9),
    productLine: text(40),
    sellOutQuantity: big(),
    stockTargetQuantity: big(),
    version: integer(),
    updatedAt: big(),
  },
  { primary: ['areaCode', 'productLine'] },
);

export const policyTable = table<Policy>(
  'territoryPolicy',
  { sellerId: id(), startsOn: day(), borderMetres: integer(), absorptionBp: integer() },
  { primary: ['sellerId', 'startsOn'] },
);

export const chainDeliveryTable = table<ChainDelivery>(
  'territoryChainDelivery',
  {
    id: id(),
    chainId: id(),
    addressId: id(),
    sellerId: id(),
    startsOn: day(),
    endsOn: orNull(day()),
    note: text(200),
    version: integer(),
  },
  { primary: ['id'], index: [['chainId', 'addressId'], ['sellerId']] },
);

export const blockedTable = table<Blocked>(
  'territoryBlocked',
  {
    id: id(),
    orderId: id(),
    lineNo: integer(),
    sellerId: id(),
    buyerId: id(),
    skuId: id(),
    quantity: big(),
    channel: text(16),
    regionCode: text(6),
    townCode: orNull(text(9)),
    reason: text(24),
    grantId: orNull(id()),
    on: day(),
    at: big(),
  },
  {
    primary: ['id'],
    unique: [['orderId', 'lineNo']],
    index: [
      ['sellerId', 'on', 'id'],
      ['on', 'id'],
    ],
  },
);

export const territoryTables = [
  grantTable,
  grantAreaTable,
  grantBookTable,
  permitUseTable,
  knownPointTable,
  capacityTable,
  policyTable,
  chainDeliveryTable,
  blockedTable,
];
