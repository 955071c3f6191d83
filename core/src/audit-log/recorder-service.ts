import { setTimeout as wait } from 'node:timers/promises';
import type { Log, NewId } from '../platform';
import type { AuditEntry, NewEntry } from './model';
import { redactInput } from './redact-input';

/** An entry waits so long for others to be written with, */
export const collectMs = 500;
/** or until so many are there. */
const writtenTogether = 200;
/** So many wait while the database is away; what comes beyond is counted and gone. */
export const mostWaiting = 5_000;
/** No log-in name is longer; what was typed may be anything. */
const longestName = 64;
/** Shutting down waits no longer for a database that is away. */
const closeMs = 3_000;

/** What happened, and for somebody who was not let in the name that was tried. */
export interface Recorded extends NewEntry {
  readonly triedName?: string | undefined;
}

/** An entry as it will stand in the log, unless the name that was tried is somebody’s. */
export interface Waiting {
  readonly entry: AuditEntry;
  readonly triedName: string | undefined;
}

interface RecorderParts {
  /** Puts entries into the log, each once however often it is given. */
  readonly write: (some: readonly Waiting[]) => Promise<void>;
  readonly newId: NewId;
  readonly log: Log;
}

/**
 * Writes entries behind the answers, many in one statement, so that no request waits for its entry or fails with it.
 * A process that is killed loses those of its last half second. With `delayMs` null only number and `flush` write.
 */
export function auditRecorder({ write, newId, log }: RecorderParts, delayMs: number | null = collectMs) {
  const waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> | null = null;
  let dropped = 0;
  let isAway = false;

  const writeAll = async () => {
    while (waiting.length > 0) {
      const some = waiting.slice(0, writtenTogether);
      await write(some);
      waiting.splice(0, some.length);
      isAway = false;
    }
  };
  /** What fails stays, and is tried again after the next delay. */
  const writeOrKeep = () =>
    (writing ??= writeAll()
      .catch((error: unknown) => {
        if (!isAway) log.warn({ waiting: waiting.length, error: wordsOf(error) }, 'the audit log waits');
        isAway = true;
        later();
      })
      .finally(() => {
        writing = null;
      }));
  const later = () => {
    if (delayMs === null) return;
    timer ??= setTimeout(() => {
      timer = null;
      void writeOrKeep();
    }, delayMs).unref();
  };
  /** Writes what waits now; answers when it is there, or when the database did not take it. */
  const flush = async (): Promise<void> => {
    await writing;
    if (waiting.length > 0) await writeOrKeep();
  };

  return {
    /** Takes an entry in; secrets in its input are cut here, whoever calls. */
    record({ triedName, ...entry }: Recorded): void {
      if (waiting.length >= mostWaiting) {
        if (dropped % mostWaiting === 0) log.error({ dropped: dropped + 1 }, 'the audit log loses entries');
        dropped += 1;
        return;
      }
      waiting.push({ entry: { ...fitted(entry), id: newId() }, triedName: triedName?.slice(0, longestName) });
      if (waiting.length >= writtenTogether && !isAway) void writeOrKeep();
      later();
    },

    flush,

    /** The last flush of a process. */
    async close(): Promise<void> {
      await Promise.race([flush(), wait(closeMs, undefined, { ref: false })]);
      if (timer) clearTimeout(timer);
      timer = null;
      if (waiting.length > 0) log.error({ lost: waiting.length }, 'the audit log could not be written');
    },

    /** How many entries were lost because too many waited. */
    dropped: () => dropped,
  };
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : typeof error);

/** Within the columns: what comes from outside must not keep others from being written. */
const fitted = (entry: NewEntry): NewEntry => ({
  ...entry,
  userName: entry.userName.slice(0, 40),
  route: entry.route.slice(0, 60),
  subjectId: entry.subjectId.slice(0, 100),
  input: redactInput(entry.input),
  outcome: entry.outcome.slice(0, 60),
  address: entry.address.slice(0, 45),
  device: entry.device.slice(0, 200),
  requestId: entry.requestId.slice(0, 64),
});
