import { setTimeout as wait } from 'node:timers/promises';
import { Contended, Unavailable } from '../refusals';

const replayLimit = 12;
const firstWaitMs = 4;
const longestWaitMs = 250;

/**
 * Runs `attempt` again while it fails for reasons that a replay cures, waiting longer each time.
 * @throws Unavailable when the bounded number of replays was not enough.
 */
export async function replaying<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  for (let replay = 0; ; replay += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isReplayable(error))
        throw isLost(error) || isFull(error) ? new Unavailable('database', { cause: error }) : error;
      if (replay >= replayLimit) throw new Unavailable('database too contended', { cause: error });
      const longest = Math.min(longestWaitMs, firstWaitMs * 2 ** replay);
      await wait(longest * (0.5 + Math.random() / 2));
    }
  }
}

interface DriverError {
  readonly errno?: number;
  readonly code?: string;
  readonly message?: string;
  /** The driver's word that the connection itself is what failed. */
  readonly fatal?: boolean;
  readonly driverError?: DriverError;
}

/** MySQL: 1213 deadlock, 1205 lock wait, 1020 row changed since read, 1047 node not ready (Galera). */
const replayableNumbers = new Set([1213, 1205, 1020, 1047]);

function isReplayable(error: unknown): boolean {
  if (error instanceof Contended) return true;
  const driver = driverErrorOf(error);
  if (driver.errno !== undefined && replayableNumbers.has(driver.errno)) return true;
  return /^SQLITE_BUSY/.test(driver.code ?? '') || /database is locked/.test(driver.message ?? '');
}

/**
 * The connection went away. Whether a COMMIT under way took effect is then unknown, so the work is
 * not replayed here: the caller says its command again under the same id.
 */
function isLost(error: unknown): boolean {
  const { code = '', fatal = false } = driverErrorOf(error);
  return (
    fatal ||
    /^(PROTOCOL_|ECONN|ETIMEDOUT|EPIPE|ER_SERVER_SHUTDOWN|ER_CONNECTION_KILLED|ER_CON_COUNT|POOL_CLOSED)/.test(
      code,
    )
  );
}

/** No room on the disk. The work was undone, and may be said again when somebody has made room. */
function isFull(error: unknown): boolean {
  return /^(SQLITE_FULL|SQLITE_IOERR|ER_DISK_FULL|ER_RECORD_FILE_FULL)/.test(driverErrorOf(error).code ?? '');
}

function driverErrorOf(error: unknown): DriverError {
  const outer = (error ?? {}) as DriverError;
  return outer.driverError ?? outer;
}

/** MySQL 1062; SQLite says which constraint it was. */
export function isDuplicateKey(error: unknown): boolean {
  const { errno, code = '' } = driverErrorOf(error);
  return errno === 1062 || /^SQLITE_CONSTRAINT_(?:PRIMARYKEY|UNIQUE)/.test(code);
}
