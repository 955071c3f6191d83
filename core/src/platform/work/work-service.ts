import type { Caller } from '../caller';
import type { Clock } from '../clock';
import { answerOnce } from '../commands';
import { pageOf, readCursor } from '../cursor';
import type { Database, Tx } from '../database/database';
import type { Job, Jobs } from '../jobs';
import { jobStore } from '../jobs/store';
import type { Outbox, OutboxEvent } from '../outbox';
import { outboxStore } from '../outbox/store';
import { Refused } from '../refusals';
import { type EventStage, type JobStage, stageOfEvent, stageOfJob } from './stages';
import { tellError } from './tell-error';
import { workStore } from './work-store';

export interface WorkQuery<Stage> {
  readonly stage?: Stage | undefined;
  readonly name?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A job that is not done. What it was asked with stays here: it may be about people. */
export interface SeenJob extends Pick<Job, 'id' | 'name' | 'dueAt' | 'runAt' | 'attempts' | 'finishedAt'> {
  /** What makes it one and the same: a day, an instant, or ids. */
  readonly key: string;
  readonly stage: JobStage;
  /** What went wrong the last time, in a line without what it was about; empty when nothing did. */
  readonly error: string;
}

/** An event that is not delivered, without what it tells. */
export interface SeenEvent extends Pick<
  OutboxEvent,
  'id' | 'name' | 'aggregate' | 'at' | 'nextAttemptAt' | 'attempts'
> {
  readonly stage: EventStage;
  readonly error: string;
  /** An earlier event about the same thing has failed, and this one comes after it. */
  readonly isHeldBack: boolean;
  /** Later events about the same thing that wait for this one. */
  readonly holdsBack: number;
}

interface WorkParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly outbox: Outbox;
}

/** 任务与事件: work of the house that is not done, for who looks after it. HQ's owner alone. */
export function workService({ database, clock, jobs, outbox }: WorkParts) {
  /** Lets one thing be tried again that was given up, and writes nothing for anything else. */
  const retry = (
    caller: Caller,
    command: { readonly commandId: string; readonly kind: string; readonly input: unknown },
    work: (tx: Tx) => Promise<object>,
  ) =>
    database.transaction((tx) =>
      answerOnce(tx, { ...command, partyId: caller.partyId, at: caller.at }, () => work(tx)),
    );

  return {
    /** How much there is in each stage, and which kinds of work there are. */
    overview: () =>
      database.read(async (tx) => ({
        jobs: await workStore(tx).countJobs(clock.now()),
        events: await workStore(tx).countEvents(),
        jobNames: jobs.names(),
        eventNames: outbox.names(),
      })),

    /** Jobs that are not done; those first that should have run first. */
    jobs: ({ stage, name, cursor, limit }: WorkQuery<JobStage>) =>
      database.read(async (tx) => {
        const now = clock.now();
        const after = cursor ? readCursor(cursor, 'number', 'string') : null;
        const filter = { stage: stage ?? null, name: name ?? null };
        const found = await workStore(tx).jobs(filter, now, { after, limit: limit + 1 });
        const { items, nextCursor } = pageOf(found, limit, ({ runAt, id }) => [runAt, id]);
        return {
          items: items.map(({ id, name, slotKey, dueAt, runAt, attempts, finishedAt, ...job }): SeenJob => ({
            id,
            name,
            key: slotKey.slice(name.length + 1),
            stage: stageOfJob({ ...job, runAt }, now),
            dueAt,
            runAt,
            attempts,
            finishedAt,
            error: tellError(job.lastError ?? ''),
          })),
          nextCursor,
        };
      }),

    /** Events that are not delivered, in the order they were made. */
    events: ({ stage, name, cursor, limit }: WorkQuery<EventStage>) =>
      database.read(async (tx) => {
        const store = workStore(tx);
        const after = cursor ? readCursor(cursor, 'number')[0] : null;
        const filter = { stage: stage ?? null, name: name ?? null };
        const found = await store.events(filter, { after, limit: limit + 1 });
        const { items, nextCursor } = pageOf(found, limit, ({ position }) => [position]);
        const behind = await store.behind([...new Set(items.map(({ aggregate }) => aggregate))]);
        return {
          items: items.map(({ id, name, aggregate, at, nextAttemptAt, attempts, ...event }): SeenEvent => {
            const stage = stageOfEvent({ ...event, attempts });
            const { open = 0, stuck = 0 } = behind.get(aggregate) ?? {};
            // Only the first of an aggregate is tried, so all others that are open wait for it.
            const holdsBack = stage === 'waiting' ? 0 : stage === 'failed' ? open - 1 : open;
            return {
              id,
              name,
              aggregate,
              at,
              nextAttemptAt,
              attempts,
              stage,
              error: tellError(event.lastError ?? ''),
              isHeldBack: stage === 'waiting' && stuck > 0,
              holdsBack: Math.max(0, holdsBack),
            };
          }),
          nextCursor,
        };
      }),

    /**
     * Lets a job that was given up be tried again, as often as a new one.
     * @throws work.jobUnknown, work.notDead, command.idReused
     */
    async retryJob(caller: Caller, input: { readonly commandId: string; readonly jobId: string }) {
      const { commandId, jobId } = input;
      await retry(caller, { commandId, kind: 'work.retryJob', input }, async (tx) => {
        if (!(await workStore(tx).hasJob(jobId))) throw new Refused('work.jobUnknown');
        if ((await jobStore(tx).revive(jobId, caller.at)) === 0) throw new Refused('work.notDead');
        return {};
      });
      jobs.poke();
    },

    /**
     * Lets an event that was given up be delivered again, and with it those that wait for it. Who has had it already
     * does not get it twice.
     * @throws work.eventUnknown, work.notDead, command.idReused
     */
    async retryEvent(caller: Caller, input: { readonly commandId: string; readonly eventId: string }) {
      const { commandId, eventId } = input;
      await retry(caller, { commandId, kind: 'work.retryEvent', input }, async (tx) => {
        if (!(await workStore(tx).hasEvent(eventId))) throw new Refused('work.eventUnknown');
        if ((await outboxStore(tx).revive(eventId, caller.at)) === 0) throw new Refused('work.notDead');
        return {};
      });
      outbox.poke();
    },
  };
}
