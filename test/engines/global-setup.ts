import { rmSync } from 'node:fs';
import { makeFolder, type PrivateServer, type Started } from './child-server';
import { startMariadb } from './mariadb';
import { startRedis } from './redis';

const started = new Map<string, PrivateServer>();
const onceDir = 'TEST_ONCE_DIR';

/**
 * Starts a private MariaDB and Redis once for a whole run, and tells the suites where they are:
 * TEST_DATABASE_URL and TEST_REDIS_URL, or TEST_DATABASE_MISSING and TEST_REDIS_MISSING with the
 * reason. Addresses that are given from outside are used instead. TEST_ONCE_DIR is where the suites keep what is made
 * once and copied by all of them.
 */
export default async function startEngines(): Promise<void> {
  process.env[onceDir] = makeFolder('once');
  await Promise.all([
    provide('TEST_DATABASE_URL', 'TEST_DATABASE_MISSING', () => startMariadb()),
    provide('TEST_REDIS_URL', 'TEST_REDIS_MISSING', () => startRedis()),
  ]);
}

async function provide(address: string, reason: string, start: () => Promise<Started>) {
  if (process.env[address] || process.env[reason]) return;
  const server = await start();
  if ('missing' in server) {
    process.env[reason] = server.missing;
    return;
  }
  started.set(address, server);
  process.env[address] = server.url;
}

export async function stopEngines(): Promise<void> {
  const servers = [...started];
  started.clear();
  for (const [address] of servers) delete process.env[address];
  await Promise.all(servers.map(([, server]) => server.stop()));
  rmSync(process.env[onceDir] ?? '', { recursive: true, force: true });
}
