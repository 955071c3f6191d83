import { big, day, flag, id, integer, json, orNull, table, text } from '../platform';
import type { Application, StoreReview } from './application';
import type { PartnerChange } from './describe-change';
import type { Address, Party, Session, Supply, User } from './model';
import type { Suspension } from './standing';
import type { SupplyTransfer } from './transfer-state';
import { codePaceTable, phoneCodeTable } from './phone-code-tables';
import { verifiedPhoneTable } from './verified-phone-tables';
import { wechatTables } from './wechat-binding-tables';

export const partyTable = table<Party>(
  'party',
  {
    id: id(),
    code: text(16),
    kind: text(16),
    name: text(80),
    level: integer(),
    parentId: orNull(id()),
    chainId: orNull(id()),
    deliveryCentreId: orNull(id()),
    channel: text(16),
    regionCode: text(6),
    status: text(16),
    contactName: text(40),
    contactPhone: text(24),
    businessLicenceNo: text(40),
    foodLicenceNo: text(40),
    foodLicenceExpiresOn: orNull(day()),
    licenceMark: text(16),
    orderMinimumFen: big(),
    minimumLifeBp: orNull(integer()),
    createdAt: big(),
  },
  {
    primary: ['id'],
    unique: [['code']],
    index: [
      ['kind', 'name'],
      ['chainId'],
      ['contactPhone'],
      ['businessLicenceNo'],
      ['foodLicenceNo'],
      ['foodLicenceExpiresOn', 'id'],
    ],
  },
);

export const userTable = table<User>(
  'user',
  {
    id: id(),
    partyId: id(),
    loginName: text(64),
    name: text(40),
    passwordHash: text(200),
    roles: json(),
    status: text(16),
    mustChangePassword: flag(),
    createdAt: big(),
  },
  { primary: ['id'], unique: [['loginName']], index: [['partyId']] },
);

export const sessionTable = table<Session>(
  'session',
  {
    id: id(),
    tokenHash: text(64),
    userId: id(),
    device: text(100),
    ip: text(64),
    createdAt: big(),
    lastSeenAt: big(),
    expiresAt: big(),
    endedAt: orNull(big()),
    carriesClock: flag(),
  },
  { primary: ['id'], unique: [['tokenHash']], index: [['userId'], ['expiresAt']] },
);

export const addressTable = table<Address>(
  'address',
  {
    id: id(),
    partyId: id(),
    receiver: text(40),
    phone: text(24),
    regionCode: text(6),
    townCode: orNull(text(12)),
    detail: text(200),
    latitudeE6: orNull(integer()),
    longitudeE6: orNull(integer()),
    geocode: text(8),
    isDefault: flag(),
    isDeliveryCentre: flag(),
  },
  { primary: ['id'], index: [['partyId']] },
);

export const supplyTable = table<Supply>(
  'supply',
  { buyerId: id(), productLine: text(40), sellerId: id(), status: text(16), since: big() },
  { primary: ['buyerId', 'productLine'], index: [['sellerId', 'buyerId']] },
);

export const applicationTable = table<Application>(
  'partnerApplication',
  {
    id: id(),
    secretHash: text(64),
    state: text(16),
    kind: text(16),
    name: text(80),
    channel: text(16),
    contactName: text(40),
    contactPhone: text(24),
    regionCode: text(6),
    townCode: orNull(text(12)),
    addressDetail: text(200),
    businessLicenceNo: text(40),
    foodLicenceNo: text(40),
    foodLicenceExpiresOn: orNull(day()),
    sellerId: id(),
    submittedAt: big(),
    submissionNo: integer(),
    reviews: json(),
    partyId: orNull(id()),
    decidedAt: orNull(big()),
    scrubbed: flag(),
    phoneProvenAt: orNull(big()),
  },
  {
    primary: ['id'],
    index: [
      ['sellerId', 'state', 'submittedAt', 'id'],
      ['state', 'submittedAt', 'id'],
      ['contactPhone'],
      ['businessLicenceNo'],
      ['foodLicenceNo'],
    ],
  },
);

/** The brand's choices about partners; one row, `brand`. */
export interface PartnerPolicy {
  readonly id: string;
  readonly storeReview: StoreReview;
  readonly updatedAt: number;
}

export const policyTable = table<PartnerPolicy>(
  'partnerPolicy',
  { id: id(), storeReview: text(16), updatedAt: big() },
  { primary: ['id'] },
);

export const transferTable = table<SupplyTransfer>(
  'supplyTransfer',
  {
    id: id(),
    buyerId: id(),
    productLine: text(40),
    fromId: id(),
    toId: id(),
    proposedBy: text(8),
    reason: text(200),
    effectiveOn: day(),
    state: text(16),
    slot: id(),
    consents: json(),
    proposedAt: big(),
    closedAt: orNull(big()),
  },
  {
    primary: ['id'],
    unique: [['buyerId', 'productLine', 'slot']],
    index: [
      ['fromId', 'proposedAt', 'id'],
      ['toId', 'proposedAt', 'id'],
      ['proposedAt', 'id'],
      ['state', 'effectiveOn'],
    ],
  },
);

export const suspensionTable = table<Suspension>(
  'partnerSuspension',
  {
    id: id(),
    partyId: id(),
    sellerId: orNull(id()),
    effect: text(16),
    reason: text(200),
    startsOn: day(),
    endsOn: orNull(day()),
    state: text(16),
    setBy: id(),
    setAt: big(),
    liftedBy: orNull(id()),
    liftedAt: orNull(big()),
    liftNote: text(200),
  },
  {
    primary: ['id'],
    index: [
      ['partyId', 'setAt', 'id'],
      ['state', 'startsOn'],
      ['state', 'endsOn'],
    ],
  },
);

export const changeTable = table<PartnerChange>(
  'partnerChange',
  {
    id: id(),
    partyId: id(),
    sellerId: orNull(id()),
    kind: text(40),
    actorPartyId: id(),
    actorId: id(),
    before: json(),
    after: json(),
    reason: text(200),
    at: big(),
  },
  {
    primary: ['id'],
    index: [
      ['partyId', 'id'],
      ['sellerId', 'id'],
    ],
  },
);

export const partnerTables = [
  partyTable,
  userTable,
  sessionTable,
  addressTable,
  supplyTable,
  applicationTable,
  policyTable,
  transferTable,
  suspensionTable,
  changeTable,
  ...wechatTables,
  phoneCodeTable,
  codePaceTable,
  verifiedPhoneTable,
];
