import { big, id, orNull, table, text } from '../platform';
import type { WechatBinding, WechatRebinding, WechatState, WechatTicket } from './wechat-binding';

const person = { app: text(16), appid: text(32), openid: text(64), unionid: orNull(text(64)) };

export const wechatBindingTable = table<WechatBinding>(
  'wechatBinding',
  { userId: id(), ...person, boundAt: big(), unboundAt: orNull(big()) },
  { primary: ['userId', 'appid'], unique: [['appid', 'openid']], index: [['unionid']] },
);

export const wechatTicketTable = table<WechatTicket>(
  'wechatTicket',
  { ticketHash: text(64), ...person, expiresAt: big() },
  { primary: ['ticketHash'], index: [['expiresAt']] },
);

export const wechatRebindingTable = table<WechatRebinding>(
  'wechatRebinding',
  {
    id: id(),
    userId: id(),
    partyId: id(),
    ...person,
    device: text(100),
    fromOpenid: orNull(text(64)),
    fromBoundAt: orNull(big()),
    state: text(16),
    slot: id(),
    askedAt: big(),
    decidedBy: orNull(id()),
    decidedAt: orNull(big()),
    reason: text(200),
  },
  {
    primary: ['id'],
    unique: [['userId', 'appid', 'slot']],
    index: [
      ['partyId', 'state', 'id'],
      ['state', 'id'],
    ],
  },
);

export const wechatStateTable = table<WechatState>(
  'wechatState',
  { stateHash: text(64), sessionId: id(), expiresAt: big() },
  { primary: ['stateHash'], index: [['expiresAt']] },
);

export const wechatTables = [wechatBindingTable, wechatTicketTable, wechatStateTable, wechatRebindingTable];
