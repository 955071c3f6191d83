import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Done, Id, PageQuery, pageOf } from './fields';
import { route } from './route';

const JobStage = z
  .enum(['waiting', 'running', 'late', 'dead'])
  .describe('late: due for a minute and begun by nobody, or its runner fell silent; dead: given up');
const EventStage = z
  .enum(['waiting', 'failed', 'dead'])
  .describe('failed: it will be tried again; dead: given up, and later events about the same thing wait');
const Name = z
  .string()
  .max(60)
  .regex(/^[A-Za-z]+[.][A-Za-z]+$/);
const Kind = z.object({ name: z.string(), title: z.string() });
const errorField = z
  .string()
  .describe('what went wrong the last time, in a line without what it was about; empty when nothing did');

const JobView = z.object({
  jobId: z.string(),
  name: z.string(),
  title: z.string(),
  key: z.string().describe('what makes it one and the same: a day, an instant, or ids'),
  stage: JobStage,
  dueAt: At.describe('when it was meant to run'),
  runAt: At.describe('when it may run next'),
  tries: Count,
  endedAt: At.nullable().describe('when it was given up'),
  error: errorField,
});

const EventView = z.object({
  eventId: z.string(),
  name: z.string(),
  title: z.string(),
  aggregate: z.string().describe('what it happened to, such as `order:01J…`'),
  stage: EventStage,
  at: At.describe('when it happened'),
  nextAt: At.nullable().describe('when it is tried again; null: at once, or never by itself'),
  tries: Count,
  error: errorField,
  isHeldBack: z.boolean().describe('it waits for an earlier event about the same thing that has failed'),
  holdsBack: Count.describe('later events about the same thing that wait for this one'),
});

export const workRoutes = {
  overview: route(endpoints.work.overview, {
    summary: 'How many jobs and events are not done, by stage, and which kinds there are.',
    access: 'hqOwner',
    input: z.object({}),
    output: z.object({
      jobs: z.object({ waiting: Count, running: Count, late: Count, dead: Count }),
      events: z.object({ waiting: Count, failed: Count, dead: Count }),
      jobKinds: z.array(Kind),
      eventKinds: z.array(Kind),
    }),
    errors: [],
  }),
  jobs: route(endpoints.work.jobs, {
    summary: 'Jobs that are not done; those first that should have run first.',
    access: 'hqOwner',
    input: PageQuery.extend({ stage: JobStage.optional(), name: Name.optional() }),
    output: pageOf(JobView),
    errors: [],
  }),
  events: route(endpoints.work.events, {
    summary: 'Events that are not delivered, in the order they were made.',
    access: 'hqOwner',
    input: PageQuery.extend({ stage: EventStage.optional(), name: Name.optional() }),
    output: pageOf(EventView),
    errors: [],
  }),
  retryJob: route(endpoints.work.retryJob, {
    summary: 'Let a job that was given up be tried again.',
    access: 'hqOwner',
    input: z.object({ commandId: Id, jobId: Id }),
    output: Done,
    errors: ['work.jobUnknown', 'work.notDead', 'command.idReused'],
  }),
  retryEvent: route(endpoints.work.retryEvent, {
    summary: 'Let an event that was given up be delivered again, and with it those that wait for it.',
    access: 'hqOwner',
    input: z.object({ commandId: Id, eventId: Id }),
    output: Done,
    errors: ['work.eventUnknown', 'work.notDead', 'command.idReused'],
  }),
};
