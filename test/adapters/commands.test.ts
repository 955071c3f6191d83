import { answerOnce, type Command, hashOf } from '@tongpan/core/src/platform/commands';
import type { Database } from '@tongpan/core/src/platform/database/database';
import { openDatabase } from '@tongpan/core/src/platform/database/open';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { aShelf, shelfTable, testMigrations, testTables } from './schema';

const aCommand = (given: Partial<Command> = {}): Command => ({
  commandId: 'command-1',
  partyId: 'store-1',
  kind: 'shelf.add',
  input: { shelf: 'a', quantity: 3 },
  at: 1_763_800_000_000,
  ...given,
});

forEachEngine('commands', (engine) => {
  let database: Database;
  beforeEach(async () => {
    database = await openDatabase(await engine.makePlace(), {
      tables: testTables,
      migrations: testMigrations,
    });
    await database.migrate();
  });
  afterEach(() => database.close());
  afterAll(removePlaces);

  const add = (command: Command, shelfId: string) =>
    database.transaction((tx) =>
      answerOnce(tx, command, async () => {
        await sqlOf(tx).insert(shelfTable, [aShelf({ id: shelfId })]);
        return { shelfId };
      }),
    );
  const shelves = () => database.read((tx) => sqlOf(tx).select(shelfTable, 'ORDER BY id'));

  it('gives a repeat the first answer and does nothing again', async () => {
    const first = await add(aCommand(), 'a');
    const second = await add(aCommand({ at: 1_763_800_009_000 }), 'b');

    expect(first).toEqual({ shelfId: 'a' });
    expect(second).toEqual({ shelfId: 'a' });
    expect((await shelves()).map(({ id }) => id)).toEqual(['a']);
  });

  it('does not mind the order of keys', async () => {
    await add(aCommand({ input: { shelf: 'a', quantity: 3 } }), 'a');

    expect(await add(aCommand({ input: { quantity: 3, shelf: 'a' } }), 'b')).toEqual({ shelfId: 'a' });
  });

  it.each([
    ['input', { input: { shelf: 'a', quantity: 4 } }],
    ['kind', { kind: 'shelf.remove' }],
    ['party', { partyId: 'store-2' }],
  ])('refuses another %s under the same id', async (_what, other) => {
    await add(aCommand(), 'a');

    await expect(add(aCommand(other), 'b')).rejects.toMatchObject({ code: 'command.idReused' });
    expect(await shelves()).toHaveLength(1);
  });

  it('forgets a command whose work failed, so that it can be said again', async () => {
    const failing = database.transaction((tx) =>
      answerOnce(tx, aCommand(), async () => {
        await sqlOf(tx).insert(shelfTable, [aShelf({ id: 'x' })]);
        throw new Error('no');
      }),
    );
    await expect(failing).rejects.toThrow('no');

    expect(await add(aCommand(), 'a')).toEqual({ shelfId: 'a' });
    expect((await shelves()).map(({ id }) => id)).toEqual(['a']);
  });

  it('runs the work once when ten first tries come at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => add(aCommand(), `shelf-${index}`)),
    );

    expect(await shelves()).toHaveLength(1);
    expect(new Set(answers.map(({ shelfId }) => shelfId)).size).toBe(1);
  });

  it.each([[null], [undefined], ['text'], [{ lines: [1, 2], note: null }]])(
    'keeps the answer %j',
    async (answer) => {
      const ask = () => database.transaction((tx) => answerOnce(tx, aCommand(), async () => answer));

      await ask();

      expect(await ask()).toEqual(answer);
    },
  );
});

describe('hashOf', () => {
  it('depends on what is said and not on how', () => {
    expect(hashOf({ b: [1, { d: 1, c: 2 }], a: undefined })).toBe(hashOf({ b: [1, { c: 2, d: 1 }] }));
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
    expect(hashOf({ a: '1' })).not.toBe(hashOf({ a: 1 }));
    expect(hashOf(undefined)).toHaveLength(64);
  });
});
