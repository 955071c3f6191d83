import { owners, type RowsOf } from './row';

const webhookUnknown = 'openApi.webhookUnknown';
const keyUnknown = 'openApi.keyUnknown';
const deliveryUnknown = 'openApi.deliveryUnknown';
const nothing = { webhookId: 'NO-SUCH-WEBHOOK', expectedVersion: 1 };

/** Inputs change nothing: they ask, or name what there is not. */
export const openApiRows: RowsOf<'openApi'> = {
  choices: { input: {}, answers: owners('ok', 'ok', 'ok') },
  keys: { input: {}, answers: owners('ok', 'ok', 'ok') },
  makeKey: {
    input: { commandId: 'ACCESS-OA1', name: 'ERP', scopes: ['orders.read'], networks: ['erp.example.com'] },
    answers: owners('openApi.networkWrong', 'openApi.networkWrong', 'openApi.networkWrong'),
  },
  revokeKey: {
    input: { commandId: 'ACCESS-OA2', keyId: 'NO-SUCH-KEY' },
    answers: owners(keyUnknown, keyUnknown, keyUnknown),
  },
  webhooks: { input: {}, answers: owners('ok', 'ok', 'ok') },
  putWebhook: {
    input: {
      ...nothing,
      commandId: 'ACCESS-OA3',
      name: 'ERP',
      url: 'https://erp.example.com/hooks',
      types: ['order.approved'],
    },
    answers: owners(webhookUnknown, webhookUnknown, webhookUnknown),
  },
  setWebhookState: {
    input: { ...nothing, commandId: 'ACCESS-OA4', state: 'paused' },
    answers: owners(webhookUnknown, webhookUnknown, webhookUnknown),
  },
  removeWebhook: {
    input: { ...nothing, commandId: 'ACCESS-OA5' },
    answers: owners(webhookUnknown, webhookUnknown, webhookUnknown),
  },
  rotateSecret: {
    input: { ...nothing, commandId: 'ACCESS-OA6' },
    answers: owners(webhookUnknown, webhookUnknown, webhookUnknown),
  },
  testWebhook: {
    input: { commandId: 'ACCESS-OA7', webhookId: 'NO-SUCH-WEBHOOK' },
    answers: owners(webhookUnknown, webhookUnknown, webhookUnknown),
  },
  deliveries: { input: {}, answers: owners('ok', 'ok', 'ok') },
  resend: {
    input: { commandId: 'ACCESS-OA8', deliveryId: 'NO-SUCH-DELIVERY' },
    answers: owners(deliveryUnknown, deliveryUnknown, deliveryUnknown),
  },
};
