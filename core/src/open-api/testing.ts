import type { HookDelivery, Webhook } from './model';

/** An active one of D1's that hears of approved orders. */
export const aWebhook = (webhook: Partial<Webhook> = {}): Webhook => ({
  id: 'WH-1',
  version: 1,
  partyId: 'D1',
  name: 'ERP',
  url: 'https://erp.example.com/hooks',
  types: ['order.approved'],
  state: 'active',
  pausedBecause: '',
  secret: 'whsec_one',
  formerSecret: '',
  formerUntil: 0,
  changedBy: '王芳',
  changedAt: 0,
  ...webhook,
});

/** One that waits for its first try. */
export const aHookDelivery = (delivery: Partial<HookDelivery> = {}): HookDelivery => ({
  id: 'HD-1',
  webhookId: 'WH-1',
  partyId: 'D1',
  eventId: 'E-1',
  type: 'order.approved',
  occurredAt: 0,
  data: { orderId: 'O-1' },
  state: 'waiting',
  tries: 0,
  statusCode: null,
  failure: '',
  durationMs: null,
  createdAt: 0,
  nextAt: 0,
  settledAt: null,
  ...delivery,
});
