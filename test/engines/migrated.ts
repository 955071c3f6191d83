import { platformTables, tables } from '@tongpan/core';
import { migrations } from '@tongpan/core/src/platform/database/migrations';
import { openMysql } from '@tongpan/core/src/platform/database/mysql';
import { openDatabase } from '@tongpan/core/src/platform/database/open';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import type { Sql } from '@tongpan/core/src/platform/database/database';
import { copyMadeOnce } from './made-once';

/**
 * What all migrations make of an empty database is made once a run and copied from then on: a suite that is not
 * about migrations need not wait for them.
 */

const waitSeconds = 120;
const madeName = 'tongpan_test_migrated';
const schema = { tables: [...new Set([...platformTables, ...tables])], migrations };

/** Puts a migrated database file into an empty data folder. */
export const copyMigratedFile = (dataDir: string): Promise<void> =>
  copyMadeOnce('migrated', dataDir, async (folder) => {
    const database = await openDatabase({ databaseUrl: null, databasePool: 1, dataDir: folder }, schema);
    await database.migrate();
    await database.close();
  });

/** Creates the migrated database `name` on a server. */
export async function copyMigratedDatabase(server: string, name: string): Promise<void> {
  const connection = await openMysql({
    url: new URL('/mysql', server).toString(),
    poolSize: 1,
    tables: [],
    migrations: [],
  });
  try {
    await connection.read(async (tx) => {
      const sql = sqlOf(tx);
      await sql.rows(`SELECT GET_LOCK('${madeName}', ${waitSeconds})`);
      try {
        if (!(await isMade(sql))) await makeDatabase(server, sql);
      } finally {
        await sql.rows(`SELECT RELEASE_LOCK('${madeName}')`);
      }
      await copyTables(sql, name);
    });
  } finally {
    await connection.close();
  }
}

/** It has a table of its own when nothing is missing any more. */
const isMade = async (sql: Sql) =>
  (
    await sql.rows('SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?', [
      madeName,
      'isWhole',
    ])
  ).length > 0;

async function makeDatabase(server: string, sql: Sql) {
  await sql.run(`DROP DATABASE IF EXISTS ${madeName}`);
  const databaseUrl = new URL(`/${madeName}`, server).toString();
  const database = await openDatabase({ databaseUrl, databasePool: 2, dataDir: '' }, schema);
  await database.migrate();
  await database.close();
  await sql.run(`CREATE TABLE ${madeName}.isWhole (id INT PRIMARY KEY)`);
}

async function copyTables(sql: Sql, name: string) {
  const found = await sql.rows<{ readonly name: string }>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_name <> ?',
    [madeName, 'isWhole'],
  );
  const names = found.map((table) => table.name);
  await sql.run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  for (const table of names) await sql.run(`CREATE TABLE ${name}.${table} LIKE ${madeName}.${table}`);
  const filled = await sql.rows<{ readonly name: string }>(
    names
      .map((table) => `SELECT '${table}' AS name FROM DUAL WHERE EXISTS (SELECT 1 FROM ${madeName}.${table})`)
      .join(' UNION ALL '),
  );
  for (const table of filled)
    await sql.run(`INSERT INTO ${name}.${table.name} SELECT * FROM ${madeName}.${table.name}`);
}
