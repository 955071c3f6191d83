import type { Core, SeenEvent, SeenJob } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { at, atOrNull } from './wire';
import { eventTitle, jobTitle } from './work-words';

const done = { done: true } as const;

const viewJob = (job: SeenJob) => ({
  jobId: job.id,
  name: job.name,
  title: jobTitle(job.name),
  key: job.key,
  stage: job.stage,
  dueAt: at(job.dueAt),
  runAt: at(job.runAt),
  tries: job.attempts,
  endedAt: atOrNull(job.finishedAt),
  error: job.error,
});

const viewEvent = (event: SeenEvent) => ({
  eventId: event.id,
  name: event.name,
  title: eventTitle(event.name),
  aggregate: event.aggregate,
  stage: event.stage,
  at: at(event.at),
  nextAt: event.stage === 'failed' ? at(event.nextAttemptAt) : null,
  tries: event.attempts,
  error: event.error,
  isHeldBack: event.isHeldBack,
  holdsBack: event.holdsBack,
});

const kindsOf = (names: readonly string[], titleOf: (name: string) => string) =>
  names.map((name) => ({ name, title: titleOf(name) }));

export const workHandlers = ({ work }: Core): HandlersOf<'work'> => ({
  overview: async () => {
    const { jobs, events, jobNames, eventNames } = await work.overview();
    return {
      jobs,
      events,
      jobKinds: kindsOf(jobNames, jobTitle),
      eventKinds: kindsOf(eventNames, eventTitle),
    };
  },
  jobs: async (query) => {
    const { items, nextCursor } = await work.jobs(query);
    return { items: items.map(viewJob), nextCursor };
  },
  events: async (query) => {
    const { items, nextCursor } = await work.events(query);
    return { items: items.map(viewEvent), nextCursor };
  },
  retryJob: async (input, caller) => {
    await work.retryJob(caller, input);
    return done;
  },
  retryEvent: async (input, caller) => {
    await work.retryEvent(caller, input);
    return done;
  },
});
