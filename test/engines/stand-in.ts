import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { freePort, makeFolder, startServer } from './child-server';

const cache = path.join(__dirname, '../../.cache');

/** The stand-in for WeChat as a process of its own, reached like the real thing. */
export interface StandInProcess {
  readonly url: string;
  /** The settings file it wrote for the product. */
  readonly configFile: string;
  /** Orders something of it, or looks at what it keeps, by a path below `/controls`. */
  control<Answer = unknown>(name: string, body?: object): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts it with keys of its own and nothing in its books. `notifyUrl` is where its notices go. */
export async function startStandIn(notifyUrl: string): Promise<StandInProcess> {
  const program = path.join(cache, `stand-in-${process.pid}.cjs`);
  mkdirSync(cache, { recursive: true });
  buildSync({
    entryPoints: [path.join(__dirname, '../../mock/src/main.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'silent',
  });
  const folder = makeFolder('stand-in');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startServer({
    program: process.execPath,
    parameters: [program, '--port', String(port), '--folder', folder, '--notify-url', notifyUrl],
    folder,
    port,
    url,
    greeting: 'GET /controls/settings HTTP/1.0\r\n\r\n',
  });
  return {
    url,
    configFile: path.join(folder, 'wechat.json'),
    control: async <Answer>(name: string, body?: object) => {
      const response = await fetch(`${url}/controls/${name}`, initOf(body));
      if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
      return (await response.json()) as Answer;
    },
    stop: async () => {
      await server.stop();
      rmSync(program, { force: true });
    },
  };
}

const initOf = (body: object | undefined): RequestInit =>
  body === undefined
    ? {}
    : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
