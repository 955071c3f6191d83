import type { Database, Tx } from '@tongpan/core/src/platform/database/database';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { Contended, Unavailable } from '@tongpan/core/src/platform/refusals';
import { together } from '@tongpan/core/src/platform/together';
import { type EngineSettings, forEachEngine, removePlaces } from '../engines/for-each-engine';
import { openMigrated } from './open-place';
import { aShelf, entryTable, shelfTable } from './schema';

forEachEngine('database', (engine) => {
  let place: EngineSettings;
  let database: Database;
  beforeAll(async () => {
    place = await engine.makePlace();
    database = await openMigrated(place);
  });
  beforeEach(() =>
    database.transaction(async (tx) => {
      await sqlOf(tx).run('DELETE FROM shelf');
      await sqlOf(tx).run('DELETE FROM shelfEntry');
    }),
  );
  afterAll(async () => {
    await database.close();
    await removePlaces();
  });

  const put = (tx: Tx, id: string, onHand = 0) => sqlOf(tx).insert(shelfTable, [aShelf({ id, onHand })]);
  const shelves = () => database.read((tx) => sqlOf(tx).select(shelfTable, 'ORDER BY id'));
  const onHandOf = async (id: string) => (await shelves()).find((shelf) => shelf.id === id)?.onHand;

  describe('a transaction', () => {
    it('commits what it wrote', async () => {
      const answer = await database.transaction(async (tx) => {
        await put(tx, 'a', 5);
        return 'done';
      });

      expect(answer).toBe('done');
      expect(await onHandOf('a')).toBe(5);
    });

    it('leaves nothing behind when its work throws', async () => {
      const failing = database.transaction(async (tx) => {
        await put(tx, 'a');
        throw new Error('changed my mind');
      });

      await expect(failing).rejects.toThrow('changed my mind');
      expect(await shelves()).toEqual([]);
    });

    it('cannot be used after its end', async () => {
      let kept: Tx | null = null;
      await database.transaction(async (tx) => {
        kept = tx;
      });

      expect(() => kept && sqlOf(kept)).toThrow('has ended');
    });

    it('is replayed from the beginning when it is contended', async () => {
      let tries = 0;
      await database.transaction(async (tx) => {
        tries += 1;
        await put(tx, `try-${tries}`);
        if (tries < 3) throw new Contended('shelf');
      });

      expect((await shelves()).map(({ id }) => id)).toEqual(['try-3']);
    });

    it('gives up after a bounded number of replays', async () => {
      let tries = 0;
      const hopeless = database.transaction(async () => {
        tries += 1;
        throw new Contended('shelf');
      });

      await expect(hopeless).rejects.toBeInstanceOf(Unavailable);
      expect(tries).toBeGreaterThan(3);
      expect(tries).toBeLessThan(100);
    });

    it('is replayed when it loses a deadlock', async () => {
      await database.transaction(async (tx) => {
        await put(tx, 'a');
        await put(tx, 'b');
      });
      const meeting = meetingOf(2);
      const addBoth = async (first: string, second: string) =>
        database.transaction(async (tx) => {
          const add = (id: string) =>
            sqlOf(tx).run('UPDATE shelf SET onHand = onHand + 1 WHERE id = ?', [id]);
          await add(first);
          await meeting.arrive();
          await add(second);
        });

      await Promise.all([addBoth('a', 'b'), addBoth('b', 'a')]);

      expect(await onHandOf('a')).toBe(2);
      expect(await onHandOf('b')).toBe(2);
    });

    it('writes nothing more when the engine has ended it by itself', async () => {
      // As a deadlock or a full disk does: what is asked beside or after the failure would stand by itself.
      const broken = database.transaction(async (tx) => {
        await put(tx, 'before');
        const sql = sqlOf(tx);
        await together([
          sql.run('ROLLBACK'),
          sql.run('UPDATE nowhere SET gone = 1'),
          put(tx, 'beside'),
        ]).catch(() => undefined);
        await put(tx, 'after');
      });

      await expect(broken).rejects.toThrow('nowhere');
      expect(await shelves()).toEqual([]);
      await database.transaction((tx) => put(tx, 'later'));
      expect((await shelves()).map(({ id }) => id)).toEqual(['later']);
    });

    it('carries more than one packet holds', async () => {
      const note = 'x'.repeat(400_000);
      await database.transaction((tx) =>
        together(
          ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) =>
            sqlOf(tx).insert(shelfTable, [aShelf({ id, note })]),
          ),
        ),
      );

      expect((await shelves()).map((shelf) => shelf.note?.length)).toEqual(Array(8).fill(400_000));
    });

    it('is not seen by readers before it commits', async () => {
      const seen: number[] = [];
      await database.transaction(async (tx) => {
        await put(tx, 'a');
        seen.push((await sqlOf(tx).select(shelfTable)).length, (await shelves()).length);
      });

      expect([...seen, (await shelves()).length]).toEqual([1, 0, 1]);
    });

    it('decides anew on what others have committed when it is replayed', async () => {
      await database.transaction((tx) => put(tx, 'a', 1));
      let meanwhile: Promise<unknown> = Promise.resolve();
      const seen: (number | undefined)[] = [];
      await database.transaction(async (tx) => {
        const [shelf] = await sqlOf(tx).select(shelfTable, 'WHERE id = ?', ['a']);
        if (seen.length === 0) {
          meanwhile = database.transaction((other) =>
            sqlOf(other).run('UPDATE shelf SET onHand = 9 WHERE id = ?', ['a']),
          );
        }
        seen.push(shelf?.onHand);
        if (shelf?.onHand !== 9) throw new Contended('shelf');
      });
      await meanwhile;

      expect(seen[0]).toBe(1);
      expect(seen.at(-1)).toBe(9);
    });
  });

  describe('a guarded write', () => {
    it('given 7 on hand, when 20 buyers take one at once, lets 7 have it and 13 fall short', async () => {
      await database.transaction((tx) => put(tx, 'a', 7));
      const take = () =>
        database.transaction((tx) =>
          sqlOf(tx).run('UPDATE shelf SET onHand = onHand - 1 WHERE id = ? AND onHand >= 1', ['a']),
        );

      const taken = await Promise.all(Array.from({ length: 20 }, take));

      expect(taken.filter((rows) => rows === 1)).toHaveLength(7);
      expect(taken.filter((rows) => rows === 0)).toHaveLength(13);
      expect(await onHandOf('a')).toBe(0);
    });

    it('counts the rows it matched, changed or not', async () => {
      await database.transaction((tx) => put(tx, 'a', 7));
      const set = (onHand: number) =>
        database.transaction((tx) =>
          sqlOf(tx).run('UPDATE shelf SET onHand = ? WHERE id = ?', [onHand, 'a']),
        );

      expect(await set(7)).toBe(1);
      expect(await set(8)).toBe(1);
      expect(
        await database.transaction((tx) =>
          sqlOf(tx).run('UPDATE shelf SET onHand = 1 WHERE id = ?', ['none']),
        ),
      ).toBe(0);
    });

    it('lets two who lock the same rows pass one after the other', async () => {
      await database.transaction((tx) => put(tx, 'a', 0));
      const addOne = () =>
        database.transaction(async (tx) => {
          const [shelf] = await sqlOf(tx).selectForUpdate(shelfTable, 'WHERE id = ?', ['a']);
          await sqlOf(tx).run('UPDATE shelf SET onHand = ? WHERE id = ?', [(shelf?.onHand ?? 0) + 1, 'a']);
        });

      await Promise.all(Array.from({ length: 12 }, addOne));

      expect(await onHandOf('a')).toBe(12);
    });
  });

  describe('a row', () => {
    it('comes back as it went in', async () => {
      const rows = [
        aShelf({
          id: 'a',
          name: "货架 'A' ‖ 🧃",
          onHand: Number.MAX_SAFE_INTEGER,
          rank: -2_147_483_648,
          isOpen: false,
          checkedOn: '2026-02-28',
          tags: { 产地: ['杭州'], nested: { price: 1, none: null, yes: true } },
          note: 'x'.repeat(70_000),
        }),
        aShelf({ id: 'b', onHand: Number.MIN_SAFE_INTEGER, tags: 'only a text' }),
      ];
      await database.transaction((tx) => sqlOf(tx).insert(shelfTable, rows));

      expect(await shelves()).toEqual(rows);
    });

    it('is told apart by the case of its key', async () => {
      await database.transaction(async (tx) => {
        await put(tx, 'a');
        await put(tx, 'A');
      });

      const found = await database.read((tx) => sqlOf(tx).select(shelfTable, 'WHERE id = ?', ['A']));

      expect(found.map(({ id }) => id)).toEqual(['A']);
    });

    it('is refused when its key is taken', async () => {
      await database.transaction((tx) => put(tx, 'a'));

      await expect(database.transaction((tx) => put(tx, 'a'))).rejects.toThrow();
    });

    it('is inserted only where its key is free, and says how many were', async () => {
      await database.transaction((tx) => put(tx, 'a', 1));

      const inserted = await database.transaction((tx) =>
        sqlOf(tx).insertMissing(shelfTable, [
          aShelf({ id: 'a', onHand: 9 }),
          aShelf({ id: 'b', onHand: 2 }),
          aShelf({ id: 'c', name: 'shelf a' }),
        ]),
      );

      expect(inserted).toBe(1);
      expect((await shelves()).map(({ id, onHand }) => [id, onHand])).toEqual([
        ['a', 1],
        ['b', 2],
      ]);
    });

    it.each([
      ['a text that is too long', { name: 'n'.repeat(41) }],
      ['a missing value', { name: null as unknown as string }],
      ['an integer that is too big', { rank: 2 ** 40 }],
    ])('is refused with %s rather than changed', async (_what, wrong) => {
      const insert = (insertMissing: boolean) =>
        database.transaction(async (tx) => {
          const rows = [aShelf({ id: 'a', ...wrong })];
          await (insertMissing
            ? sqlOf(tx).insertMissing(shelfTable, rows)
            : sqlOf(tx).insert(shelfTable, rows));
        });

      await expect(insert(false)).rejects.toThrow();
      await expect(insert(true)).rejects.toThrow();
      expect(await shelves()).toEqual([]);
    });

    it('counts its position up in the order of insertion', async () => {
      const entries = [3, 1, 2].map((quantity) => ({ position: 0, shelfId: 'a', quantity }));
      await database.transaction((tx) => sqlOf(tx).insert(entryTable, entries));
      await database.transaction((tx) => sqlOf(tx).insert(entryTable, entries));

      const found = await database.read((tx) => sqlOf(tx).select(entryTable, 'ORDER BY position'));

      expect(found.map(({ quantity }) => quantity)).toEqual([3, 1, 2, 3, 1, 2]);
      expect(new Set(found.map(({ position }) => position)).size).toBe(6);
    });

    it('comes by the ten thousand', async () => {
      const rows = Array.from({ length: 10_000 }, (_, index) =>
        aShelf({ id: `s${String(index).padStart(5, '0')}`, onHand: index }),
      );
      await database.transaction((tx) => sqlOf(tx).insert(shelfTable, rows));

      const [total] = await database.read((tx) =>
        sqlOf(tx).rows<{ shelves: number; onHand: number }>(
          'SELECT COUNT(*) AS shelves, SUM(onHand) AS onHand FROM shelf',
        ),
      );

      expect(total).toEqual({ shelves: 10_000, onHand: 49_995_000 });
    });
  });

  describe('a parameter', () => {
    it('may be a list', async () => {
      await database.transaction(async (tx) => {
        for (const id of ['a', 'b', 'c']) await put(tx, id);
      });
      const found = (ids: readonly string[]) =>
        database.read((tx) =>
          sqlOf(tx).select(shelfTable, 'WHERE id IN (?) AND isOpen = ? ORDER BY id', [ids, true]),
        );

      expect((await found(['c', 'a', 'x'])).map(({ id }) => id)).toEqual(['a', 'c']);
      expect(await found([])).toEqual([]);
    });

    it.each([
      ['undefined', undefined],
      ['a date', new Date(0)],
      ['a buffer', Buffer.from('x')],
      ['a fraction', 1.5],
      ['a number beyond 2^53', 2 ** 53],
      ['not a number', NaN],
      ['an object', { id: 'a' }],
      ['a bigint', 1n],
    ])('cannot be %s', async (_what, value) => {
      const wrong = value as never;
      const bad: ((tx: Tx) => Promise<unknown>)[] = [
        (tx: Tx) => sqlOf(tx).rows('SELECT * FROM shelf WHERE id = ?', [wrong]),
        (tx: Tx) => sqlOf(tx).rows('SELECT * FROM shelf WHERE id IN (?)', [[wrong]]),
        (tx: Tx) => sqlOf(tx).insert(shelfTable, [aShelf({ id: 'a', onHand: wrong })]),
      ];

      for (const query of bad) await expect(database.transaction(query)).rejects.toBeInstanceOf(TypeError);
    });

    it('cannot be undefined in place of JSON', async () => {
      const insert = database.transaction((tx) =>
        sqlOf(tx).insert(shelfTable, [aShelf({ id: 'a', tags: undefined })]),
      );

      await expect(insert).rejects.toBeInstanceOf(TypeError);
    });

    it('is neither missing nor left over', async () => {
      const ask = (parameters: readonly string[]) =>
        database.read((tx) => sqlOf(tx).rows('SELECT * FROM shelf WHERE id = ?', parameters));

      await expect(ask([])).rejects.toThrow('too few');
      await expect(ask(['a', 'b'])).rejects.toThrow('too many');
    });
  });

  describe('a snapshot', () => {
    it('sees the database as of one moment', async () => {
      await database.transaction(async (tx) => {
        await put(tx, 'a', 1);
        await put(tx, 'b', 1);
      });
      const look = async (tx: Tx, id: string) =>
        (await sqlOf(tx).select(shelfTable, 'WHERE id = ?', [id]))[0]?.onHand;

      const seen = await database.snapshot(async (tx) => {
        const before = await look(tx, 'a');
        await database.transaction(async (other) => {
          await sqlOf(other).run('UPDATE shelf SET onHand = 2');
          await put(other, 'c', 2);
        });
        return [before, await look(tx, 'b'), await look(tx, 'c')];
      });

      expect(seen).toEqual([1, 1, undefined]);
      expect(await onHandOf('b')).toBe(2);
    });
  });

  it('answers a ping', async () => {
    await expect(database.ping()).resolves.toBeUndefined();
  });
});

/** Lets all go on when `people` have arrived, or after a while when they cannot. */
function meetingOf(people: number) {
  let arrived = 0;
  let open: () => void = () => undefined;
  const isComplete = new Promise<void>((resolve) => (open = resolve));
  return {
    async arrive() {
      arrived += 1;
      if (arrived >= people) open();
      const enough = new Promise((resolve) => setTimeout(resolve, 250));
      await Promise.race([isComplete, enough]);
    },
  };
}
