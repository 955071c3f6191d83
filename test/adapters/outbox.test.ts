import type { Tx } from '@tongpan/core/src/platform/database/database';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { type Consumer, type DomainEvent, emit, openOutbox } from '@tongpan/core/src/platform/outbox';
import { eventually } from '../engines/eventually';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { openNeighbour, openParts, type Parts } from './a-platform';
import { entryTable } from './schema';

const dayMs = 86_400_000;
const backoff = { firstWaitMs: 1_000, longestWaitMs: 4_000, attemptLimit: 3 };

forEachEngine('outbox', (engine) => {
  let parts: Awaited<ReturnType<typeof openParts>>;
  beforeEach(async () => {
    parts = await openParts(engine);
  });
  afterEach(() => parts.close());
  afterAll(removePlaces);

  const anEvent = (aggregate: string, quantity: number): DomainEvent => ({
    id: parts.newId(),
    name: 'shelf.filled',
    version: 1,
    aggregate,
    at: parts.clock.now(),
    payload: { quantity },
  });
  const send = (events: readonly DomainEvent[]) => parts.database.transaction((tx) => emit(tx, events));
  const open = (options = {}) => openOutbox(parts, { backoff, ...options });

  /** Writes what it gets into the database, as consumers do. */
  const keeper = (name = 'keeper', fails: (event: DomainEvent) => boolean = () => false): Consumer => ({
    name,
    events: ['shelf.filled'],
    async handle(tx, event) {
      await write(tx, event);
      if (fails(event)) throw new Error('the shelf broke');
    },
  });
  const write = (tx: Tx, event: DomainEvent) => {
    const { quantity } = event.payload as { quantity: number };
    return sqlOf(tx).insert(entryTable, [{ position: 0, shelfId: event.aggregate.slice(0, 40), quantity }]);
  };
  const kept = async () => {
    const rows = await parts.database.read((tx) => sqlOf(tx).select(entryTable, 'ORDER BY position'));
    return rows.map(({ shelfId, quantity }) => `${shelfId}=${quantity}`);
  };

  it('delivers at once what a process said whose clock was ahead', async () => {
    const outbox = open();
    outbox.register(keeper());
    await send([{ ...anEvent('shelf:a', 1), at: parts.clock.now() + dayMs }]);

    await outbox.drain();

    expect(await kept()).toEqual(['shelf:a=1']);
  });

  it('delivers what was committed, once to each consumer, in order', async () => {
    const outbox = open();
    outbox.register(keeper('one'), keeper('two'));
    await send([anEvent('shelf:a', 1), anEvent('shelf:b', 2)]);
    await send([anEvent('shelf:a', 3)]);

    await outbox.drain();
    await outbox.drain();

    expect(await kept()).toEqual([
      'shelf:a=1',
      'shelf:a=1',
      'shelf:b=2',
      'shelf:b=2',
      'shelf:a=3',
      'shelf:a=3',
    ]);
    expect(await outbox.counts()).toEqual({ open: 0, dead: 0, oldestOpenAt: null });
  });

  it('delivers nothing of a transaction that was undone', async () => {
    const outbox = open();
    outbox.register(keeper());
    const failing = parts.database.transaction(async (tx) => {
      await emit(tx, [anEvent('shelf:a', 1)]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');

    await outbox.drain();

    expect(await kept()).toEqual([]);
  });

  it('is done with events that nobody wants', async () => {
    const outbox = open();
    await send([anEvent('shelf:a', 1)]);

    await outbox.drain();

    expect((await outbox.counts()).open).toBe(0);
  });

  it('hands over the whole event', async () => {
    const outbox = open();
    const event = {
      ...anEvent('shelf:a', 1),
      version: 2,
      payload: { lines: [{ name: '货架', free: null }] },
    };
    const got: DomainEvent[] = [];
    outbox.register({
      name: 'reader',
      events: ['shelf.filled'],
      handle: async (_tx, given) => void got.push(given),
    });
    await send([event]);

    await outbox.drain();

    expect(got).toEqual([expect.objectContaining(event)]);
  });

  it('holds an aggregate back behind its failed event, and lets the others go on', async () => {
    const outbox = open();
    let isBroken = true;
    outbox.register(keeper('keeper', ({ aggregate }) => isBroken && aggregate === 'shelf:a'));
    await send([anEvent('shelf:a', 1), anEvent('shelf:b', 1), anEvent('shelf:a', 2), anEvent('shelf:b', 2)]);

    await outbox.drain();
    await send([anEvent('shelf:a', 3), anEvent('shelf:b', 3)]);
    await outbox.drain();
    expect(await kept()).toEqual(['shelf:b=1', 'shelf:b=2', 'shelf:b=3']);
    expect((await outbox.counts()).open).toBe(3);

    isBroken = false;
    parts.clock.advance(backoff.firstWaitMs);
    await outbox.drain();
    expect((await kept()).slice(3)).toEqual(['shelf:a=1', 'shelf:a=2', 'shelf:a=3']);
  });

  it('does not undo for one consumer what another has failed at', async () => {
    const outbox = open();
    let isBroken = true;
    outbox.register(
      keeper('sound'),
      keeper('weak', () => isBroken),
    );
    await send([anEvent('shelf:a', 1)]);

    await outbox.drain();
    expect(await kept()).toEqual(['shelf:a=1']);

    isBroken = false;
    parts.clock.advance(backoff.firstWaitMs);
    await outbox.drain();
    expect(await kept()).toEqual(['shelf:a=1', 'shelf:a=1']);
  });

  it('waits longer after each failure, then gives the event up where everybody sees it', async () => {
    const outbox = open();
    let tries = 0;
    let isBroken = true;
    outbox.register(
      keeper('keeper', ({ payload }) => isBroken && (payload as { quantity: number }).quantity === 1),
    );
    outbox.register({ name: 'counter', events: ['shelf.filled'], handle: async () => void (tries += 1) });
    const event = anEvent('shelf:a', 1);
    await send([event, anEvent('shelf:a', 2)]);
    const attempts = async () =>
      parts.database.read((tx) =>
        sqlOf(tx).rows<{ attempts: number; nextAttemptAt: number }>(
          'SELECT attempts, nextAttemptAt FROM outboxEvent ORDER BY position LIMIT 1',
        ),
      );

    const waits: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      await outbox.drain();
      const [row] = await attempts();
      const waitMs = (row?.nextAttemptAt ?? 0) - parts.clock.now();
      waits.push(waitMs);
      parts.clock.advance(waitMs - 1);
      await outbox.drain();
      expect((await attempts())[0]?.attempts).toBe(round + 1);
      parts.clock.advance(1);
    }
    await outbox.drain();

    expect(waits).toEqual([1_000, 2_000]);
    const [dead] = await outbox.dead(10);
    expect(dead).toMatchObject({ id: event.id, attempts: 3, lastError: 'keeper: the shelf broke' });
    expect(await outbox.counts()).toMatchObject({ open: 1, dead: 1 });

    parts.clock.advance(dayMs);
    await outbox.drain();
    expect(await kept()).toEqual([]);

    isBroken = false;
    expect(await outbox.retry(event.id)).toBe(true);
    expect(await outbox.retry(event.id)).toBe(false);
    await outbox.drain();
    expect(await kept()).toEqual(['shelf:a=1', 'shelf:a=2']);
    expect(await outbox.dead(10)).toEqual([]);
  });

  it('delivers once though many deliver at the same time without a lock', async () => {
    const neighbours = await Promise.all([1, 2].map(() => openNeighbour(parts.place, parts.clock)));
    const outboxes = [parts, ...neighbours].map((part) =>
      openOutbox({ ...part, coordination: lockless(part) }, { backoff, batchSize: 7 }),
    );
    for (const outbox of outboxes) outbox.register(keeper('one'), keeper('two'));
    const events = Array.from({ length: 60 }, (_, index) => anEvent(`shelf:${index % 5}`, index));
    await send(events);

    await eventually('all is delivered', async () => {
      // Embedded, a neighbour is another process in life; here they take turns.
      if (engine.name === 'mariadb + redis') await Promise.all(outboxes.map((outbox) => outbox.drain()));
      else for (const outbox of outboxes) await outbox.drain();
      parts.clock.advance(10_000);
      return (await outboxes[0]?.counts())?.open === 0;
    });

    const rows = await parts.database.read((tx) => sqlOf(tx).select(entryTable, 'ORDER BY position'));
    expect(rows.map(({ quantity }) => quantity).sort((one, other) => one - other)).toEqual(
      events.flatMap((_, index) => [index, index]),
    );
    for (let shelf = 0; shelf < 5; shelf += 1) {
      const order = rows
        .filter(({ shelfId }) => shelfId === `shelf:${shelf}`)
        .map(({ quantity }) => quantity);
      expect(order.filter((_, index) => index % 2 === 0)).toEqual(
        [...order.filter((_, index) => index % 2 === 0)].sort((one, other) => one - other),
      );
    }
    await Promise.all(neighbours.map((neighbour) => neighbour.close()));
  });

  it('leaves the work to whoever holds the lock', async () => {
    const outbox = open();
    outbox.register(keeper());
    await send([anEvent('shelf:a', 1)]);
    const lock = await parts.coordination.lock('outbox', { leaseMs: 60_000 });

    await outbox.drain();
    expect(await kept()).toEqual([]);

    await lock?.release();
    await outbox.drain();
    expect(await kept()).toEqual(['shelf:a=1']);
  });

  it('delivers in the background when it is poked, long before the next poll', async () => {
    const outbox = open({ pollMs: 3_600_000 });
    outbox.register(keeper());
    await outbox.start();
    await send([anEvent('shelf:a', 1)]);

    outbox.poke();
    await eventually('it is delivered', async () => (await kept()).length === 1);
    await outbox.stop();

    await send([anEvent('shelf:a', 2)]);
    outbox.poke();
    await outbox.stop();
    expect(await kept()).toEqual(['shelf:a=1']);
  });

  it('finds at its next poll what nobody poked about', async () => {
    const outbox = open({ pollMs: 10 });
    outbox.register(keeper());
    await outbox.start();
    await send([anEvent('shelf:a', 1)]);

    await eventually('it is delivered', async () => (await kept()).length === 1);
    await outbox.stop();
  });

  it('forgets what was delivered long ago', async () => {
    const outbox = open({ keptDays: 7 });
    outbox.register(keeper());
    await send([anEvent('shelf:a', 1), anEvent('shelf:b', 2)]);
    await outbox.drain();
    parts.clock.advance(7 * dayMs);
    expect(await outbox.purge()).toBe(0);
    await send([anEvent('shelf:c', 3)]);
    parts.clock.advance(1);

    expect(await outbox.purge()).toBe(2);

    const left = await parts.database.read((tx) =>
      sqlOf(tx).rows<{ events: number; seen: number }>(
        'SELECT (SELECT COUNT(*) FROM outboxEvent) AS events, (SELECT COUNT(*) FROM outboxSeen) AS seen',
      ),
    );
    expect(left).toEqual([{ events: 1, seen: 0 }]);
  });

  it('does not take two consumers of one name', () => {
    expect(() => open().register(keeper('same'), keeper('same'))).toThrow('same');
  });
});

/** A lock service that gives the lock to everyone. */
function lockless({ coordination }: Parts): Parts['coordination'] {
  const lock = async (name: string) => ({
    name,
    owner: 'everyone',
    fencing: 1,
    renew: async () => true,
    release: async () => true,
  });
  return { ...coordination, lock };
}
