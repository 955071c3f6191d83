import { big, flag, id, integer, json, orNull, table, text } from '../platform';
import type { Message, MessageConsent, MessageSend, SaleReminder } from './model';

export const messageTable = table<Message>(
  'message',
  {
    id: id(),
    eventId: text(60),
    userId: id(),
    partyId: id(),
    kind: text(24),
    subject: text(16),
    subjectId: id(),
    title: text(40),
    body: text(200),
    at: big(),
    readAt: orNull(big()),
  },
  {
    primary: ['id'],
    unique: [['eventId', 'userId']],
    index: [['userId', 'id'], ['userId', 'readAt'], ['at']],
  },
);

export const messageConsentTable = table<MessageConsent>(
  'messageConsent',
  {
    userId: id(),
    openid: text(64),
    templateId: text(64),
    consents: integer(),
    isBanned: flag(),
    changedAt: big(),
  },
  { primary: ['userId', 'openid', 'templateId'] },
);

export const messageSendTable = table<MessageSend>(
  'messageSend',
  {
    id: id(),
    messageId: id(),
    userId: id(),
    kind: text(24),
    openid: text(64),
    templateId: text(64),
    fields: json(),
    page: text(120),
    state: text(12),
    tries: integer(),
    code: text(40),
    createdAt: big(),
    endsAt: big(),
    settledAt: orNull(big()),
  },
  { primary: ['id'], index: [['messageId'], ['state', 'id']] },
);

export const saleReminderTable = table<SaleReminder>(
  'saleReminder',
  {
    id: id(),
    userId: id(),
    partyId: id(),
    subject: text(16),
    subjectId: id(),
    remindAt: big(),
    askedAt: big(),
    toldAt: orNull(big()),
  },
  {
    primary: ['id'],
    unique: [['userId', 'subject', 'subjectId']],
    index: [['toldAt', 'remindAt'], ['remindAt']],
  },
);

export const messageTables = [messageTable, messageConsentTable, messageSendTable, saleReminderTable];
