import {
  type Core,
  type HookDelivery,
  hookTypes,
  keyStandingOf,
  scopesFor,
  type SeenApiKey,
  type SeenWebhook,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { at, atOrNull } from './wire';

export const openApiHandlers = ({ openApi }: Core): HandlersOf<'openApi'> => ({
  choices: (_, { partyKind }) =>
    Promise.resolve({ scopes: [...scopesFor(partyKind)], types: [...hookTypes] }),
  keys: async (query, caller) => {
    const { items, nextCursor } = await openApi.keys(caller, query);
    return { items: items.map((one) => viewKey(one, caller.at)), nextCursor };
  },
  makeKey: async ({ expiresAt, ...input }, caller) => {
    const expiry = expiresAt === null ? null : Date.parse(expiresAt);
    const { key, token } = await openApi.makeKey(caller, { ...input, expiresAt: expiry });
    return { key: viewKey({ key, use: undefined }, caller.at), token };
  },
  revokeKey: async (input, caller) => viewKey(await openApi.revokeKey(caller, input), caller.at),
  webhooks: async (_, caller) => ({
    items: (await openApi.webhooks(caller)).map((one) => viewWebhook(one, caller.at)),
  }),
  putWebhook: async (input, caller) => {
    const { secret, ...seen } = await openApi.putWebhook(caller, input);
    return { webhook: viewWebhook(seen, caller.at), secret };
  },
  setWebhookState: async (input, caller) =>
    viewWebhook(await openApi.setWebhookState(caller, input), caller.at),
  removeWebhook: async (input, caller) => {
    await openApi.removeWebhook(caller, input);
    return { done: true };
  },
  rotateSecret: async (input, caller) => {
    const { secret, ...seen } = await openApi.rotateSecret(caller, input);
    return { webhook: viewWebhook(seen, caller.at), secret };
  },
  testWebhook: async (input, caller) => ({ deliveryId: (await openApi.testWebhook(caller, input)).id }),
  deliveries: async (query, caller) => {
    const { items, nextCursor } = await openApi.deliveries(caller, query);
    return { items: items.map(viewDelivery), nextCursor };
  },
  resend: async (input, caller) => {
    await openApi.resend(caller, input);
    return { done: true };
  },
});

/** A key as it stands at a moment. */
const viewKey = ({ key, use }: SeenApiKey, moment: number) => ({
  keyId: key.id,
  name: key.name,
  standing: keyStandingOf(key, moment),
  prefix: key.prefix,
  scopes: [...key.scopes],
  networks: [...key.networks],
  createdBy: key.createdBy,
  createdAt: at(key.createdAt),
  expiresAt: atOrNull(key.expiresAt),
  revokedBy: key.revokedBy,
  revokedAt: atOrNull(key.revokedAt),
  lastUsedAt: atOrNull(use?.lastUsedAt ?? null),
  lastAddress: use?.lastAddress ?? '',
});

const viewWebhook = ({ webhook, pace }: SeenWebhook, moment: number) => ({
  webhookId: webhook.id,
  version: webhook.version,
  name: webhook.name,
  url: webhook.url,
  types: [...webhook.types],
  state: webhook.state,
  pausedBecause: webhook.pausedBecause,
  failingSince: atOrNull(pace?.failingSince ?? null),
  lastArrivedAt: atOrNull(pace?.lastArrivedAt ?? null),
  formerSecretUntil: webhook.formerUntil > moment ? at(webhook.formerUntil) : null,
  changedBy: webhook.changedBy,
  changedAt: at(webhook.changedAt),
});

const viewDelivery = (one: { readonly delivery: HookDelivery; readonly webhookName: string | null }) => {
  const { delivery, webhookName } = one;
  const occurredAt = at(delivery.occurredAt);
  return {
    deliveryId: delivery.id,
    webhookId: delivery.webhookId,
    webhookName,
    type: delivery.type,
    eventId: delivery.eventId,
    occurredAt,
    body: JSON.stringify({ id: delivery.id, type: delivery.type, occurredAt, data: delivery.data }, null, 2),
    state: delivery.state,
    tries: delivery.tries,
    statusCode: delivery.statusCode,
    failure: delivery.failure,
    durationMs: delivery.durationMs,
    createdAt: at(delivery.createdAt),
    nextAt: delivery.state === 'waiting' ? at(delivery.nextAt) : null,
    settledAt: atOrNull(delivery.settledAt),
  };
};
