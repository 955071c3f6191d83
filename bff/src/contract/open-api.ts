import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Done, Id, PageQuery, pageOf } from './fields';
import { route } from './route';

const command = { commandId: Id.describe('made by the caller; repeating it gets the first answer') };
const Name = z.string().trim().min(1).max(30);
const Scope = z.enum([
  'catalog.read',
  'orders.read',
  'orders.write',
  'orders.review',
  'orders.fulfil',
  'stock.read',
  'stock.write',
  'credit.read',
]);
const HookType = z.enum([
  'order.placed',
  'order.approved',
  'order.rejected',
  'order.edited',
  'order.cancelled',
  'order.shipped',
  'order.signed',
  'payment.paid',
  'payment.refunded',
  'afterSales.requested',
  'afterSales.approved',
  'afterSales.refused',
  'afterSales.closed',
]);
const DeliveryType = z.enum([...HookType.options, 'webhook.test']);
const KeyStanding = z.enum(['live', 'expired', 'revoked']);
const DeliveryState = z
  .enum(['waiting', 'delivered', 'dead'])
  .describe('dead: nobody tries again by himself');
const Secret = z
  .string()
  .nullable()
  .describe('said once, in the answer that made it; null in a repeat and after other changes');

const KeyView = z.object({
  keyId: Id,
  name: z.string(),
  standing: KeyStanding,
  prefix: z.string().describe('how its token begins'),
  scopes: z.array(Scope),
  networks: z.array(z.string()).describe('where it may come from; none: from anywhere'),
  createdBy: z.string(),
  createdAt: At,
  expiresAt: At.nullable(),
  revokedBy: z.string(),
  revokedAt: At.nullable(),
  lastUsedAt: At.nullable().describe('to the minute'),
  lastAddress: z.string(),
});

const WebhookView = z.object({
  webhookId: Id,
  version: z.int(),
  name: z.string(),
  url: z.string(),
  types: z.array(HookType),
  state: z.enum(['active', 'paused']),
  pausedBecause: z.enum(['', 'failing']).describe('failing: nothing arrived for three days'),
  failingSince: At.nullable(),
  lastArrivedAt: At.nullable(),
  formerSecretUntil: At.nullable().describe('so long messages carry the signature of the former secret too'),
  changedBy: z.string().describe('empty: the house itself'),
  changedAt: At,
});

const DeliveryView = z.object({
  deliveryId: Id,
  webhookId: Id,
  webhookName: z.string().nullable().describe('null: the webhook was removed'),
  type: DeliveryType,
  eventId: z.string(),
  occurredAt: At,
  body: z.string().describe('what was sent, as JSON'),
  state: DeliveryState,
  tries: Count,
  statusCode: z.int().nullable().describe('of the last try; null: nobody answered'),
  failure: z.enum(['', 'timeout', 'unreachable', 'addressForbidden', 'statusRefused', 'removed']),
  durationMs: Count.nullable(),
  createdAt: At,
  nextAt: At.nullable().describe('when it is tried again; null: it is settled'),
  settledAt: At.nullable(),
});

const expectedVersion = z.int().min(0).describe('the version the caller has seen; 0 for a new one');
const oneWebhook = z.object({ ...command, webhookId: Id, expectedVersion });
const ofOneWebhook = ['openApi.webhookUnknown', 'openApi.versionChanged', 'command.idReused'] as const;

export const openApiRoutes = {
  choices: route(endpoints.openApi.choices, {
    summary: 'The scopes my keys may have, and the events my webhooks may hear.',
    access: 'owner',
    input: z.object({}),
    output: z.object({ scopes: z.array(Scope), types: z.array(HookType) }),
    errors: [],
  }),
  keys: route(endpoints.openApi.keys, {
    summary: 'My party’s keys, newest first.',
    access: 'owner',
    input: PageQuery.extend({ standing: KeyStanding.optional() }),
    output: pageOf(KeyView),
    errors: [],
  }),
  makeKey: route(endpoints.openApi.makeKey, {
    summary: 'Make a key for a program. Its token is said in this answer and never again.',
    access: 'owner',
    input: z.object({
      ...command,
      name: Name,
      scopes: z.array(Scope).min(1).max(Scope.options.length),
      networks: z.array(z.string().trim().max(45)).max(20).default([]).describe('addresses or CIDR networks'),
      expiresAt: At.nullable().default(null),
    }),
    output: z.object({ key: KeyView, token: Secret }),
    errors: [
      'openApi.scopeUnfit',
      'openApi.networkWrong',
      'openApi.expiryOver',
      'openApi.tooManyKeys',
      'command.idReused',
    ],
  }),
  revokeKey: route(endpoints.openApi.revokeKey, {
    summary: 'End a key for good, everywhere from the next call on.',
    access: 'owner',
    input: z.object({ ...command, keyId: Id }),
    output: KeyView,
    errors: ['openApi.keyUnknown', 'openApi.keyRevoked', 'command.idReused'],
  }),
  webhooks: route(endpoints.openApi.webhooks, {
    summary: 'My party’s webhooks.',
    access: 'owner',
    input: z.object({}),
    output: z.object({ items: z.array(WebhookView) }),
    errors: [],
  }),
  putWebhook: route(endpoints.openApi.putWebhook, {
    summary: 'Register an address that is told of events, or change one. The secret is said once.',
    access: 'owner',
    input: z.object({
      ...command,
      webhookId: Id,
      expectedVersion,
      name: Name,
      url: z.string().trim().min(1).max(300),
      types: z.array(HookType).min(1).max(HookType.options.length),
    }),
    output: z.object({ webhook: WebhookView, secret: Secret }),
    errors: [
      ...ofOneWebhook,
      'openApi.urlWrong',
      'openApi.urlNotHttps',
      'openApi.addressForbidden',
      'openApi.tooManyWebhooks',
    ],
  }),
  setWebhookState: route(endpoints.openApi.setWebhookState, {
    summary: 'Let a webhook stand still or go on. What happens meanwhile is not kept for it.',
    access: 'owner',
    input: oneWebhook.extend({ state: z.enum(['active', 'paused']) }),
    output: WebhookView,
    errors: [...ofOneWebhook],
  }),
  removeWebhook: route(endpoints.openApi.removeWebhook, {
    summary: 'Take a webhook away; what waits for it is not sent.',
    access: 'owner',
    input: oneWebhook,
    output: Done,
    errors: [...ofOneWebhook],
  }),
  rotateSecret: route(endpoints.openApi.rotateSecret, {
    summary: 'Give a webhook another secret; the former one signs along for a day.',
    access: 'owner',
    input: oneWebhook,
    output: z.object({ webhook: WebhookView, secret: Secret }),
    errors: [...ofOneWebhook],
  }),
  testWebhook: route(endpoints.openApi.testWebhook, {
    summary: 'Send a webhook a message that means nothing.',
    access: 'owner',
    input: z.object({ ...command, webhookId: Id }),
    output: z.object({ deliveryId: Id }),
    errors: ['openApi.webhookUnknown', 'openApi.webhookPaused', 'command.idReused'],
  }),
  deliveries: route(endpoints.openApi.deliveries, {
    summary: 'Messages to my webhooks, newest first; they are kept for 30 days.',
    access: 'owner',
    input: PageQuery.extend({
      webhookId: Id.optional(),
      state: DeliveryState.optional(),
      type: DeliveryType.optional(),
    }),
    output: pageOf(DeliveryView),
    errors: [],
  }),
  resend: route(endpoints.openApi.resend, {
    summary: 'Send a message again that has arrived or was given up.',
    access: 'owner',
    input: z.object({ ...command, deliveryId: Id }),
    output: Done,
    errors: [
      'openApi.deliveryUnknown',
      'openApi.deliveryWaits',
      'openApi.webhookUnknown',
      'openApi.webhookPaused',
      'command.idReused',
    ],
  }),
};
