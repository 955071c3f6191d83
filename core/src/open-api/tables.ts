import { big, id, integer, json, orNull, table, text } from '../platform';
import type { ApiKey, ApiKeyUse, HookDelivery, Webhook, WebhookPace } from './model';

export const apiKeyTable = table<ApiKey>(
  'apiKey',
  {
    id: id(),
    partyId: id(),
    name: text(30),
    scopes: json(),
    networks: json(),
    prefix: text(16),
    tokenHash: text(64),
    createdBy: text(40),
    createdAt: big(),
    expiresAt: orNull(big()),
    revokedAt: orNull(big()),
    revokedBy: text(40),
  },
  { primary: ['id'], unique: [['tokenHash']], index: [['partyId', 'id']] },
);

export const apiKeyUseTable = table<ApiKeyUse>(
  'apiKeyUse',
  { keyId: id(), lastUsedAt: big(), lastAddress: text(45) },
  { primary: ['keyId'] },
);

export const webhookTable = table<Webhook>(
  'webhook',
  {
    id: id(),
    version: integer(),
    partyId: id(),
    name: text(30),
    url: text(300),
    types: json(),
    state: text(12),
    pausedBecause: text(12),
    secret: text(64),
    formerSecret: text(64),
    formerUntil: big(),
    changedBy: text(40),
    changedAt: big(),
  },
  { primary: ['id'], index: [['partyId', 'id']] },
);

export const webhookPaceTable = table<WebhookPace>(
  'webhookPace',
  { webhookId: id(), busyUntil: big(), failingSince: orNull(big()), lastArrivedAt: orNull(big()) },
  { primary: ['webhookId'] },
);

export const hookDeliveryTable = table<HookDelivery>(
  'hookDelivery',
  {
    id: id(),
    webhookId: id(),
    partyId: id(),
    eventId: id(),
    type: text(40),
    occurredAt: big(),
    data: json(),
    state: text(12),
    tries: integer(),
    statusCode: orNull(integer()),
    failure: text(20),
    durationMs: orNull(integer()),
    createdAt: big(),
    nextAt: big(),
    settledAt: orNull(big()),
  },
  {
    primary: ['id'],
    unique: [['webhookId', 'eventId', 'type']],
    index: [['partyId', 'id'], ['webhookId', 'state', 'nextAt'], ['state', 'nextAt'], ['createdAt']],
  },
);

export const openApiTables = [apiKeyTable, apiKeyUseTable, webhookTable, webhookPaceTable, hookDeliveryTable];
