import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dayOf, platformTables, startOfDay, tables } from '@tongpan/core';
import type { Database } from '@tongpan/core/src/platform/database/database';
import { openDatabase } from '@tongpan/core/src/platform/database/open';
import { freePort } from '../../engines/child-server';
import type { Engines } from './engines';
import { found } from './found';
import { type Killable, killable } from './killable';
import { send } from './send';

/** `embedded`: one process and a file. `one`: a web process and a worker. `two`: two of either. */
export type Topology = 'embedded' | 'one' | 'two';

/** Server processes over engines of their own, with the company in them. */
export interface House {
  readonly topology: Topology;
  readonly webs: readonly Killable[];
  readonly workers: readonly Killable[];
  /** Null on the embedded engines. */
  readonly engines: Engines | null;
  /** Where each web process is. */
  readonly bases: readonly string[];
  /** What time the house believes it is. */
  now(): number;
  /** Since when everything works, by `performance.now()`; null while something may be broken. */
  healthySince(): number | null;
  /** From here to `mend` nobody may expect an answer. */
  beginTrouble(): void;
  /** Sets the clocks of all processes, or of these, forward or back. */
  stepClock(byMs: number, only?: readonly Killable[]): Promise<void>;
  /** Starts what lies, thaws what is frozen, sets all clocks to the latest of them, waits until it serves. */
  mend(): Promise<void>;
  /** Another pair of eyes on the database. */
  observe<Answer>(work: (database: Database) => Promise<Answer>): Promise<Answer>;
  close(): Promise<void>;
}

const repository = path.join(process.cwd());
const program = path.join(repository, 'bff/dist/server.cjs');
const inside = path.join(repository, 'test/faults/house/inside.cjs');
const mendWaitMs = 45_000;
const pollMs = 20;
/** A worker has no port to ask; one that cannot open its engines has ended by then. */
const leaseSeconds = 1;

/** The longest that anything is kept by whoever fell silent: a job's lease is twice an event's. */
export const longestLeaseMs = 2_000 * leaseSeconds;

/** Opens a house with its company. The game owns the engines and closes them itself. */
export async function openHouse(options: {
  readonly topology: Topology;
  readonly engines: Engines | null;
  /** Tells this house's database from those of other games. */
  readonly name: string;
  /** What else its processes are told. */
  readonly env?: Readonly<Record<string, string>>;
}): Promise<House> {
  const { topology, engines, name, env = {} } = options;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-faults-'));
  // Ten in the morning, so that only a clock that is set crosses a day.
  const morningMs = startOfDay(dayOf(Date.now())) + 10 * 3_600_000 - Date.now();
  const offsets = new Map<string, number>();
  const offsetOf = (one: string) => offsets.get(one) ?? morningMs;
  const latest = () => Math.max(morningMs, ...offsets.values());
  const now = () => Date.now() + latest();
  let healthySince: number | null = null;

  const place = {
    dataDir,
    databaseUrl: engines ? new URL(`/${name}`, engines.mariadbUrl).toString() : null,
    databasePool: 8,
    redisUrl: engines ? engines.redisUrl : null,
  };
  await found(place, { now });

  const processOf = async (role: string, roles: string, isUp: (base: string) => Promise<boolean>) => {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const one = killable({
      name: role,
      program: process.execPath,
      parameters: ['--enable-source-maps', '--require', inside, program],
      folder: repository,
      env: () => ({
        PORT: String(port),
        ROLES: roles,
        DATA_DIR: dataDir,
        DEMO: 'off',
        LOG_LEVEL: 'warn',
        SESSION_DAYS: '365',
        DATABASE_POOL: String(place.databasePool),
        WORK_LEASE_SECONDS: String(leaseSeconds),
        LOGIN_LIMIT_PER_ADDRESS: '1000000',
        REQUEST_LIMIT_PER_ADDRESS: '1000000',
        FLASH_LIMIT_PER_ADDRESS: '0',
        CLOCK_OFFSET_MS: String(offsetOf(role)),
        ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
        ...(place.redisUrl ? { REDIS_URL: place.redisUrl } : {}),
        ...env,
      }),
      listens: true,
      isUp: () => isUp(base),
    });
    return { base, process: one };
  };
  const webRoles = topology === 'embedded' ? 'web,worker' : 'web';
  const count = topology === 'two' ? 2 : 1;
  const webs = await Promise.all(
    Array.from({ length: count }, (_, at) => processOf(`web ${at + 1}`, webRoles, isReady)),
  );
  const workers =
    topology === 'embedded'
      ? []
      : await Promise.all(
          Array.from({ length: count }, (_, at) => processOf(`worker ${at + 1}`, 'worker', async () => true)),
        );
  const processes = [...webs, ...workers].map((one) => one.process);

  const setClocks = (byMs: number, only: readonly Killable[]) => {
    for (const one of only) offsets.set(one.name, offsetOf(one.name) + byMs);
    return Promise.all(only.map((one) => one.believe({ offsetMs: offsetOf(one.name) })));
  };
  const house: House = {
    topology,
    engines,
    webs: webs.map((web) => web.process),
    workers: workers.map((worker) => worker.process),
    bases: webs.map(({ base }) => base),
    now,
    healthySince: () => healthySince,
    beginTrouble: () => {
      healthySince = null;
    },
    async stepClock(byMs, only = processes) {
      await setClocks(byMs, only);
    },
    async mend() {
      const everything = [...(engines ? [engines.mariadb, engines.redis] : []), ...processes];
      for (const one of everything) one.thaw();
      if (engines) await Promise.all([engines.mariadb.start(), engines.redis.start()]);
      const agreed = latest();
      for (const one of processes) offsets.set(one.name, agreed);
      await Promise.all(processes.map((one) => one.start()));
      await Promise.all(processes.map((one) => one.believe({ offsetMs: agreed, freePages: null })));
      const deadline = Date.now() + mendWaitMs;
      while (!(await Promise.all(house.webs.map((web) => web.isUp()))).every(Boolean)) {
        const ended = processes.flatMap(({ accidents }) => accidents);
        if (ended.length > 0) throw new Error(ended.join('\n'));
        if (Date.now() > deadline) throw new Error('the house does not serve again after everything works');
        await wait(pollMs);
      }
      healthySince ??= performance.now();
    },
    async observe(work) {
      const database = await openDatabase(
        { ...place, databasePool: 2 },
        { tables: [...new Set([...platformTables, ...tables])], migrations: [] },
      );
      try {
        return await work(database);
      } finally {
        await database.close();
      }
    },
    async close() {
      await Promise.all(processes.map((one) => one.kill()));
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  try {
    await Promise.all(processes.map((one) => one.start()));
    await house.mend();
  } catch (error) {
    await house.close();
    throw error;
  }
  return house;
}

const isReady = (base: string) =>
  send(base, { method: 'GET', path: '/readyz' }, '', 2_000).then(
    ({ status }) => status === 200,
    () => false,
  );
