import type { RecordingsOf } from './recording';

export const workRecordings: RecordingsOf<'work'> = {
  retryJob: ({ jobId }) => jobId,
  retryEvent: ({ eventId }) => eventId,
};

export const insightRecordings: RecordingsOf<'insight'> = {
  putPlan: ({ planId }) => planId,
  removePlan: ({ planId }) => planId,
  makeNow: ({ planId }) => planId,
};
