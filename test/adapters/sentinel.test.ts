import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { systemClock } from '@tongpan/core/src/platform/clock';
import { type Coordination, openCoordination } from '@tongpan/core/src/platform/coordination';
import { Unavailable } from '@tongpan/core/src/platform/refusals';
import { Redis } from 'ioredis';
import { findProgram, freePort, makeFolder, type PrivateServer, startServer } from '../engines/child-server';
import { eventually } from '../engines/eventually';
import { describeUnless } from '../engines/for-each-engine';
import { startRedis } from '../engines/redis';

const program = findProgram('redis-server');

describeUnless(program ? null : 'Redis is not installed (redis-server)', 'coordination by a sentinel', () => {
  let master: PrivateServer;
  let replica: PrivateServer;
  let sentinel: PrivateServer;
  let coordination: Coordination;
  let heard: string[];

  beforeEach(async () => {
    [master, replica] = await Promise.all([started(), started()]);
    await follow(replica, master);
    sentinel = await startSentinel(master);
    heard = [];
    coordination = await openCoordination({ redisUrl: addressOf(sentinel), clock: systemClock });
    await coordination.subscribe('news', (message) => heard.push(message));
  });
  afterEach(async () => {
    await coordination.close();
    await Promise.all([master, replica, sentinel].map((server) => server.stop()));
  });

  const expectBack = async () => {
    await eventually('counters count again', () =>
      coordination.increment('visits', 1).then(
        () => true,
        () => false,
      ),
    );
    await eventually('the listener hears', async () => {
      await coordination.publish('news', 'back').catch(() => undefined);
      return heard.includes('back');
    });
  };

  it('goes to the master, in the database that is named', async () => {
    await coordination.increment('visits', 7);

    const redis = new Redis(`${master.url}/3`);
    expect(await redis.keys('*visits*')).toHaveLength(1);
    redis.disconnect();
  });

  it('goes to the replica that takes over when the master is gone', async () => {
    await master.stop();

    await expectBack();
  });

  it('leaves a master that stands still when another has taken over', async () => {
    process.kill(master.pid, 'SIGSTOP');

    await expectBack();
    process.kill(master.pid, 'SIGCONT');
  });

  it('is unavailable when no sentinel answers', async () => {
    const nobody = `redis+sentinel://127.0.0.1:${await freePort()}/tongpan`;

    await expect(openCoordination({ redisUrl: nobody, clock: systemClock })).rejects.toBeInstanceOf(
      Unavailable,
    );
  });
});

async function started(): Promise<PrivateServer> {
  const server = await startRedis();
  if ('missing' in server) throw new Error(server.missing);
  return server;
}

const addressOf = ({ url }: PrivateServer) => `redis+sentinel://${new URL(url).host}/tongpan/3`;

async function follow(replica: PrivateServer, master: PrivateServer) {
  const redis = new Redis(replica.url);
  await redis.replicaof('127.0.0.1', Number(new URL(master.url).port));
  await eventually('the replica has caught up', async () =>
    (await redis.info('replication')).includes('master_link_status:up'),
  );
  redis.disconnect();
}

/** One sentinel that needs nobody else's agreement and loses patience soon. */
async function startSentinel(master: PrivateServer): Promise<PrivateServer> {
  const folder = makeFolder('sentinel');
  const file = path.join(folder, 'sentinel.conf');
  const port = await freePort();
  const settings = [
    `port ${port}`,
    'bind 127.0.0.1',
    `sentinel monitor tongpan 127.0.0.1 ${new URL(master.url).port} 1`,
    'sentinel down-after-milliseconds tongpan 500',
    'sentinel failover-timeout tongpan 3000',
    '',
  ];
  writeFileSync(file, settings.join('\n'));
  const sentinel = await startServer({
    program: program as string,
    parameters: [file, '--sentinel'],
    folder,
    port,
    url: `redis://127.0.0.1:${port}`,
    greeting: 'PING\r\n',
  });
  const redis = new Redis(sentinel.url);
  await eventually('the sentinel knows the replica', async () =>
    (await redis.info('sentinel')).includes('slaves=1'),
  );
  redis.disconnect();
  return sentinel;
}
