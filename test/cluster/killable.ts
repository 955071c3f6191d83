import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** A program that is started, killed, frozen and started again, with all that it has started itself. */
export interface Killable {
  readonly name: string;
  isRunning(): boolean;
  /** Processor time it has used since it was started last, in milliseconds. */
  usedMs(): number;
  start(more?: readonly string[]): void;
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  freeze(): void;
  thaw(): void;
}

interface Program {
  readonly name: string;
  readonly program: string;
  readonly parameters: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Takes all that it says. */
  readonly logFile: string;
}

const groups = new Set<number>();

process.once('exit', () => {
  for (const group of groups) signal(group, 'SIGKILL');
});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(1));

/** A program in a process group of its own, which ends with this process at the latest. */
export function killable({ name, program, parameters, folder, env, logFile }: Program): Killable {
  let group: number | null = null;
  let ended: Promise<void> = Promise.resolve();
  return {
    name,
    isRunning: () => group !== null,
    usedMs: () => (group === null ? 0 : usedMsOf(group)),
    start(more = []) {
      const log = openSync(logFile, 'a');
      const child = spawn(program, [...parameters, ...more], {
        cwd: folder,
        detached: true,
        stdio: ['ignore', log, log],
        ...(env && { env }),
      });
      closeSync(log);
      const { pid } = child;
      if (pid === undefined) throw new Error(`${name} cannot be started: ${program}`);
      group = pid;
      groups.add(pid);
      ended = new Promise((resolve) =>
        child.once('exit', () => {
          groups.delete(pid);
          if (group === pid) group = null;
          resolve();
        }),
      );
    },
    async kill() {
      if (group !== null) signal(group, 'SIGKILL');
      await ended;
    },
    freeze: () => group !== null && signal(group, 'SIGSTOP'),
    thaw: () => group !== null && signal(group, 'SIGCONT'),
  };
}

function signal(group: number, name: NodeJS.Signals) {
  try {
    process.kill(-group, name);
  } catch {
    // It has just ended by itself.
  }
}

/** Linux counts processor time in hundredths of a second, in the 14th and 15th field. */
const tickMs = 10;

/** Processor time that a process has used, in milliseconds; 0 where the system does not tell. */
export function usedMsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    return 0;
  }
}
