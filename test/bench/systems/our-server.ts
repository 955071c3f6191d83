import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../engines/child-server';
import { stopChild } from '../worker-link';
import { nodeFlags } from './node-flags';

export interface OurServer {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

export interface OurServerOptions {
  /** Where its log goes, and its data where `engines` are left out. */
  readonly folder: string;
  readonly engines?: { readonly databaseUrl: string; readonly redisUrl: string } | undefined;
  /** Beside those it is deployed with. */
  readonly moreFlags?: readonly string[] | undefined;
}

const startWaitMs = 60_000;
/** The bundle that is shipped, as `npm start` builds it. */
const bundle = path.resolve(path.dirname(process.argv[1] as string), '../../bff/dist/server.cjs');

/** Starts the real server as it runs in production, for web requests only. */
export async function startOurServer({
  folder,
  engines,
  moreFlags = [],
}: OurServerOptions): Promise<OurServer> {
  const port = await freePort();
  const log = path.join(folder, `server-${port}.log`);
  const file = openSync(log, 'a');
  const child = spawn(process.execPath, [...nodeFlags, ...moreFlags, bundle], {
    cwd: folder,
    stdio: ['ignore', file, file],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      ROLES: 'web',
      DEMO: 'off',
      DATA_DIR: folder,
      REQUEST_LIMIT_PER_ADDRESS: '1000000',
      ...(engines ? { DATABASE_URL: engines.databaseUrl, REDIS_URL: engines.redisUrl } : {}),
    },
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const stop = async () => {
    process.off('exit', endWithUs);
    await stopChild(child);
  };
  const deadline = Date.now() + startWaitMs;
  while (!(await isReady(port))) {
    if (child.exitCode === null && Date.now() < deadline) {
      await wait(100);
      continue;
    }
    await stop();
    throw new Error(
      `the server did not start\n${existsSync(log) ? readFileSync(log, 'utf8').slice(-2_000) : ''}`,
    );
  }
  return { pid: child.pid ?? 0, port, stop };
}

async function isReady(port: number) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
