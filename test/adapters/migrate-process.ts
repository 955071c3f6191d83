import { openMigrated } from './open-place';

/** Run as a process of its own: brings the schema of a place up to date. */
async function migrate() {
  const database = await openMigrated(JSON.parse(process.argv[2] ?? '{}'));
  await database.close();
}

void migrate();
