import path from 'node:path';
import type { EntitySchema } from 'typeorm';
import { type Clock, systemClock } from './clock';
import { forgetAnswers } from './commands/forget-answers';
import { type Coordination, openCoordination } from './coordination';
import type { Database } from './database/database';
import type { MigrationClass } from './database/migrations';
import { openDatabase } from './database/open';
import { type FileStore, folderStore } from './files';
import { idMaker, type NewId } from './ids';
import { defineJob, type Jobs, openJobs } from './jobs';
import { type Log, silentLog } from './log';
import { openOutbox, type Outbox } from './outbox';
import type { Settings } from './settings';
import { platformTables } from './tables';

/** The ground floor: what every domain stands on. */
export interface Platform {
  readonly database: Database;
  readonly coordination: Coordination;
  readonly files: FileStore;
  readonly outbox: Outbox;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Stops the background work, then lets go of the engines. */
  close(): Promise<void>;
}

export interface PlatformOptions {
  /** The tables of the domains; the platform's own are added. */
  readonly tables: readonly EntitySchema[];
  readonly migrations: readonly MigrationClass[];
  readonly clock?: Clock;
  readonly log?: Log;
}

/**
 * Opens the engines the settings name and brings the schema up to date. Outbox and jobs stand still
 * until they are started.
 * @throws Unavailable
 */
export async function openPlatform(
  settings: Pick<Settings, 'databaseUrl' | 'databasePool' | 'dataDir' | 'redisUrl'> &
    Partial<Pick<Settings, 'workLeaseSeconds'>>,
  { tables, migrations, clock = systemClock, log = silentLog }: PlatformOptions,
): Promise<Platform> {
  const allTables = [...new Set([...platformTables, ...tables])];
  const database = await openDatabase(settings, { tables: allTables, migrations });
  try {
    await database.migrate();
    const coordination = await openCoordination({ redisUrl: settings.redisUrl ?? undefined, clock });
    const newId = idMaker(clock);
    const { workLeaseSeconds = 15 } = settings;
    const leaseMs = workLeaseSeconds * 1_000;
    const outbox = openOutbox({ database, coordination, clock, log }, { leaseMs });
    const jobs = openJobs({ database, clock, newId, log }, { leaseMs: 2 * leaseMs });
    jobs.register(purgeJob(outbox, jobs, () => forgetAnswers(database, clock.now())));
    return {
      database,
      coordination,
      files: folderStore(path.join(settings.dataDir, 'files')),
      outbox,
      jobs,
      clock,
      newId,
      log,
      async close() {
        await Promise.all([outbox.stop(), jobs.stop()]);
        await coordination.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

const purgeJob = (outbox: Outbox, jobs: Jobs, forget: () => Promise<number>) =>
  defineJob({
    name: 'platform.purge',
    every: { dailyAt: '03:40' },
    run: async ({ log }) => {
      const events = await outbox.purge();
      const runs = await jobs.purge();
      const commands = await forget();
      log.info({ events, runs, commands }, 'purged');
    },
  });
