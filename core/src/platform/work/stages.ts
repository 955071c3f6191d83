import type { Instant } from '../clock';
import type { Job } from '../jobs/tables';
import type { OutboxEvent } from '../outbox/tables';

/** How a job that is not done stands. `late`: due and begun by nobody, or its runner fell silent. `dead`: given up. */
export const jobStages = ['waiting', 'running', 'late', 'dead'] as const;
export type JobStage = (typeof jobStages)[number];

/** How an event that is not delivered stands. `failed`: it will be tried again. `dead`: it will not by itself. */
export const eventStages = ['waiting', 'failed', 'dead'] as const;
export type EventStage = (typeof eventStages)[number];

/** Workers look once a second; what is due for longer waits for one that is away or has too much to do. */
export const lateAfterMs = 60_000;

/** The stage of a job that is not done. */
export function stageOfJob(
  { state, runAt, lockedUntil }: Pick<Job, 'state' | 'runAt' | 'lockedUntil'>,
  now: Instant,
): JobStage {
  if (state === 'dead') return 'dead';
  if (state === 'running') return lockedUntil !== null && lockedUntil > now ? 'running' : 'late';
  return runAt + lateAfterMs < now ? 'late' : 'waiting';
}

/** The stage of an event that is not delivered. */
export function stageOfEvent({ state, attempts }: Pick<OutboxEvent, 'state' | 'attempts'>): EventStage {
  if (state === 'dead') return 'dead';
  return attempts > 0 ? 'failed' : 'waiting';
}
