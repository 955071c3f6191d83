import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A server of our own on a free port of this machine, with a folder that goes when it goes. */
export interface PrivateServer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export type Started = PrivateServer | { readonly missing: string };

const startWaitMs = 90_000;
/** For a hook that starts servers: what `startServer` and the making of a database's folder may take together. */
export const serverStartLimitMs = 180_000;
const stopWaitMs = 15_000;
const pollMs = 50;
const usualFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** Where a program is, by the first of its names that is found; null when it is not installed. */
export function findProgram(...names: readonly string[]): string | null {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...usualFolders].filter(Boolean);
  const places = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return places.find(isExecutable) ?? null;
}

function isExecutable(file: string) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function makeFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `tongpan-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A server that can be started: its folder is there, and a port is chosen for it. */
export interface ServerPlan {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly folder: string;
  readonly port: number;
  readonly url: string;
  /** Said first, to a server that waits to be spoken to. */
  readonly greeting?: string;
}

/**
 * Starts a server and waits until it talks on its port. It ends with `stop`, or with this process,
 * however that ends by itself or by a signal.
 */
export async function startServer(options: ServerPlan): Promise<PrivateServer> {
  const child = spawn(options.program, options.parameters, { cwd: options.folder, stdio: 'ignore' });
  const remove = () => rmSync(options.folder, { recursive: true, force: true, maxRetries: 3 });
  const endNow = () => {
    child.kill('SIGKILL');
    remove();
  };
  const forget = endWithThisProcess(endNow);
  try {
    await untilItTalks(child, options.port, options.greeting ?? '');
  } catch (error) {
    forget();
    endNow();
    throw error;
  }
  return {
    url: options.url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      const deadline = Date.now() + stopWaitMs;
      while (isRunning(child) && Date.now() < deadline) await wait(pollMs);
      forget();
      endNow();
    },
  };
}

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

async function untilItTalks(child: ChildProcess, port: number, greeting: string) {
  let failure: Error | null = null;
  child.once('error', (error) => (failure = error));
  const deadline = Date.now() + startWaitMs;
  while (!(await talks(port, greeting))) {
    if (failure) throw failure;
    if (!isRunning(child)) throw new Error(`${child.spawnfile} ended with code ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error(`${child.spawnfile} did not start`);
    await wait(pollMs);
  }
}

/** Whether a server answers on its port now. */
export function talks(port: number, greeting: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(greeting));
    const answer = (heard: boolean) => {
      socket.destroy();
      resolve(heard);
    };
    socket.setTimeout(1_000, () => answer(false));
    socket.once('data', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('close', () => answer(false));
  });
}

const endings = new Set<() => void>();
const endAll = () => {
  for (const end of endings) end();
  endings.clear();
};
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const onSignal = () => process.exit(1);

/** Has `end` called when this process ends first; the answer takes that back. */
export function endWithThisProcess(end: () => void) {
  if (endings.size === 0) {
    process.once('exit', endAll);
    for (const signal of signals) process.once(signal, onSignal);
  }
  endings.add(end);
  return () => {
    endings.delete(end);
    if (endings.size > 0) return;
    process.off('exit', endAll);
    for (const signal of signals) process.off(signal, onSignal);
  };
}
