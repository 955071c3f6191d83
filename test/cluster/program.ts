import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../engines/child-server';
import { eventuallyWithin } from './eventually-within';
import { killable, type Killable } from './killable';

export interface Program extends Killable {
  /** Where a web process is reached. */
  readonly base: string;
  /** Starts a web process and waits until it sees its database and its coordination. */
  startServing(): Promise<void>;
  /** All that it has said. */
  said(): string;
}

const bundle = path.resolve(__dirname, '../../bff/dist/server.cjs');
const startWaitMs = 60_000;

interface Engines {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** The bundled program as it is deployed, in one role. Not started yet. */
export async function program(
  role: 'web' | 'worker',
  number: number,
  folder: string,
  { databaseUrl, redisUrl }: Engines,
): Promise<Program> {
  if (!existsSync(bundle)) throw new Error('bff/dist/server.cjs is not built');
  const name = `${role}${number}`;
  const port = await freePort();
  const logFile = path.join(folder, `${name}.log`);
  const process_ = killable({
    name,
    program: process.execPath,
    parameters: ['--enable-source-maps', bundle],
    folder,
    logFile,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      ROLES: role,
      PORT: String(port),
      DATA_DIR: path.join(folder, name),
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      DEMO: 'off',
      LOG_LEVEL: 'warn',
      REQUEST_LIMIT_PER_ADDRESS: '1000000',
    },
  });
  const base = `http://127.0.0.1:${port}`;
  const said = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  return {
    ...process_,
    base,
    said,
    async startServing() {
      process_.start();
      await eventuallyWithin(startWaitMs, `${name} is ready`, async () => {
        if (!process_.isRunning()) throw new Error(`${name} ended:\n${said()}`);
        return (await fetch(`${base}/readyz`).catch(() => null))?.ok ?? false;
      });
    },
  };
}
