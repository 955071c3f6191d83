import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { schemaDrift } from '@tongpan/core/src/platform/database/drift';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { buildSync } from 'esbuild';
import { type EngineSettings, forEachEngine, removePlaces } from '../engines/for-each-engine';
import { openInstance, openMigrated } from './open-place';
import { testTables } from './schema';

const run = promisify(execFile);
const cache = path.join(__dirname, '../../.cache');
const program = path.join(cache, `migrate-${process.pid}.cjs`);

forEachEngine('migrations', (engine) => {
  beforeAll(() => {
    mkdirSync(cache, { recursive: true });
    buildSync({
      entryPoints: [path.join(__dirname, 'migrate-process.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['typeorm', 'libsql', 'mysql2', 'async-mutex'],
      logLevel: 'silent',
    });
  });
  afterAll(async () => {
    rmSync(program, { force: true });
    await removePlaces();
  });

  const applied = async (place: EngineSettings) => {
    const database = await openInstance(place);
    const rows = await database.read((tx) =>
      sqlOf(tx).rows<{ name: string }>('SELECT name FROM schemaMigration'),
    );
    await database.close();
    return rows.map(({ name }) => name);
  };
  const names = ['TestTables1763700000000'];

  it('change nothing the second time', async () => {
    const place = await engine.makePlace();
    const database = await openMigrated(place);
    await database.migrate();
    await database.close();

    expect(await applied(place)).toEqual(names);
  });

  it('run once when three processes start at the same time', async () => {
    const place = await engine.makePlace();

    await Promise.all([1, 2, 3].map(() => run(process.execPath, [program, JSON.stringify(place)])));

    expect(await applied(place)).toEqual(names);
  });

  it('make exactly the tables that are declared', async () => {
    const place = await engine.makePlace();
    const database = await openMigrated(place);

    const drift = await schemaDrift(place, database.engine, testTables);
    await database.close();

    expect(drift).toEqual([]);
  });
});
