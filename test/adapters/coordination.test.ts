import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '@tongpan/core/src/platform/clock';
import { type Coordination, openCoordination, withLock } from '@tongpan/core/src/platform/coordination';
import { Unavailable } from '@tongpan/core/src/platform/refusals';
import { freePort } from '../engines/child-server';
import { eventually } from '../engines/eventually';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';

const longLease = { leaseMs: 60_000 };

forEachEngine('coordination', (engine) => {
  let coordination: Coordination;
  beforeAll(async () => {
    const { redisUrl } = await engine.makePlace();
    coordination = await openCoordination({ redisUrl: redisUrl ?? undefined, clock: systemClock });
  });
  afterAll(async () => {
    await coordination.close();
    await removePlaces();
  });

  describe('a lock', () => {
    it('is held by one at a time', async () => {
      const locks = await Promise.all([1, 2, 3, 4, 5].map(() => coordination.lock('one', longLease)));

      expect(locks.filter(Boolean)).toHaveLength(1);
      expect(await coordination.lock('another', longLease)).not.toBeNull();
    });

    it('is free again when it was released', async () => {
      const first = await coordination.lock('released', longLease);

      expect(await first?.release()).toBe(true);
      expect(await coordination.lock('released', longLease)).not.toBeNull();
    });

    it('is free again when its lease has run out', async () => {
      await coordination.lock('expiring', { leaseMs: 30 });

      await eventually(
        'the lock is free',
        async () => (await coordination.lock('expiring', longLease)) !== null,
      );
    });

    it('goes on while it is renewed', async () => {
      const lock = await coordination.lock('renewed', { leaseMs: 30 });
      expect(await lock?.renew()).toBe(true);

      // Longer than the lease: asking more often would keep the lock.
      await eventually('the lease ran out', async () => {
        await wait(40);
        return !(await lock?.renew());
      });

      expect(await lock?.renew()).toBe(false);
    });

    it('is not touched by one who held it before', async () => {
      const stale = await coordination.lock('stale', { leaseMs: 20 });
      let current = await coordination.lock('stale', longLease);
      await eventually('the lock is free', async () => {
        current ??= await coordination.lock('stale', longLease);
        return current !== null;
      });

      expect(await stale?.release()).toBe(false);
      expect(await stale?.renew()).toBe(false);
      expect(await coordination.lock('stale', longLease)).toBeNull();
      expect(await current?.renew()).toBe(true);
    });

    it('has a number that rises through release and expiry', async () => {
      const numbers: number[] = [];
      for (let round = 0; round < 20; round += 1) {
        const isReleased = round % 5 > 0;
        await eventually('the lock is free', async () => {
          const lock = await coordination.lock('fenced', isReleased ? longLease : { leaseMs: 5 });
          if (!lock) return false;
          numbers.push(lock.fencing);
          if (isReleased) await lock.release();
          return true;
        });
      }

      expect(numbers).toHaveLength(20);
      expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
      expect(numbers.every(Number.isSafeInteger)).toBe(true);
    });
  });

  describe('work under a lock', () => {
    it('runs alone and longer than a lease', async () => {
      const leaseMs = 60;
      const names: string[] = [];
      const first = withLock(coordination, 'work', { leaseMs }, async (_lock, lost) => {
        names.push('first');
        // Long enough that the lease would have run out unrenewed.
        await wait(leaseMs * 4);
        return lost.aborted;
      });
      await eventually('the first works', () => names.length === 1);

      const second = await withLock(coordination, 'work', { leaseMs }, async () => names.push('second'));

      expect(second).toEqual({ ran: false });
      expect(await first).toEqual({ ran: true, answer: false });
      expect(names).toEqual(['first']);
    });

    it('gives the lock back when it fails', async () => {
      const failing = withLock(coordination, 'failing', longLease, async () => {
        throw new Error('broken');
      });
      await expect(failing).rejects.toThrow('broken');

      expect(await withLock(coordination, 'failing', longLease, async () => 1)).toEqual({
        ran: true,
        answer: 1,
      });
    });

    it('hears that the lock is lost', async () => {
      const work = withLock(coordination, 'lost', { leaseMs: 90 }, async (lock, lost) => {
        await lock.release();
        await eventually('the loss is heard', () => lost.aborted);
        return 'heard';
      });

      expect(await work).toEqual({ ran: true, answer: 'heard' });
    });
  });

  describe('a counter', () => {
    it('counts every step once', async () => {
      const steps = Array.from({ length: 50 }, () => coordination.increment('steps', 2));

      expect(new Set(await Promise.all(steps)).size).toBe(50);
      expect(await coordination.get('steps')).toBe(100);
      expect(await coordination.increment('steps', -30)).toBe(70);
    });

    it('is null before it was counted', async () => {
      expect(await coordination.get('never')).toBeNull();
    });

    it('expires by its first step', async () => {
      await coordination.increment('passing', 1, { expiresAfterMs: 40 });
      await coordination.increment('passing', 1, { expiresAfterMs: 60_000 });

      await eventually('it has expired', async () => (await coordination.get('passing')) === null);
      expect(await coordination.increment('passing', 1)).toBe(1);
    });
  });

  describe('a rate limit', () => {
    const limit = { points: 3, windowMs: 60_000 };

    it('lets as many pass as it has points', async () => {
      const answers = [];
      for (let call = 0; call < 5; call += 1) answers.push(await coordination.take('caller', limit));

      expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, true, false, false]);
      expect(answers.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0, 0]);
      expect(answers[0]?.retryAfterMs).toBe(0);
      expect(answers[4]?.retryAfterMs).toBeGreaterThan(0);
      expect(answers[4]?.retryAfterMs).toBeLessThanOrEqual(limit.windowMs);
    });

    it('is counted for each name and each kind of limit by itself', async () => {
      for (let call = 0; call < 4; call += 1) await coordination.take('busy', limit);

      expect((await coordination.take('quiet', limit)).allowed).toBe(true);
      expect((await coordination.take('busy', { points: 100, windowMs: 60_000 })).remaining).toBe(99);
      expect((await coordination.take('busy', limit)).allowed).toBe(false);
    });

    it('may cost more than one point', async () => {
      const answers = [];
      for (const cost of [2, 1, 1]) answers.push(await coordination.take('costly', { ...limit, cost }));

      expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, false]);
    });

    it('begins anew after its window', async () => {
      const short = { points: 1, windowMs: 1_000 };
      await coordination.take('patient', short);
      expect((await coordination.take('patient', short)).allowed).toBe(false);

      await eventually('the window is over', async () => (await coordination.take('patient', short)).allowed);
    });
  });

  describe('a message', () => {
    it('reaches all who listen, and nobody who has stopped', async () => {
      const heard: string[] = [];
      const stops = [
        await coordination.subscribe('news', (message) => heard.push(`one ${message}`)),
        await coordination.subscribe('news', (message) => heard.push(`two ${message}`)),
      ];
      await coordination.subscribe('other', (message) => heard.push(`other ${message}`));

      await coordination.publish('news', 'a');
      await eventually('both heard it', () => heard.length === 2);
      await stops[0]?.();
      await coordination.publish('news', 'b');
      await eventually('one heard it', () => heard.length === 3);
      await stops[1]?.();
      await coordination.publish('news', 'c');
      await coordination.publish('other', 'd');
      await eventually('the last one came', () => heard.length === 4);

      expect(heard.sort()).toEqual(['one a', 'other d', 'two a', 'two b']);
    });
  });

  it('answers a ping', async () => {
    await expect(coordination.ping()).resolves.toBeUndefined();
  });

  it('is unavailable once it is closed', async () => {
    const { redisUrl } = await engine.makePlace();
    const closed = await openCoordination({ redisUrl: redisUrl ?? undefined, clock: systemClock });
    await closed.close();

    const calls = [
      () => closed.ping(),
      () => closed.lock('x', longLease),
      () => closed.increment('x', 1),
      () => closed.get('x'),
      () => closed.take('x', { points: 1, windowMs: 1_000 }),
      () => closed.publish('x', ''),
      () => closed.subscribe('x', () => undefined),
    ];

    for (const call of calls) await expect(call()).rejects.toBeInstanceOf(Unavailable);
  });
});

describe('coordination', () => {
  it('does not open where nobody answers', async () => {
    const redisUrl = `redis://127.0.0.1:${await freePort()}`;

    await expect(openCoordination({ redisUrl, clock: systemClock })).rejects.toBeInstanceOf(Unavailable);
  });
});
