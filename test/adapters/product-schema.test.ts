import { tables } from '@tongpan/core';
import { schemaDrift } from '@tongpan/core/src/platform/database/drift';
import { migrations } from '@tongpan/core/src/platform/database/migrations';
import { openDatabase } from '@tongpan/core/src/platform/database/open';
import { platformTables } from '@tongpan/core/src/platform/tables';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';

forEachEngine('the schema of the product', (engine) => {
  afterAll(removePlaces);

  it('is what its tables declare', async () => {
    const place = await engine.makePlace();
    const all = [...platformTables, ...tables];
    const database = await openDatabase(place, { tables: all, migrations });
    await database.migrate();

    const drift = await schemaDrift(place, database.engine, all);
    await database.close();

    expect(drift).toEqual([]);
  });
});
