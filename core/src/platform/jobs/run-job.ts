import { randomUUID } from 'node:crypto';
import { messageOf, type Backoff, waitAfter } from '../backoff';
import type { Clock } from '../clock';
import type { Database } from '../database/database';
import type { Log } from '../log';
import type { JobDefinition } from './definition';
import { jobStore } from './store';
import type { Job } from './tables';

export interface JobRun {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly leaseMs: number;
  readonly backoff: Backoff;
}

export interface Claimed {
  readonly job: Job;
  readonly owner: string;
}

/** Takes the job for this process, or answers null when somebody was faster. */
export async function claimJob({ database, clock, leaseMs }: JobRun, job: Job): Promise<Claimed | null> {
  const owner = randomUUID();
  const lockedUntil = clock.now() + leaseMs;
  const claimed = await database.transaction((tx) => jobStore(tx).claim(job, { owner, lockedUntil }));
  return claimed > 0 ? { job: { ...job, attempts: job.attempts + 1 }, owner } : null;
}

/** Runs a claimed job and writes down how it ended. Never throws. */
export async function runClaimed(
  run: JobRun,
  { job, owner }: Claimed,
  definition: JobDefinition,
  stopping: AbortSignal,
): Promise<void> {
  const lease = keepLease(run, job.id, owner);
  const context = {
    key: job.slotKey.slice(job.name.length + 1),
    payload: job.payload,
    dueAt: job.dueAt,
    attempt: job.attempts,
    signal: AbortSignal.any([lease.lost, stopping]),
    log: run.log,
    assertMine: async (tx: Parameters<typeof jobStore>[0]) => {
      const renewed = await jobStore(tx).renew(job.id, owner, run.clock.now() + run.leaseMs);
      if (renewed === 0) throw new Error(`${job.slotKey} was taken over`);
    },
  };
  try {
    // A job that ends its process must not be tried for ever.
    if (job.attempts > run.backoff.attemptLimit) throw new Error('its runner fell silent every time');
    await definition.run(context);
    await run.database.transaction((tx) => jobStore(tx).finish(job.id, owner, run.clock.now()));
  } catch (error) {
    await writeFailure(run, { job, owner }, messageOf(error)).catch((unwritten: unknown) =>
      // Its lease runs out, and somebody tries again.
      run.log.warn({ job: job.slotKey, error: messageOf(unwritten) }, 'job failure is not written'),
    );
  } finally {
    await lease.end();
  }
}

async function writeFailure(run: JobRun, { job, owner }: Claimed, error: string) {
  const now = run.clock.now();
  const waitMs = waitAfter(job.attempts, run.backoff);
  const fields = { job: job.slotKey, attempt: job.attempts, error };
  if (waitMs === null) run.log.error(fields, 'job is dead');
  else run.log.warn(fields, 'job failed');
  await run.database.transaction((tx) =>
    jobStore(tx).fail(
      job.id,
      owner,
      waitMs === null
        ? { state: 'dead', runAt: job.runAt, finishedAt: now, error }
        : { state: 'queued', runAt: now + waitMs, finishedAt: null, error },
    ),
  );
}

function keepLease({ database, clock, log, leaseMs }: JobRun, id: string, owner: string) {
  const lost = new AbortController();
  let renewing = Promise.resolve();
  const renew = async () => {
    try {
      const kept = await database.transaction((tx) => jobStore(tx).renew(id, owner, clock.now() + leaseMs));
      if (kept === 0) lost.abort();
    } catch (error) {
      log.warn({ job: id, error: messageOf(error) }, 'job lease is not renewed');
    }
  };
  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, leaseMs / 3);
  return {
    lost: lost.signal,
    async end() {
      clearInterval(timer);
      await renewing;
    },
  };
}
