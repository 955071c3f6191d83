import type { RecordingsOf } from './recording';

export const openApiRecordings: RecordingsOf<'openApi'> = {
  makeKey: (_, answer) => answer?.key.keyId,
  revokeKey: ({ keyId }) => keyId,
  putWebhook: ({ webhookId }) => webhookId,
  setWebhookState: ({ webhookId }) => webhookId,
  removeWebhook: ({ webhookId }) => webhookId,
  rotateSecret: ({ webhookId }) => webhookId,
  testWebhook: ({ webhookId }) => webhookId,
  resend: ({ deliveryId }) => deliveryId,
};

export const workRecordings: RecordingsOf<'work'> = {
  retryJob: ({ jobId }) => jobId,
  retryEvent: ({ eventId }) => eventId,
};

export const insightRecordings: RecordingsOf<'insight'> = {
  putPlan: ({ planId }) => planId,
  removePlan: ({ planId }) => planId,
  makeNow: ({ planId }) => planId,
};
