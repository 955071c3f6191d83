import { big, id, integer, json, orNull, table, text } from '@tongpan/core/src/platform/database/columns';
import { schemaDrift } from '@tongpan/core/src/platform/database/drift';
import type { MigrationClass } from '@tongpan/core/src/platform/database/migrations';
import { addColumns, addIndex } from '@tongpan/core/src/platform/database/migrations/change-table';
import { createTable } from '@tongpan/core/src/platform/database/migrations/create-table';
import { openDatabase } from '@tongpan/core/src/platform/database/open';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';

import { testMigrations, testTables } from './schema';

interface Jar {
  readonly id: string;
  readonly size: number;
  readonly lid: string;
  readonly weight: number;
  readonly note: unknown;
}

const jarTable = table<Jar>(
  'jar',
  { id: id(), size: integer(), lid: text(12), weight: big(), note: orNull(json()) },
  { primary: ['id'], index: [['lid', 'id']] },
);

type Runner = Parameters<typeof createTable>[0];

class Jars1763700000001 implements InstanceType<MigrationClass> {
  async up(runner: Runner) {
    await createTable(runner, 'jar', { columns: { id: id(), size: integer() }, primary: ['id'] });
    await runner.query(`INSERT INTO jar (id, size) VALUES ('J1', 3), ('J2', 5)`);
  }

  async down(runner: Runner) {
    await runner.dropTable('jar');
  }
}

class Lids1763700000002 implements InstanceType<MigrationClass> {
  async up(runner: Runner) {
    await addColumns(runner, 'jar', {
      lid: { column: text(12), valueSql: `'red'` },
      weight: { column: big(), valueSql: 'size * 2' },
      note: { column: orNull(json()), valueSql: 'NULL' },
    });
    await addIndex(runner, 'jar', ['lid', 'id']);
  }

  async down(runner: Runner) {
    await runner.dropColumns('jar', ['lid', 'weight', 'note']);
  }
}

const tables = [...testTables, jarTable];

forEachEngine('columns added to a table that has rows', (engine) => {
  afterAll(removePlaces);

  it('are filled, closed to null and leave no default behind', async () => {
    const place = await engine.makePlace();
    const migrations = [...testMigrations, Jars1763700000001, Lids1763700000002];
    const database = await openDatabase(place, { tables, migrations });
    await database.migrate();

    const rows = await database.read((tx) => sqlOf(tx).select(jarTable, 'ORDER BY id'));
    const drift = await schemaDrift(place, database.engine, tables);
    const withoutLid = database.transaction((tx) =>
      sqlOf(tx).run(`INSERT INTO jar (id, size, weight) VALUES ('J3', 1, 1)`),
    );

    await expect(withoutLid).rejects.toThrow();
    await database.close();
    expect(rows).toEqual([
      { id: 'J1', size: 3, lid: 'red', weight: 6, note: null },
      { id: 'J2', size: 5, lid: 'red', weight: 10, note: null },
    ]);
    expect(drift).toEqual([]);
  });
});
