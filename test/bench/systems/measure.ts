import { readFileSync } from 'node:fs';
import { type Connection, createConnection } from 'mysql2/promise';

/** Linux counts the time of processes in hundredths of a second. */
const msPerTick = 10;

/** CPU time a process has used so far, all its threads; null where there is no /proc. */
export function cpuMsOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * msPerTick;
  } catch {
    return null;
  }
}

/** Memory a process holds now; null where there is no /proc. */
export function rssMegabytesOf(pid: number): number | null {
  try {
    const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return found ? Number(found[1]) / 1024 : null;
  } catch {
    return null;
  }
}

export interface Counters {
  readonly nodeMs: number | null;
  readonly databaseMs: number | null;
  readonly statements: number | null;
  /** Rows the database has looked at: the same on a busy machine as on a quiet one. */
  readonly rowsRead: number | null;
}

/** Reads what processes and database have used so far. */
export interface Meter {
  read(pids: readonly number[]): Promise<Counters>;
  close(): Promise<void>;
}

export async function openMeter(database: { readonly url: string; readonly pid: number }): Promise<Meter> {
  const connection = await createConnection({ uri: database.url });
  // What the meter itself asks is not the measured system's.
  let own = 0;
  return {
    async read(pids) {
      own += 1;
      const asked = own;
      const nodeMs = pids.map(cpuMsOf);
      const databaseMs = cpuMsOf(database.pid);
      return {
        nodeMs: nodeMs.some((ms) => ms === null)
          ? null
          : nodeMs.reduce<number>((sum, ms) => sum + (ms ?? 0), 0),
        databaseMs,
        ...(await statusOf(connection, asked)),
      };
    },
    close: () => connection.end(),
  };
}

async function statusOf(connection: Connection, own: number) {
  const [rows] = await connection.query(
    `SHOW GLOBAL STATUS WHERE Variable_name IN ('Questions', 'Rows_read')`,
  );
  const values = new Map(
    (rows as { Variable_name: string; Value: string }[]).map(({ Variable_name: name, Value: value }) => [
      name,
      Number(value),
    ]),
  );
  return {
    statements: (values.get('Questions') ?? 0) - own,
    rowsRead: values.get('Rows_read') ?? null,
  };
}
