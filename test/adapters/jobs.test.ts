import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { defineJob, type JobContext, type JobDefinition, openJobs } from '@tongpan/core/src/platform/jobs';
import { eventually } from '../engines/eventually';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { openNeighbour, openParts } from './a-platform';
import { entryTable } from './schema';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const backoff = { firstWaitMs: 1_000, longestWaitMs: 4_000, attemptLimit: 3 };

forEachEngine('jobs', (engine) => {
  let parts: Awaited<ReturnType<typeof openParts>>;
  beforeEach(async () => {
    parts = await openParts(engine);
  });
  afterEach(() => parts.close());
  afterAll(removePlaces);

  const open = (options = {}) => openJobs(parts, { backoff, ...options });
  /** A job that notes what it was run with. */
  const noting = (given: Partial<JobDefinition> = {}) => {
    const runs: JobContext[] = [];
    const job = defineJob({
      name: 'shelf.count',
      ...given,
      run: async (context) => {
        runs.push(context);
        await given.run?.(context);
      },
    });
    return { job, runs };
  };
  const ask = (
    jobs: ReturnType<typeof open>,
    key: string,
    runAt = parts.clock.now(),
    payload: unknown = null,
  ) => parts.database.transaction((tx) => jobs.enqueue(tx, { name: 'shelf.count', key, payload, runAt }));

  describe('a job that is asked for', () => {
    it('runs once, with what it was given', async () => {
      const jobs = open();
      const { job, runs } = noting();
      jobs.register(job);
      await ask(jobs, 'a', parts.clock.now(), { shelf: 'a', 数: [1] });

      await jobs.runDue();
      await jobs.runDue();

      expect(runs).toHaveLength(1);
      expect(runs[0]).toMatchObject({ key: 'a', payload: { shelf: 'a', 数: [1] }, attempt: 1 });
      expect(await jobs.counts()).toEqual({ queued: 0, running: 0, dead: 0 });
    });

    it('is the same job under the same key', async () => {
      const jobs = open();
      const { job, runs } = noting();
      jobs.register(job);

      expect(await ask(jobs, 'a')).toBe(true);
      expect(await ask(jobs, 'a')).toBe(false);
      await jobs.runDue();
      expect(await ask(jobs, 'a')).toBe(false);
      await jobs.runDue();

      expect(runs).toHaveLength(1);
    });

    it('is not there when its transaction was undone', async () => {
      const jobs = open();
      const { job, runs } = noting();
      jobs.register(job);
      const failing = parts.database.transaction(async (tx) => {
        await jobs.enqueue(tx, { name: 'shelf.count', key: 'a', payload: null, runAt: 0 });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');

      await jobs.runDue();

      expect(runs).toEqual([]);
    });

    it('waits for its time', async () => {
      const jobs = open();
      const { job, runs } = noting();
      jobs.register(job);
      await ask(jobs, 'a', parts.clock.now() + hourMs);

      await jobs.runDue();
      expect(runs).toHaveLength(0);
      parts.clock.advance(hourMs);
      await jobs.runDue();
      expect(runs).toHaveLength(1);
    });

    it('is left to processes that know it', async () => {
      const jobs = open();
      const { job } = noting({ name: 'another.job' });
      jobs.register(job);
      await ask(jobs, 'a');

      await jobs.runDue();

      expect(await jobs.counts()).toMatchObject({ queued: 1 });
    });
  });

  describe('a job that fails', () => {
    it('is tried again later each time, then given up where everybody sees it, and can be revived', async () => {
      const jobs = open();
      let isBroken = true;
      const { job, runs } = noting({
        run: async () => {
          if (isBroken) throw new Error('out of paper');
        },
      });
      jobs.register(job);
      await ask(jobs, 'a');

      await jobs.runDue();
      await jobs.runDue();
      expect(runs).toHaveLength(1);
      parts.clock.advance(1_000);
      await jobs.runDue();
      parts.clock.advance(1_999);
      await jobs.runDue();
      expect(runs).toHaveLength(2);
      parts.clock.advance(1);
      await jobs.runDue();
      expect(runs.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);

      const [dead] = await jobs.dead(10);
      expect(dead).toMatchObject({ slotKey: 'shelf.count:a', attempts: 3, lastError: 'out of paper' });
      expect(await jobs.counts()).toEqual({ queued: 0, running: 0, dead: 1 });
      parts.clock.advance(dayMs);
      await jobs.runDue();
      expect(runs).toHaveLength(3);

      isBroken = false;
      expect(await jobs.retry(dead?.id ?? '')).toBe(true);
      expect(await jobs.retry(dead?.id ?? '')).toBe(false);
      await jobs.runDue();
      expect(runs.at(-1)).toMatchObject({ attempt: 1, key: 'a' });
      expect(await jobs.counts()).toEqual({ queued: 0, running: 0, dead: 0 });
    });

    it('does not fail its neighbours', async () => {
      const jobs = open();
      const { job, runs } = noting({
        run: async ({ key }) => {
          if (key === 'b') throw new Error('no');
        },
      });
      jobs.register(job);
      for (const key of ['a', 'b', 'c']) await ask(jobs, key);

      await jobs.runDue();

      expect(runs.map(({ key }) => key).sort()).toEqual(['a', 'b', 'c']);
      expect(await jobs.counts()).toEqual({ queued: 1, running: 0, dead: 0 });
    });
  });

  describe('many processes', () => {
    it('run each job once', async () => {
      const neighbours = await Promise.all([1, 2].map(() => openNeighbour(parts.place, parts.clock)));
      const all = [parts, ...neighbours].map((part) => openJobs(part, { backoff }));
      const { job, runs } = noting({ every: { dailyAt: '09:30' } });
      for (const jobs of all) jobs.register(job);
      const keys = Array.from({ length: 20 }, (_, index) => `asked-${index}`);
      for (const key of keys) await ask(all[0] as ReturnType<typeof open>, key);

      if (engine.name === 'mariadb + redis') await Promise.all(all.map((jobs) => jobs.runDue()));
      else for (const jobs of all) await jobs.runDue();

      expect(runs.map(({ key }) => key).sort()).toEqual(['2026-11-22', ...keys].sort());
      await Promise.all(neighbours.map((neighbour) => neighbour.close()));
    });

    it('take over from one that fell silent, and shut it out', async () => {
      const neighbour = await openNeighbour(parts.place, parts.clock);
      const [silent, awake] = [open({ leaseMs: 3_600_000 }), openJobs(neighbour, { backoff })];
      let goOn: () => void = () => undefined;
      const paused = new Promise<void>((resolve) => (goOn = resolve));
      const refusals: unknown[] = [];
      let runs = 0;
      const job = defineJob({
        name: 'shelf.count',
        run: async ({ assertMine }) => {
          runs += 1;
          const isSilent = runs === 1;
          if (isSilent) await paused;
          await parts.database
            .transaction(async (tx) => {
              await assertMine(tx);
              await sqlOf(tx).insert(entryTable, [
                { position: 0, shelfId: isSilent ? 'silent' : 'awake', quantity: 1 },
              ]);
            })
            .catch((error: unknown) => {
              refusals.push(error);
              throw error;
            });
        },
      });
      silent.register(job);
      awake.register(job);
      await ask(silent, 'a');

      const working = silent.runDue();
      await eventually('the first has begun', () => runs === 1);
      await awake.runDue();
      expect(runs).toBe(1);
      parts.clock.advance(3_600_000);
      await awake.runDue();
      expect(runs).toBe(2);
      goOn();
      await working;

      const rows = await parts.database.read((tx) => sqlOf(tx).select(entryTable));
      expect(rows.map(({ shelfId }) => shelfId)).toEqual(['awake']);
      expect(refusals).toHaveLength(1);
      expect(await silent.counts()).toEqual({ queued: 0, running: 0, dead: 0 });
      await neighbour.close();
    });

    it('give up a job that ends every process that runs it', async () => {
      const jobs = open();
      const { job, runs } = noting();
      jobs.register(job);
      await ask(jobs, 'a');
      await parts.database.transaction((tx) =>
        sqlOf(tx).run("UPDATE job SET state = 'running', attempts = 3, owner = 'gone', lockedUntil = ?", [
          parts.clock.now(),
        ]),
      );

      await jobs.runDue();

      expect(runs).toEqual([]);
      expect(await jobs.counts()).toEqual({ queued: 0, running: 0, dead: 1 });
    });
  });

  describe('a recurring job', () => {
    it('runs once a Shanghai day, at its time', async () => {
      const jobs = open();
      const { job, runs } = noting({ every: { dailyAt: '10:30' } });
      jobs.register(job);
      const keys = () => runs.map(({ key }) => key);

      // At 10:00 the latest time it was due is yesterday's.
      await jobs.runDue();
      expect(keys()).toEqual(['2026-11-21']);
      parts.clock.advance(hourMs / 2 - 1);
      await jobs.runDue();
      expect(keys()).toEqual(['2026-11-21']);
      parts.clock.advance(1);
      await jobs.runDue();
      await jobs.runDue();
      expect(keys()).toEqual(['2026-11-21', '2026-11-22']);
      expect(runs[1]?.dueAt).toBe(parts.clock.now());
      parts.clock.advance(3 * dayMs);
      await jobs.runDue();
      expect(keys()).toEqual(['2026-11-21', '2026-11-22', '2026-11-25']);
    });

    it('runs once a step, and skips steps while an earlier run is unfinished', async () => {
      const jobs = open();
      let isBroken = true;
      const { job, runs } = noting({
        every: { ms: 1_000 },
        run: async () => {
          if (isBroken) throw new Error('no');
        },
      });
      jobs.register(job);

      await jobs.runDue();
      parts.clock.advance(500);
      await jobs.runDue();
      expect(runs).toHaveLength(1);
      isBroken = false;
      parts.clock.advance(500);
      await jobs.runDue();
      expect(runs.map(({ attempt }) => attempt)).toEqual([1, 2]);
      parts.clock.advance(1_000);
      await jobs.runDue();
      expect(runs).toHaveLength(3);
      expect(runs[2]?.key).not.toBe(runs[0]?.key);
    });

    it('is refused when its times make no sense', () => {
      const run = async () => undefined;
      expect(() => defineJob({ name: 'a', every: { dailyAt: '25:00' }, run })).toThrow(RangeError);
      expect(() => defineJob({ name: 'a', every: { ms: 0.5 }, run })).toThrow(RangeError);
      const jobs = open();
      jobs.register(defineJob({ name: 'a', run }));
      expect(() => jobs.register(defineJob({ name: 'a', run }))).toThrow('two jobs');
    });
  });

  describe('the background', () => {
    it('runs jobs until it is stopped, and waits for the one under way', async () => {
      const jobs = open({ pollMs: 10 });
      let hasBegun = false;
      let hasEnded = false;
      let goOn: () => void = () => undefined;
      const paused = new Promise<void>((resolve) => (goOn = resolve));
      const { job } = noting({
        run: async () => {
          hasBegun = true;
          await paused;
          hasEnded = true;
        },
      });
      jobs.register(job);
      jobs.start();
      await ask(jobs, 'a');
      await eventually('it has begun', () => hasBegun);

      const stopped = jobs.stop();
      goOn();
      await stopped;

      expect(hasEnded).toBe(true);
      expect(await jobs.counts()).toEqual({ queued: 0, running: 0, dead: 0 });
      await ask(jobs, 'b');
      jobs.poke();
      expect(await jobs.counts()).toMatchObject({ queued: 1 });
    });

    it('does not wait for ever, and tells the job to end', async () => {
      const jobs = open({ pollMs: 10, stopWaitMs: 20 });
      let told: AbortSignal | null = null;
      const { job } = noting({
        run: (context) => {
          told = context.signal;
          return new Promise<void>((_resolve, reject) =>
            context.signal.addEventListener('abort', () => reject(new Error('told to end'))),
          );
        },
      });
      jobs.register(job);
      jobs.start();
      await ask(jobs, 'a');
      await eventually('it has begun', () => told !== null);

      await jobs.stop();

      expect(await jobs.counts()).toEqual({ queued: 1, running: 0, dead: 0 });
    });

    it('renews the lease of a long run', async () => {
      const jobs = open({ pollMs: 10, leaseMs: 60 });
      let goOn: () => void = () => undefined;
      const paused = new Promise<void>((resolve) => (goOn = resolve));
      const { job } = noting({ run: () => paused });
      jobs.register(job);
      jobs.start();
      await ask(jobs, 'a');
      const lockedUntil = async () => {
        const [row] = await parts.database.read((tx) =>
          sqlOf(tx).rows<{ lockedUntil: number | null }>(
            "SELECT lockedUntil FROM job WHERE state = 'running'",
          ),
        );
        return row?.lockedUntil ?? 0;
      };
      await eventually('it has begun', async () => (await lockedUntil()) > 0);
      const before = await lockedUntil();
      parts.clock.advance(30);

      await eventually('the lease is longer', async () => (await lockedUntil()) > before);
      goOn();
      await jobs.stop();
    });

    it('runs no more at once than it may', async () => {
      const jobs = open({ pollMs: 10, atOnce: 2 });
      let working = 0;
      let most = 0;
      const { job, runs } = noting({
        run: async () => {
          working += 1;
          most = Math.max(most, working);
          await new Promise((resolve) => setTimeout(resolve, 5));
          working -= 1;
        },
      });
      jobs.register(job);
      for (let index = 0; index < 7; index += 1) await ask(jobs, `job-${index}`);
      jobs.start();

      await eventually('all have run', () => runs.length === 7);
      await jobs.stop();

      expect(most).toBe(2);
    });
  });

  it('forgets runs that ended long ago', async () => {
    const jobs = open({ keptDays: 30 });
    const { job } = noting();
    jobs.register(job);
    for (const key of ['a', 'b']) await ask(jobs, key);
    await jobs.runDue();

    parts.clock.advance(30 * dayMs);
    expect(await jobs.purge()).toBe(0);
    parts.clock.advance(1);
    expect(await jobs.purge()).toBe(2);
  });
});
