import type { Backoff } from '../backoff';
import { type Clock, dayMs, type Instant } from '../clock';
import type { Database, Tx } from '../database/database';
import type { NewId } from '../ids';
import type { Log } from '../log';
import { loopOf, within } from '../loop';
import { type JobDefinition, latestSlot } from './definition';
import { claimJob, runClaimed } from './run-job';
import { type JobCounts, jobStore } from './store';
import { type Job, slotKeyLength } from './tables';

export interface JobOptions {
  readonly pollMs: number;
  readonly leaseMs: number;
  /** Jobs this process runs at once. */
  readonly atOnce: number;
  readonly backoff: Backoff;
  /** Finished runs are kept this long. */
  readonly keptDays: number;
  readonly stopWaitMs: number;
}

const defaults: JobOptions = {
  pollMs: 1_000,
  leaseMs: 30_000,
  atOnce: 4,
  backoff: { firstWaitMs: 5_000, longestWaitMs: 1_800_000, attemptLimit: 8 },
  keptDays: 30,
  stopWaitMs: 15_000,
};

const purgedTogether = 500;
const abortWaitMs = 1_000;

export interface JobRequest {
  readonly name: string;
  /** What makes it one and the same: a second request under the same key changes nothing. */
  readonly key: string;
  /** Plain JSON. */
  readonly payload: unknown;
  readonly runAt: Instant;
}

/** Work for later. Each job runs once wherever it runs, and again only when its run failed. */
export interface Jobs {
  register(...definitions: readonly JobDefinition[]): void;
  /** What the jobs are called that are registered here. */
  names(): readonly string[];
  /** Asks for a run when `tx` commits. False when it had been asked for already. */
  enqueue(tx: Tx, request: JobRequest): Promise<boolean>;
  /** Runs jobs in the background until `stop`, which waits for those under way. */
  start(): void;
  stop(): Promise<void>;
  /** Looks for work now instead of at the next poll. */
  poke(): void;
  /** Runs all that is due now and waits for it. For tools and tests. */
  runDue(): Promise<void>;
  /** Jobs given up on, oldest first. */
  dead(limit: number): Promise<Job[]>;
  /** Lets a dead job be tried again. False when it is not dead. */
  retry(jobId: string): Promise<boolean>;
  counts(): Promise<JobCounts>;
  /** Removes runs that ended long ago and answers how many. */
  purge(): Promise<number>;
}

export interface JobParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
}

export function openJobs(parts: JobParts, options: Partial<JobOptions> = {}): Jobs {
  const { database, clock, newId, log } = parts;
  const settings = { ...defaults, ...options };
  const run = { ...parts, ...settings };
  const definitions = new Map<string, JobDefinition>();
  const knownSlots = new Map<string, string>();
  const running = new Set<Promise<void>>();
  let stopping = new AbortController();

  const enqueue = async (tx: Tx, { name, key, payload, runAt }: JobRequest) => {
    const slotKey = `${name}:${key}`;
    if (slotKey.length > slotKeyLength) throw new RangeError(`a job's key is too long: ${slotKey}`);
    const added = await jobStore(tx).insertMissing({
      id: newId(),
      name,
      slotKey,
      payload,
      state: 'queued',
      dueAt: runAt,
      runAt,
      attempts: 0,
      owner: null,
      lockedUntil: null,
      lastError: null,
      finishedAt: null,
    });
    return added > 0;
  };

  const enqueueSlots = async () => {
    for (const { name, every } of definitions.values()) {
      if (!every) continue;
      const { key, dueAt } = latestSlot(every, clock.now());
      if (knownSlots.get(name) === key) continue;
      await database.transaction(async (tx) => {
        // A day is a day's work of its own; of a job in steps one run at a time is enough.
        if ('ms' in every && (await jobStore(tx).unfinished(name)) > 0) return;
        await enqueue(tx, { name, key, payload: null, runAt: dueAt });
      });
      knownSlots.set(name, key);
    }
  };

  /** Starts what is due and fits, and answers how many jobs that was. */
  const startDue = async () => {
    await enqueueSlots();
    const free = settings.atOnce - running.size;
    if (free <= 0) return 0;
    const names = [...definitions.keys()];
    const due = await database.read((tx) => jobStore(tx).due(names, clock.now(), free));
    let started = 0;
    for (const job of due) {
      const definition = definitions.get(job.name);
      if (!definition || stopping.signal.aborted) continue;
      const claimed = await claimJob(run, job);
      if (!claimed) continue;
      started += 1;
      const work = runClaimed(run, claimed, definition, stopping.signal).finally(() => {
        running.delete(work);
        loop.wake();
      });
      running.add(work);
    }
    return started;
  };

  const loop = loopOf({
    name: 'jobs',
    pollMs: settings.pollMs,
    log,
    round: async () => {
      await startDue();
    },
  });

  return {
    register(...added) {
      for (const definition of added) {
        if (definitions.has(definition.name)) throw new Error(`two jobs are called ${definition.name}`);
        definitions.set(definition.name, definition);
      }
    },
    names: () => [...definitions.keys()],
    enqueue,
    start() {
      stopping = new AbortController();
      loop.start();
    },
    async stop() {
      await loop.stop(settings.stopWaitMs);
      const ended = Promise.all(running);
      await within(ended, settings.stopWaitMs);
      // What goes on is told to end; its lease runs out, and another process takes over.
      stopping.abort();
      await within(ended, abortWaitMs);
    },
    poke: loop.wake,
    async runDue() {
      do await Promise.all(running);
      while ((await startDue()) > 0);
    },
    dead: (limit) => database.read((tx) => jobStore(tx).dead(limit)),
    retry: async (jobId) => {
      const revived = await database.transaction((tx) => jobStore(tx).revive(jobId, clock.now()));
      if (revived > 0) loop.wake();
      return revived > 0;
    },
    counts: () => database.read((tx) => jobStore(tx).counts()),
    async purge() {
      const before = clock.now() - settings.keptDays * dayMs;
      for (let purged = 0; ;) {
        const removed = await database.transaction((tx) => jobStore(tx).removeDone(before, purgedTogether));
        purged += removed;
        if (removed < purgedTogether) return purged;
      }
    },
  };
}
