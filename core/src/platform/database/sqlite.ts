import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Mutex } from 'async-mutex';
import libsql from 'libsql';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import type { Database, Tx } from './database';
import { type MigrationClass } from './migrations';
import { replaying } from './replay';
import { withTx } from './sql';
import { sqliteLine } from './sqlite-line';
import { remember, type StandingMemory, tableVersionTable, turnAllVersions, turnVersions } from './standing';

export interface SqliteOptions {
  readonly file: string;
  readonly tables: readonly EntitySchema[];
  readonly migrations: readonly MigrationClass[];
}

/** Another process (a replay, `npm run books`) may hold the file for this long before we replay. */
const busyTimeoutMs = 5_000;

/**
 * The database port over one SQLite file. Write transactions run one at a time on a connection of
 * their own; reads have another, so they never see what is not committed.
 */
export async function openSqlite(options: SqliteOptions): Promise<Database> {
  mkdirSync(path.dirname(options.file), { recursive: true });
  const writer = await openConnection(options);
  const reader = await openConnection(options);
  await reader.query('PRAGMA query_only = ON');
  const turn = new Mutex();
  const writeRunner = writer.createQueryRunner();
  const readRunner = reader.createQueryRunner();
  // A schema from before there were versions keeps nothing.
  const memory: StandingMemory | null = options.tables.includes(tableVersionTable) ? new Map() : null;

  const inTurn = <Answer>(work: Parameters<Database['transaction']>[0]) =>
    turn.runExclusive(async () => {
      await writeRunner.query('BEGIN IMMEDIATE');
      try {
        const tx: Tx = { kind: 'write' };
        if (memory) remember(tx, memory);
        const answer = await withTx({ engine: 'sqlite', line: sqliteLine(writeRunner) }, tx, async () => {
          const done = await work(tx);
          if (memory) await turnVersions(tx);
          return done;
        });
        await writeRunner.query('COMMIT');
        return answer as Answer;
      } catch (error) {
        await writeRunner.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });

  return {
    engine: 'sqlite',
    transaction: (work) => replaying(() => inTurn(work)),
    read: (work) =>
      replaying(() => {
        const tx: Tx = { kind: 'read' };
        if (memory) remember(tx, memory);
        return withTx({ engine: 'sqlite', line: sqliteLine(readRunner) }, tx, work);
      }),
    // A connection of its own: other reads must not be held at this moment of the past.
    snapshot: async (work) => {
      const source = await openConnection(options);
      const runner = source.createQueryRunner();
      try {
        await runner.query('BEGIN');
        return await withTx({ engine: 'sqlite', line: sqliteLine(runner) }, { kind: 'read' }, work);
      } finally {
        await runner.query('COMMIT').catch(() => undefined);
        await source.destroy();
      }
    },
    // DDL is transactional here, so one transaction around all migrations keeps processes apart.
    migrate: () =>
      replaying(() =>
        turn.runExclusive(async () => {
          await writeRunner.query('BEGIN IMMEDIATE');
          try {
            const run = await writer.runMigrations({ transaction: 'none' });
            // What other processes keep may be what a migration has changed.
            if (run.length > 0) await turnAllVersions(writeRunner);
            await writeRunner.query('COMMIT');
          } catch (error) {
            await writeRunner.query('ROLLBACK').catch(() => undefined);
            throw error;
          }
        }),
      ),
    ping: async () => {
      await readRunner.query('SELECT 1');
    },
    close: async () => {
      await turn.runExclusive(async () => {
        await writer.destroy();
        await reader.destroy();
      });
    },
  };
}

/** No entities: statements are our own, and to read their declarations would hold everybody up for a third of a second. */
async function openConnection({ file, migrations }: SqliteOptions) {
  const source = new DataSource({
    type: 'better-sqlite3',
    database: file,
    driver: libsql,
    timeout: busyTimeoutMs,
    statementCacheSize: 200,
    migrations: migrations as MixedList<MigrationClass>,
    migrationsTableName: 'schemaMigration',
    logging: false,
  });
  await source.initialize();
  // FULL: what was acknowledged survives a power cut, not only a crash of the process.
  for (const pragma of [`busy_timeout = ${busyTimeoutMs}`, 'journal_mode = WAL', 'synchronous = FULL']) {
    await source.query(`PRAGMA ${pragma}`);
  }
  return source;
}
