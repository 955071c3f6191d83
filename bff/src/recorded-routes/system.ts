import type { RecordingsOf } from './recording';

export const workRecordings: RecordingsOf<'work'> = {
  retryJob: ({ jobId }) => jobId,
  retryEvent: ({ eventId }) => eventId,
};
