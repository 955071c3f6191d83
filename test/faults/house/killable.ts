import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { endWithThisProcess } from '../../engines/child-server';

/** What a server process is made to believe. */
export interface Belief {
  readonly offsetMs?: number;
  readonly freePages?: number | null;
}

export interface KillablePlan {
  readonly name: string;
  readonly program: string;
  readonly parameters: readonly string[];
  readonly folder: string;
  /** Asked anew at every start. */
  readonly env?: () => Readonly<Record<string, string>>;
  /** Understands beliefs. */
  readonly listens?: boolean;
  isUp(): Promise<boolean>;
}

/** A program that may be killed, frozen and started again in the same place, any number of times. */
export interface Killable {
  readonly name: string;
  /** Starts it and waits until it is up. @throws Error with the end of what it said */
  start(): Promise<void>;
  /** kill -9; answers when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end and waits; answers with its exit code. */
  stop(): Promise<number | null>;
  freeze(): void;
  thaw(): void;
  believe(belief: Belief): Promise<void>;
  isRunning(): boolean;
  isUp(): Promise<boolean>;
  /** How often it ended without being asked to, with the end of what it said. */
  readonly accidents: readonly string[];
  /** Lines it has said, the newest last; old ones are forgotten. */
  readonly said: readonly string[];
}

const startWaitMs = 60_000;
const stopWaitMs = 20_000;
const pollMs = 15;
const keptLines = 4_000;
const believeWaitMs = 3_000;

export function killable(plan: KillablePlan): Killable {
  const accidents: string[] = [];
  const said: string[] = [];
  let child: ChildProcess | null = null;
  let isAsked = false;
  let forget = () => {};

  const isRunning = () => child !== null && child.exitCode === null && child.signalCode === null;
  const ending = () => said.slice(-20).join('\n');
  const gone = async () => {
    const deadline = Date.now() + stopWaitMs;
    while (isRunning() && Date.now() < deadline) await wait(pollMs);
    if (isRunning()) throw new Error(`${plan.name} does not end`);
    forget();
  };

  const launch = () => {
    isAsked = false;
    const started = spawn(plan.program, [...plan.parameters], {
      cwd: plan.folder,
      env: { PATH: process.env.PATH, ...plan.env?.() },
      stdio: ['ignore', 'pipe', 'pipe', ...(plan.listens ? (['ipc'] as const) : [])],
    });
    child = started;
    forget = endWithThisProcess(() => void started.kill('SIGKILL'));
    for (const stream of [started.stdout, started.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        if (said.length > keptLines) said.splice(0, keptLines / 2);
      });
    }
    started.once('error', (error) => said.push(String(error)));
    started.once('exit', (code, signal) => {
      if (!isAsked) accidents.push(`${plan.name} ended with ${signal ?? code}:\n${ending()}`);
    });
    return started;
  };

  return {
    name: plan.name,
    accidents,
    said,
    isRunning,
    isUp: async () => isRunning() && (await plan.isUp()),
    async start() {
      if (isRunning()) return;
      launch();
      const deadline = Date.now() + startWaitMs;
      while (!(await plan.isUp())) {
        if (!isRunning() || Date.now() > deadline)
          throw new Error(`${plan.name} did not start; it said:\n${ending()}`);
        await wait(pollMs);
      }
    },
    async kill() {
      isAsked = true;
      child?.kill('SIGKILL');
      await gone();
    },
    async stop() {
      isAsked = true;
      child?.kill('SIGCONT');
      child?.kill('SIGTERM');
      await gone();
      return child?.exitCode ?? null;
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async believe(belief) {
      const listener = child;
      if (!listener?.connected) return;
      const believed = new Promise<void>((resolve) => listener.once('message', () => resolve()));
      listener.send(belief);
      // A process that stands still believes it when it goes on.
      await Promise.race([believed, wait(believeWaitMs, undefined, { ref: false })]);
    },
  };
}
