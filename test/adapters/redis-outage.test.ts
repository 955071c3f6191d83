import { systemClock } from '@tongpan/core/src/platform/clock';
import { type Coordination, openCoordination } from '@tongpan/core/src/platform/coordination';
import { Unavailable } from '@tongpan/core/src/platform/refusals';
import { findProgram, type PrivateServer } from '../engines/child-server';
import { eventually } from '../engines/eventually';
import { describeUnless } from '../engines/for-each-engine';
import { startRedis } from '../engines/redis';

const missing = findProgram('redis-server', 'valkey-server') ? null : 'Redis is not installed (redis-server)';

describeUnless(missing, 'coordination while Redis is away', () => {
  let redis: PrivateServer;
  let coordination: Coordination;
  let heard: string[];

  beforeEach(async () => {
    redis = await start();
    heard = [];
    coordination = await openCoordination({ redisUrl: redis.url, clock: systemClock });
    await coordination.subscribe('news', (message) => heard.push(message));
  });
  afterEach(async () => {
    await coordination.close();
    await redis.stop();
  });

  const expectUnavailable = async () => {
    const calls = [
      coordination.ping(),
      coordination.lock('x', { leaseMs: 1_000 }),
      coordination.take('x', { points: 1, windowMs: 1_000 }),
      coordination.publish('news', 'lost'),
    ];
    await Promise.all(calls.map((call) => expect(call).rejects.toBeInstanceOf(Unavailable)));
  };
  const expectBack = async () => {
    await eventually('Redis answers', () =>
      coordination.ping().then(
        () => true,
        () => false,
      ),
    );
    await eventually('the listener hears', async () => {
      await coordination.publish('news', 'back');
      return heard.includes('back');
    });
  };

  it('is unavailable instead of hanging when Redis stands still, and comes back by itself', async () => {
    // A server that stands still keeps its connections open and says nothing.
    process.kill(redis.pid, 'SIGSTOP');
    await expectUnavailable();
    await expect(openCoordination({ redisUrl: redis.url, clock: systemClock })).rejects.toBeInstanceOf(
      Unavailable,
    );
    process.kill(redis.pid, 'SIGCONT');

    await expectBack();
  });

  it('finds a Redis that was started anew, and its lock numbers go on rising', async () => {
    const before = await coordination.lock('fenced', { leaseMs: 60_000 });
    await redis.stop();
    await eventually('the loss is noticed', () =>
      coordination.ping().then(
        () => false,
        () => true,
      ),
    );
    await expectUnavailable();
    redis = await start(Number(new URL(redis.url).port));

    await expectBack();
    const after = await coordination.lock('fenced', { leaseMs: 60_000 });
    expect(after?.fencing).toBeGreaterThan(before?.fencing ?? Infinity);
    expect(await before?.renew()).toBe(false);
  });
});

async function start(port?: number): Promise<PrivateServer> {
  const started = await startRedis(port);
  if ('missing' in started) throw new Error(started.missing);
  return started;
}
