import { describeUnless } from '../engines/for-each-engine';
import { findProgram } from '../engines/child-server';
import { type Engines, startEngines } from './house/engines';
import { playQuick, seed } from './quick';

const missing = [
  findProgram('mariadbd', 'mysqld') ? null : 'MariaDB is not installed (mariadbd)',
  findProgram('redis-server', 'valkey-server') ? null : 'Redis is not installed (redis-server)',
].filter(Boolean);

const faults = [
  'kill -9 web',
  'cut connections',
  'kill -9 worker',
  'kill -9 database',
  'prices and standing change',
  'kill -9 Redis, back empty',
  'deadlock storm',
  'freeze database',
  'clock steps',
  'freeze Redis',
  'freeze worker',
  'log-out at one process',
];

describeUnless(missing.length > 0 ? missing.join('; ') : null, 'MariaDB and Redis under faults', () => {
  let engines: Engines;

  beforeAll(async () => {
    const started = await startEngines();
    if ('missing' in started) throw new Error(started.missing);
    engines = started;
  }, 120_000);
  afterAll(() => engines?.stop());

  it(
    `lose, double and oversell nothing between two web processes and two workers (FAULTS_SEED=${seed})`,
    async () => {
      const { wrongs, faults: struck, felt, broken, ...counts } = await playQuick('two', engines, faults);

      expect({ seed, wrongs }).toEqual({ seed, wrongs: [] });
      // What breaks outside is no bug of ours, and is not answered as one.
      expect(broken).toBe(0);
      expect(Object.keys(struck).sort()).toEqual([...faults].sort());
      expect({ cuts: (felt.cuts ?? 0) > 0, deadlocks: (felt.deadlocks ?? 0) > 0 }).toEqual({
        cuts: true,
        deadlocks: true,
      });
      for (const [what, times] of Object.entries(counts))
        expect({ what, isNone: times === 0 }).toEqual({ what, isNone: false });
    },
    15 * 60_000,
  );
});
