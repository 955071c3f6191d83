import path from 'node:path';
import libsql from 'libsql';
import { DataSource, type EntitySchema } from 'typeorm';
import type { Settings } from '../settings';
import { schemaFor } from './columns';
import type { Database } from './database';
import { databaseFile } from './open';

/**
 * The statements that would still be needed to make the tables as they are declared; none when the
 * migrations say the same as the tables.
 */
export async function schemaDrift(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  engine: Database['engine'],
  tables: readonly EntitySchema[],
): Promise<string[]> {
  const declared = {
    entities: tables.map((table) => schemaFor(table, engine)),
    migrationsTableName: 'schemaMigration',
  };
  const source =
    engine === 'sqlite'
      ? new DataSource({
          ...declared,
          type: 'better-sqlite3',
          database: path.join(settings.dataDir, databaseFile),
          driver: libsql,
        })
      : new DataSource({
          ...declared,
          type: engine,
          url: settings.databaseUrl ?? '',
          charset: 'utf8mb4_bin',
        });
  await source.initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}
