import { big, flag, id, integer, json, orNull, table, text } from '../platform';
import type { Address, Party, Session, Supply, User } from './model';

export const partyTable = table<Party>(
  'party',
  {
    id: id(),
    code: text(16),
    kind: text(16),
    name: text(80),
    level: integer(),
    channel: text(16),
    regionCode: text(6),
    status: text(16),
    orderMinimumFen: big(),
    minimumLifeBp: orNull(integer()),
    createdAt: big(),
  },
  { primary: ['id'], unique: [['code']], index: [['kind', 'name']] },
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
    detail: text(200),
    isDefault: flag(),
  },
  { primary: ['id'], index: [['partyId']] },
);

export const supplyTable = table<Supply>(
  'supply',
  { buyerId: id(), sellerId: id(), since: big() },
  { primary: ['buyerId', 'sellerId'], index: [['sellerId', 'buyerId']] },
);

export const partnerTables = [partyTable, userTable, sessionTable, addressTable, supplyTable];
