import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import { findProgram, freePort } from '../engines/child-server';
import { eventuallyWithin } from './eventually-within';
import { killable, type Killable } from './killable';
import { deployedSettings } from './settings-files';

export interface RedisTrio {
  readonly servers: readonly Killable[];
  /** The sentinels and the master's name. */
  readonly url: string;
  /** Whom the sentinels call master now. */
  master(): Promise<Killable>;
  /** Waits until one has taken over and has a replica. */
  settled(): Promise<void>;
}

const masterName = 'tongpan';
const settleWaitMs = 60_000;

/** Starts three Redis servers and three sentinels with the settings of deploy/cluster on ports of this machine. */
export async function startRedisTrio(folder: string): Promise<RedisTrio> {
  const program = findProgram('redis-server');
  if (!program) throw new Error('redis-server is not installed (apt-get install redis-server)');
  const ports = await Promise.all([1, 2, 3].map(() => freePort()));
  const sentinelPorts = await Promise.all([1, 2, 3].map(() => freePort()));
  const place = (name: string, settings: string) => {
    const own = path.join(folder, name);
    mkdirSync(own, { recursive: true });
    const file = path.join(own, 'settings.conf');
    writeFileSync(file, settings);
    const logFile = path.join(own, 'server.log');
    return { name, program, folder: own, logFile, file };
  };

  const servers = ports.map((port, at) => {
    const own = ['bind 127.0.0.1', `port ${port}`, 'save ""', at > 0 && `replicaof 127.0.0.1 ${ports[0]}`];
    const settings = [deployedSettings('redis.conf'), ...own.filter(Boolean), ''].join('\n');
    const { file, ...parts } = place(`redis${at + 1}`, settings);
    return killable({ ...parts, parameters: [file] });
  });
  const watched = deployedSettings('sentinel.conf')
    .replace(/^sentinel monitor .*$/m, `sentinel monitor ${masterName} 127.0.0.1 ${ports[0]} 2`)
    .replace(/^port .*$/m, '');
  const sentinels = sentinelPorts.map((port, at) => {
    const { file, ...parts } = place(`sentinel${at + 1}`, `bind 127.0.0.1\nport ${port}\n${watched}`);
    return killable({ ...parts, parameters: [file, '--sentinel'] });
  });
  for (const one of [...servers, ...sentinels]) one.start();

  const asked = async <Answer>(port: number, question: (redis: Redis) => Promise<Answer>) => {
    const redis = new Redis({ port, lazyConnect: true, retryStrategy: () => null, commandTimeout: 2_000 });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await question(redis);
    } catch {
      return null;
    } finally {
      redis.disconnect();
    }
  };
  const masterPort = async () => {
    const [sentinel = 0] = sentinelPorts;
    const answer = await asked(
      sentinel,
      (redis) => redis.call('sentinel', 'get-master-addr-by-name', masterName) as Promise<string[] | null>,
    );
    return Number(answer?.[1]);
  };
  const hasReplica = async () => {
    const said = await asked(await masterPort(), (redis) => redis.info('replication'));
    return /role:master/.test(said ?? '') && /slave\d+:.*state=online/.test(said ?? '');
  };
  /** A sentinel that knows no other cannot agree with one. */
  const knowsOthers = async (port: number) => {
    const said = await asked(port, (redis) => redis.info('sentinel'));
    return /name=tongpan,status=ok,[^\n]*slaves=2,sentinels=3/.test(said ?? '');
  };
  await eventuallyWithin(settleWaitMs, 'the sentinels know each other and both replicas', async () =>
    (await Promise.all(sentinelPorts.map(knowsOthers))).every(Boolean),
  );

  const hosts = sentinelPorts.map((port) => `127.0.0.1:${port}`).join(',');
  return {
    servers,
    url: `redis+sentinel://${hosts}/${masterName}`,
    async master() {
      const port = await masterPort();
      const server = servers[ports.indexOf(port)];
      if (!server) throw new Error(`no Redis of ours is on port ${port}`);
      return server;
    },
    settled: () => eventuallyWithin(settleWaitMs, 'a master with a replica', hasReplica),
  };
}
