import type { Database } from '@tongpan/core/src/platform/database/database';
import { openDatabase } from '@tongpan/core/src/platform/database/open';
import type { EngineSettings } from '../engines/for-each-engine';
import { testMigrations, testTables } from './schema';

/** Another instance on the same place, as another process would have. */
export const openInstance = (place: EngineSettings): Promise<Database> =>
  openDatabase(place, { tables: testTables, migrations: testMigrations });

export async function openMigrated(place: EngineSettings): Promise<Database> {
  const database = await openInstance(place);
  await database.migrate();
  return database;
}
