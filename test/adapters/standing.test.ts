import type { Database, Tx } from '@tongpan/core/src/platform/database/database';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { readStanding, standing } from '@tongpan/core/src/platform/database/standing';
import { newRowsOf } from '@tongpan/core/src/platform/database/written-table';
import { type EngineSettings, forEachEngine, removePlaces } from '../engines/for-each-engine';
import { openInstance, openMigrated } from './open-place';
import { aShelf, shelfTable } from './schema';

let loads = 0;

/** Names of shelves by id, with a count of how often the database was asked. */
const shelfNames = standing<string>({
  name: 'shelf names',
  tables: ['shelf'],
  limit: 3,
  async load(tx, ids) {
    loads += 1;
    const found = await sqlOf(tx).select(shelfTable, 'WHERE id IN (?)', [ids]);
    return new Map(found.map(({ id, name }) => [id, name]));
  },
});

/** The first name of a shelf, which nobody changes: only new shelves matter to it. */
const shelfBirths = standing<string>({ ...shelfNames, name: 'shelf births', tables: [newRowsOf('shelf')] });

const nameIn = async (tx: Tx, id: string) => (await readStanding(tx, shelfNames, [id])).get(id);

forEachEngine('facts that stand', (engine) => {
  let place: EngineSettings;
  let here: Database;
  let elsewhere: Database;

  beforeAll(async () => {
    place = await engine.makePlace();
    here = await openMigrated(place);
    elsewhere = await openInstance(place);
  });
  beforeEach(async () => {
    await here.transaction((tx) => sqlOf(tx).run('DELETE FROM shelf'));
    await here.transaction((tx) => sqlOf(tx).insert(shelfTable, [aShelf({ id: 'a', name: 'first' })]));
    loads = 0;
  });
  afterAll(async () => {
    await elsewhere.close();
    await here.close();
    await removePlaces();
  });

  const read = (database: Database, id = 'a') => database.read((tx) => nameIn(tx, id));
  const rename = (tx: Tx, name: string) =>
    sqlOf(tx).run('UPDATE shelf SET name = ? WHERE id = ?', [name, 'a']);

  it('are read once and then remembered, also what is not there', async () => {
    expect([await read(here), await read(here)]).toEqual(['first', 'first']);
    expect([await read(here, 'none'), await read(here, 'none')]).toEqual([undefined, undefined]);
    expect(loads).toBe(2);
  });

  it('are never older than what was committed before, wherever that was', async () => {
    await read(here);
    await read(elsewhere);
    for (const [at, database] of [here, elsewhere, here, elsewhere].entries()) {
      await database.transaction((tx) => rename(tx, `name ${at}`));
      expect([await read(here), await read(elsewhere)]).toEqual([`name ${at}`, `name ${at}`]);
    }
  });

  it('are what a transaction has written itself, and stay its own until it commits', async () => {
    await read(here);
    const failing = here.transaction(async (tx) => {
      await rename(tx, 'not yet');
      expect(await nameIn(tx, 'a')).toBe('not yet');
      throw new Error('changed my mind');
    });

    await expect(failing).rejects.toThrow('changed my mind');
    expect([await read(here), await read(elsewhere)]).toEqual(['first', 'first']);
  });

  it('are not put back by a reader who began before the change', async () => {
    await here.read(async (tx) => {
      await readStanding(tx, shelfNames, ['other']);
      await elsewhere.transaction((other) => rename(other, 'second'));
      await read(here);
      await nameIn(tx, 'a');
    });

    expect(await read(here)).toBe('second');
  });

  it('do not turn with a write that changed nothing, nor with other tables', async () => {
    await read(here);
    await here.transaction((tx) => sqlOf(tx).run("UPDATE shelf SET name = 'x' WHERE id = 'nobody'"));
    await here.transaction((tx) => sqlOf(tx).run('DELETE FROM shelfEntry'));
    await read(here);

    expect(loads).toBe(1);
  });

  it('of new rows only stay while rows change, and are read again when one comes', async () => {
    const readBirth = () =>
      here.read(async (tx) => (await readStanding(tx, shelfBirths, ['b'])).get('b') ?? 'none');
    expect(await readBirth()).toBe('none');
    await here.transaction((tx) => rename(tx, 'changed'));
    expect([await readBirth(), loads]).toEqual(['none', 1]);

    await elsewhere.transaction((tx) =>
      sqlOf(tx).insertMissing(shelfTable, [aShelf({ id: 'b', name: 'born' })]),
    );

    expect(await readBirth()).toBe('born');
  });

  it('of new rows only are what a transaction has added itself', async () => {
    await here.transaction(async (tx) => {
      await readStanding(tx, shelfBirths, ['c']);
      await sqlOf(tx).run("DELETE FROM shelf WHERE id = 'c'");
      await sqlOf(tx).insert(shelfTable, [aShelf({ id: 'c', name: 'own' })]);

      expect((await readStanding(tx, shelfBirths, ['c'])).get('c')).toBe('own');
    });
  });

  it('are forgotten when there are too many', async () => {
    for (const id of ['1', '2', '3', '4', '5']) await read(here, id);
    loads = 0;

    await read(here, '1');

    expect(loads).toBe(1);
  });
});
