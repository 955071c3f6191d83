import path from 'node:path';
import type { EntitySchema } from 'typeorm';
import type { Settings } from '../settings';
import type { Database } from './database';
import type { MigrationClass } from './migrations';
import { openMysql } from './mysql';
import { openSqlite } from './sqlite';

export const databaseFile = 'tongpan.sqlite';

/**
 * Opens the database the settings name: MySQL or MariaDB by address, else a file in the data folder.
 * @throws Unavailable
 */
export function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'databasePool' | 'dataDir'>,
  schema: { readonly tables: readonly EntitySchema[]; readonly migrations: readonly MigrationClass[] },
): Promise<Database> {
  const { databaseUrl, databasePool, dataDir } = settings;
  return databaseUrl
    ? openMysql({ ...schema, url: databaseUrl, poolSize: databasePool })
    : openSqlite({ ...schema, file: path.join(dataDir, databaseFile) });
}
