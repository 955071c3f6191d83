import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { openMysql } from '@tongpan/core/src/platform/database/mysql';
import { Redis } from 'ioredis';
import { copyMigratedDatabase, copyMigratedFile } from './migrated';
import { redisDatabases } from './redis';

/** Servers on a busy machine take their time; what waits has bounds of its own. */
jest.setTimeout(60_000);

/** What a suite opens: an empty place that no other suite sees. */
export interface EngineSettings {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly databasePool: number;
  readonly redisUrl: string | null;
}

export interface EnginePair {
  readonly name: 'sqlite + in-process' | 'mariadb + redis';
  /** A new empty database and an empty coordination; they go when the suite has ended. */
  makePlace(): Promise<EngineSettings>;
  /** The same after all migrations. */
  makeMigratedPlace(): Promise<EngineSettings>;
}

/**
 * Runs a suite on the embedded engines and on MariaDB with Redis, or names it as not run where these
 * are missing.
 */
export function forEachEngine(suite: string, body: (engine: EnginePair) => void): void {
  describe(`${suite} on ${embedded.name}`, () => body(embedded));
  onServers(suite, body);
}

/** A suite about what only a server has, such as several connections. */
export function onServers(suite: string, body: (engine: EnginePair) => void): void {
  const { TEST_DATABASE_URL, TEST_REDIS_URL, TEST_DATABASE_MISSING, TEST_REDIS_MISSING } = process.env;
  const missing = TEST_DATABASE_URL && TEST_REDIS_URL ? null : [TEST_DATABASE_MISSING, TEST_REDIS_MISSING];
  const reason = missing?.filter(Boolean).join('; ') ?? null;
  describeUnless(
    reason === '' ? 'no servers were started for this run' : reason,
    `${suite} on ${servers.name}`,
    () => body(servers),
  );
}

/**
 * Runs a suite unless something it needs is missing. Then it is named with the reason, here and in
 * the file TEST_SKIPPED_FILE, where each line is a JSON object `{ suite, reason }`.
 */
export function describeUnless(missing: string | null, suite: string, body: () => void): void {
  if (missing === null) {
    describe(suite, body);
    return;
  }
  const file = process.env.TEST_SKIPPED_FILE;
  if (file) appendFileSync(file, `${JSON.stringify({ suite, reason: missing })}\n`);
  describe(suite, () => {
    it(`is not run: ${missing}`, () => {
      expect(missing).not.toBe('');
    });
  });
}

const removals: (() => void | Promise<void>)[] = [];

/** For `afterAll`: removes every place the suites of this file have made. */
export async function removePlaces(): Promise<void> {
  for (const remove of removals.splice(0)) await remove();
}

function makeFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongpan-test-'));
  removals.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const embeddedPlace = () => ({ dataDir: makeFolder(), databaseUrl: null, databasePool: 1, redisUrl: null });

const embedded: EnginePair = {
  name: 'sqlite + in-process',
  makePlace: async () => embeddedPlace(),
  makeMigratedPlace: async () => {
    const place = embeddedPlace();
    await copyMigratedFile(place.dataDir);
    return place;
  },
};

const serversPlace = async () => ({
  dataDir: makeFolder(),
  databaseUrl: addressOfNewDatabase(),
  databasePool: 12,
  redisUrl: await addressOfNewRedis(),
});

const servers: EnginePair = {
  name: 'mariadb + redis',
  makePlace: serversPlace,
  makeMigratedPlace: async () => {
    const place = await serversPlace();
    const { pathname } = new URL(place.databaseUrl);
    await copyMigratedDatabase(process.env.TEST_DATABASE_URL ?? '', pathname.slice(1));
    return place;
  },
};

/** Opening the address creates the database. */
function addressOfNewDatabase() {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `tongpan_test_${randomBytes(6).toString('hex')}`;
  removals.push(async () => {
    const database = await openMysql({
      url: new URL('/mysql', server).toString(),
      poolSize: 1,
      tables: [],
      migrations: [],
    });
    await database.transaction((tx) => sqlOf(tx).run(`DROP DATABASE IF EXISTS ${name}`));
    await database.close();
  });
  return new URL(`/${name}`, server).toString();
}

/** Database 0 counts the numbers that were given out. */
async function addressOfNewRedis() {
  const server = process.env.TEST_REDIS_URL ?? '';
  const redis = new Redis(server);
  const number = 1 + ((await redis.incr('test:databases')) % (redisDatabases - 1));
  await redis.select(number);
  await redis.flushdb();
  redis.disconnect();
  return new URL(`/${number}`, server).toString();
}
