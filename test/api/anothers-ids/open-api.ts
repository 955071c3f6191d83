import { type AnothersRowsOf, asks, own } from './row';

const webhook = { webhookId: asks('webhook', 'openApi.webhookUnknown') };

export const openApiAnothers: AnothersRowsOf<'openApi'> = {
  choices: own,
  keys: own,
  makeKey: own,
  revokeKey: { keyId: asks('apiKey', 'openApi.keyUnknown') },
  webhooks: own,
  putWebhook: webhook,
  setWebhookState: webhook,
  removeWebhook: webhook,
  rotateSecret: webhook,
  testWebhook: webhook,
  deliveries: { webhookId: asks('webhook', 'ok') },
  resend: { deliveryId: asks('hookDelivery', 'openApi.deliveryUnknown') },
};
