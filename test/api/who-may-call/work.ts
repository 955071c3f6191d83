import { hqOwner, type RowsOf } from './row';

export const workRows: RowsOf<'work'> = {
  overview: { input: {}, answers: hqOwner('ok') },
  jobs: { input: { stage: 'dead' }, answers: hqOwner('ok') },
  events: { input: { stage: 'dead' }, answers: hqOwner('ok') },
  retryJob: {
    input: { commandId: 'ACCESS-WORK1', jobId: 'NO-SUCH-JOB' },
    answers: hqOwner('work.jobUnknown'),
  },
  retryEvent: {
    input: { commandId: 'ACCESS-WORK2', eventId: 'NO-SUCH-EVENT' },
    answers: hqOwner('work.eventUnknown'),
  },
};
