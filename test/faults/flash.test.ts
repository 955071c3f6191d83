import { setTimeout as wait } from 'node:timers/promises';
import { checkBooks } from '@tongpan/core';
import { Redis } from 'ioredis';
import { findProgram } from '../engines/child-server';
import { describeUnless } from '../engines/for-each-engine';
import { openCrowd, quota, sellOut } from './flash-sale';
import { type Engines, startEngines } from './house/engines';
import { type House, openHouse } from './house/house';

const missing = [
  findProgram('mariadbd', 'mysqld') ? null : 'MariaDB is not installed (mariadbd)',
  findProgram('redis-server', 'valkey-server') ? null : 'Redis is not installed (redis-server)',
].filter(Boolean);

/** `FAULTS_SEED=7` plays other buyers. */
const seed = Number(process.env.FAULTS_SEED ?? 20_261_129);

describeUnless(missing.length > 0 ? missing.join('; ') : null, 'a flash sale under faults', () => {
  let engines: Engines;
  let house: House;
  let crowd: Awaited<ReturnType<typeof openCrowd>>;

  beforeAll(async () => {
    const started = await startEngines();
    if ('missing' in started) throw new Error(started.missing);
    engines = started;
    house = await openHouse({ topology: 'two', engines, name: 'flash' });
    crowd = await openCrowd(house);
  }, 180_000);
  afterAll(async () => {
    await house?.close();
    await engines?.stop();
  });

  const forgetGate = async (activityId: string) => {
    const redis = new Redis(engines.redisUrl);
    const keys = await redis.keys(`tongpan:{gate:${activityId}}:*`);
    if (keys.length > 0) await redis.del(...keys);
    redis.disconnect();
  };

  const strikes: Readonly<Record<string, (activityId: string) => Promise<void>>> = {
    'nothing at all': async () => undefined,
    'Redis is killed and comes back empty': async () => {
      await engines.redis.kill();
      await wait(300);
      await engines.redis.start();
    },
    'Redis stands still for three seconds': async () => {
      engines.redis.freeze();
      await wait(3_000);
      engines.redis.thaw();
    },
    'a web process is killed between grabs and orders': async () => {
      for (const web of house.webs) {
        await web.kill();
        await wait(300);
        await web.start();
        await wait(400);
      }
    },
    'the database is down for ten seconds': async () => {
      await engines.mariadb.kill();
      await wait(10_000);
      await engines.mariadb.start();
    },
    'two web processes build the gate at once, three times': async (activityId) => {
      for (let time = 0; time < 3; time += 1) {
        await forgetGate(activityId);
        await wait(900);
      }
    },
    'the clocks of the processes go wrong by minutes, each its own way': async () => {
      await house.stepClock(300_000, [house.webs[0]!]);
      await house.stepClock(-90_000, [house.webs[1]!]);
      await house.stepClock(600_000, [house.workers[0]!]);
      await wait(2_000);
      await house.stepClock(-240_000, [house.webs[0]!]);
      await wait(1_000);
    },
  };

  it.each(Object.entries(strikes))(
    'sells all of it and not one more while %s',
    async (name, strike) => {
      const report = await sellOut(house, crowd, `S${Object.keys(strikes).indexOf(name)}`, { seed, strike });
      house.beginTrouble();
      await house.mend();
      process.stderr.write(`flash, ${name}: ${JSON.stringify(report)}\n`);

      expect({ seed, wrongs: report.wrongs }).toEqual({ seed, wrongs: [] });
      expect(report.sold).toBe(quota);
      expect(report.looks).toBeGreaterThan(10);
      const books = await house.observe((database) => checkBooks(database));
      expect(books.filter(({ mismatches }) => mismatches.length > 0)).toEqual([]);
    },
    240_000,
  );
});
