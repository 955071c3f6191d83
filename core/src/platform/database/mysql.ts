import mysql from 'mysql2/promise';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { Unavailable } from '../refusals';
import type { Database, Tx } from './database';
import { type DatabaseHosts, openHosts } from './hosts';
import { type MigrationClass } from './migrations';
import { type DriverConnection, packetLine } from './packet-line';
import { replaying } from './replay';
import { withTx } from './sql';
import { remember, type StandingMemory, tableVersionTable, turnAllVersions, turnVersions } from './standing';

export interface MysqlOptions {
  /** May name several hosts, `mysql://…@one,two/name`: all connections go to the first that is ready. */
  readonly url: string;
  /** More connections make the database slower, not faster; 8 to 16 is the range. */
  readonly poolSize: number;
  readonly tables: readonly EntitySchema[];
  readonly migrations: readonly MigrationClass[];
}

const migrationLockSeconds = 120;

/** The database port over MySQL or MariaDB, told apart by asking the server. */
export async function openMysql(options: MysqlOptions): Promise<Database> {
  const hosts = await openHosts(options.url);
  try {
    return await openAt(hosts, options);
  } catch (error) {
    hosts.close();
    throw error;
  }
}

async function openAt(hosts: DatabaseHosts, options: MysqlOptions): Promise<Database> {
  const engine = await prepareServer(hosts);
  const source = new DataSource({
    type: engine,
    url: hosts.url,
    charset: 'utf8mb4_bin',
    poolSize: options.poolSize,
    supportBigNumbers: true,
    bigNumberStrings: false,
    migrations: options.migrations as MixedList<MigrationClass>,
    migrationsTableName: 'schemaMigration',
    logging: false,
    // Several statements in one packet: every value in them is escaped by `packetLine`, which alone writes them.
    extra: {
      decimalNumbers: true,
      connectTimeout: 5_000,
      multipleStatements: true,
      ...hosts.connecting,
    },
  });
  await source.initialize().catch((error: unknown) => {
    throw new Unavailable('database', { cause: error });
  });
  await settleSessions(source);

  // A schema from before there were versions keeps nothing.
  const memory: StandingMemory | null = options.tables.includes(tableVersionTable) ? new Map() : null;
  const { pool } = source.driver as unknown as { pool: Pool };
  const onConnection = async <Answer>(work: (connection: PooledConnection) => Promise<Answer>) => {
    const connection = await connectionOf(pool);
    try {
      return await work(connection);
    } finally {
      connection.release();
    }
  };

  const transaction = <Answer>(work: (tx: Tx) => Promise<Answer>) =>
    onConnection(async (connection) => {
      const line = packetLine(connection);
      line.openWith('START TRANSACTION');
      const tx: Tx = { kind: 'write' };
      if (memory) remember(tx, memory);
      try {
        const answer = await withTx({ engine, line }, tx, async () => {
          const done = await work(tx);
          if (memory) await turnVersions(tx);
          return done;
        });
        if (line.hasSpoken()) await line.execute('COMMIT', []);
        return answer;
      } catch (error) {
        // The connection may be what failed; the first error is the one that tells.
        if (line.hasSpoken()) await line.rollBack().catch(() => undefined);
        throw error;
      }
    });
  const read = <Answer>(work: (tx: Tx) => Promise<Answer>) =>
    onConnection((connection) => {
      const tx: Tx = { kind: 'read' };
      if (memory) remember(tx, memory);
      return withTx({ engine, line: packetLine(connection) }, tx, work);
    });
  const snapshot = <Answer>(work: (tx: Tx) => Promise<Answer>) =>
    onConnection(async (connection) => {
      const line = packetLine(connection);
      await line.execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', []);
      await line.execute('START TRANSACTION WITH CONSISTENT SNAPSHOT', []);
      try {
        return await withTx({ engine, line }, { kind: 'read' }, work);
      } finally {
        await line.rollBack().catch(() => undefined);
      }
    });

  return {
    engine,
    transaction: (work) => replaying(() => transaction(work)),
    read: (work) => replaying(() => read(work)),
    snapshot: (work) => replaying(() => snapshot(work)),
    migrate: async () => {
      const runner = source.createQueryRunner();
      try {
        await runner.query('SELECT GET_LOCK(?, ?)', ['tongpan.migrate', migrationLockSeconds]);
        const run = await source.runMigrations({ transaction: 'none' });
        // What other processes keep may be what a migration has changed.
        if (run.length > 0) await turnAllVersions(runner);
      } finally {
        await runner.query('SELECT RELEASE_LOCK(?)', ['tongpan.migrate']);
        await runner.release();
      }
    },
    ping: async () => {
      await replaying(() => source.query('SELECT 1'));
    },
    close: async () => {
      await source.destroy();
      hosts.close();
    },
  };
}

/** Creates the database the address names, if the account may, and tells which server answers. */
async function prepareServer(hosts: DatabaseHosts): Promise<'mariadb' | 'mysql'> {
  const url = new URL(hosts.url);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = '/';
  const connection = await mysql
    .createConnection({ uri: url.toString(), connectTimeout: 5_000, ...hosts.connecting })
    .catch((error: unknown) => {
      throw new Unavailable('database', { cause: error });
    });
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    const [known] = await connection.query(
      'SELECT DEFAULT_COLLATION_NAME AS collation FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?',
      [name],
    );
    const [schema] = known as { collation: string }[];
    // Texts compare byte by byte, as they do in SQLite: `A1` and `a1` are two ids on every engine.
    const binary = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';
    if (!schema) await connection.query(`CREATE DATABASE IF NOT EXISTS ?? ${binary}`, [name]);
    else if (schema.collation !== 'utf8mb4_bin')
      await connection.query(`ALTER DATABASE ?? ${binary}`, [name]);
    const { version = '' } = (rows as { version?: string }[])[0] ?? {};
    return /mariadb/i.test(version) ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}

interface PooledConnection extends DriverConnection {
  release(): void;
}

interface Pool {
  on(event: 'connection', listener: (connection: { query(statement: string): unknown }) => void): void;
  getConnection(done: (error: Error | null, connection: PooledConnection) => void): void;
}

const connectionOf = (pool: Pool) =>
  new Promise<PooledConnection>((resolve, reject) => {
    pool.getConnection((error, connection) => {
      if (error) reject(error);
      else resolve(connection);
    });
  });

/**
 * READ COMMITTED: guards stand in the writes, and gap locks would only make neighbours wait. A lock that
 * does not come in five seconds replays the work rather than holding a request for a minute.
 */
const sessionSettings = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  'SET SESSION innodb_lock_wait_timeout = 5',
];

/** Settles every connection of the pool. */
async function settleSessions(source: DataSource) {
  const { pool } = source.driver as unknown as { pool: Pool };
  pool.on('connection', (connection) => {
    for (const setting of sessionSettings) connection.query(setting);
  });
  // The one connection that stands in the pool already was made to look at the server.
  for (const setting of sessionSettings) await source.query(setting);
}
