import type { Instant } from '../clock';
import { big, id, integer, json, orNull, table, text } from '../database/columns';

export type JobState = 'queued' | 'running' | 'done' | 'dead';

/** One piece of work for later: asked for by somebody, or a slot of a recurring job. */
export interface Job {
  readonly id: string;
  readonly name: string;
  /** `name:key`, so that the same work is asked for once. */
  readonly slotKey: string;
  readonly payload: unknown;
  readonly state: JobState;
  /** When it was meant to run. */
  readonly dueAt: Instant;
  /** When it may run next; later than `dueAt` after a failure. */
  readonly runAt: Instant;
  readonly attempts: number;
  /** Who runs it, a new token for every claim. */
  readonly owner: string | null;
  readonly lockedUntil: Instant | null;
  readonly lastError: string | null;
  readonly finishedAt: Instant | null;
}

export const slotKeyLength = 160;
export const lastErrorLength = 500;

export const jobTable = table<Job>(
  'job',
  {
    id: id(),
    name: text(60),
    slotKey: text(slotKeyLength),
    payload: orNull(json()),
    state: text(8),
    dueAt: big(),
    runAt: big(),
    attempts: integer(),
    owner: orNull(id()),
    lockedUntil: orNull(big()),
    lastError: orNull(text(lastErrorLength)),
    finishedAt: orNull(big()),
  },
  {
    primary: ['id'],
    unique: [['slotKey']],
    index: [
      ['state', 'runAt'],
      ['name', 'state'],
    ],
  },
);
