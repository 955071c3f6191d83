import { big, day, flag, id, integer, orNull, table, text } from '../platform';
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

export const policyTables = [
  lifeRuleTable,
  bufferTable,
  channelQuotaTable,
  quotaUseTable,
  markdownTable,
  deliveredLifeTable,
  inboundTable,
  commitmentTable,
  softReservationTable,
];
