import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { EngineSettings } from '../engines/for-each-engine';
import { copyMadeOnce } from '../engines/made-once';

const repository = path.join(__dirname, '../..');
const program = path.join(repository, 'bff/dist/server.cjs');
const mustBeBuilt = [program, 'miniapp/dist/h5/index.html', 'admin/dist/index.html'];
const startWaitMs = 50_000;
const stopWaitMs = 20_000;
const pollMs = 20;
/** pino's level of a warning. */
const warning = 40;

/** The bundled server as a newcomer has it, in a process of its own. */
export interface ServerProcess {
  /** Where it says it is, without a slash at the end. */
  readonly base: string;
  /** What it has warned of or failed at so far. */
  complaints(): readonly string[];
  /** Asks it to stop, and waits until it has. Answers with its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts the server with the demo company on a free port, and waits until it says that it is ready.
 * @throws Error naming what is not built, or with what it said when it did not start
 */
export async function startTongpan({
  dataDir,
  databaseUrl,
  redisUrl,
  wechatConfig,
}: EngineSettings & { readonly wechatConfig?: string }): Promise<ServerProcess> {
  const missing = mustBeBuilt.filter((file) => !existsSync(path.resolve(repository, file)));
  if (missing.length > 0) throw new Error(`not built: ${missing.join(', ')}; npm test builds it`);

  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    cwd: repository,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATA_DIR: dataDir,
      // A suite logs in more often within a minute than people at one address do.
      LOGIN_LIMIT_PER_ADDRESS: '1000',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
      ...(wechatConfig ? { WECHAT_CONFIG: wechatConfig } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endNow = () => void child.kill('SIGKILL');
  process.once('exit', endNow);
  const said = listenTo(child);
  const base = await addressOf(child, said).catch((error: unknown) => {
    endNow();
    throw error;
  });
  return {
    base,
    complaints: () => said.filter(isComplaint),
    async stop() {
      child.kill('SIGTERM');
      const deadline = Date.now() + stopWaitMs;
      while (isRunning(child) && Date.now() < deadline) await wait(pollMs);
      endNow();
      process.off('exit', endNow);
      return child.exitCode;
    },
  };
}

/** The same over a copy of the demo company on the embedded engine, in the empty folder `dataDir`. */
export async function startDemo(dataDir: string): Promise<ServerProcess> {
  const place = { dataDir, databaseUrl: null, databasePool: 1, redisUrl: null };
  await copyMadeOnce('demo', dataDir, async (folder) => {
    const server = await startTongpan({ ...place, dataDir: folder });
    await server.stop();
  });
  return startTongpan(place);
}

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

/** The lines of the server, as they come. */
function listenTo({ stdout, stderr }: ChildProcess): readonly string[] {
  const said: string[] = [];
  for (const stream of [stdout, stderr])
    if (stream) createInterface({ input: stream }).on('line', (line) => said.push(line));
  return said;
}

async function addressOf(child: ChildProcess, said: readonly string[]): Promise<string> {
  const deadline = Date.now() + startWaitMs;
  for (;;) {
    // The shop's address is the first that the greeting names.
    const line = said.find((one) => one.includes('订货端'));
    const base = line && /http:\/\/[\d.:]+/.exec(line)?.[0];
    if (base) return base;
    if (!isRunning(child) || Date.now() > deadline)
      throw new Error(`the server did not start; it said:\n${said.join('\n')}`);
    await wait(pollMs);
  }
}

/** A log line of a warning or worse, or anything said that is neither log nor greeting. */
function isComplaint(line: string) {
  if (!line.startsWith('{')) return /error|warning/i.test(line);
  const entry: { level?: number | string } = JSON.parse(line);
  return typeof entry.level === 'number' ? entry.level >= warning : true;
}
