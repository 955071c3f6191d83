import path from 'node:path';
import { startMariadb } from '../engines/mariadb';
import { startRedis } from '../engines/redis';
import type { PrivateServer, Started } from '../engines/child-server';
import { type ClusterCompany, foundCluster } from './found-cluster';
import { type Galera, startGalera } from './galera';
import { usedMsOf } from './killable';
import { program, type Program } from './program';
import { type RedisTrio, startRedisTrio } from './redis-trio';

/** Two web processes and two workers over a cluster, or over one server to hold it against. */
export interface House {
  readonly name: 'cluster' | 'one server';
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly galera: Galera | null;
  readonly redis: RedisTrio | null;
  readonly webs: readonly Program[];
  readonly workers: readonly Program[];
  /** A web process that has the database's hosts in another order; it stands still. */
  readonly stranger: Program | null;
  readonly company: ClusterCompany;
  /** Processor time used so far, by part. */
  usedMs(): UsedMs;
  stop(): Promise<void>;
}

export interface UsedMs {
  readonly web: number;
  readonly worker: number;
  /** The database node that is written to. */
  readonly writer: number;
  /** The others together. */
  readonly followers: number;
}

export async function openCluster(folder: string, storeCount: number): Promise<House> {
  const [galera, redis] = await Promise.all([
    startGalera(path.join(folder, 'galera')),
    startRedisTrio(path.join(folder, 'redis')),
  ]);
  const engines = { databaseUrl: galera.urlOver(galera.nodes), redisUrl: redis.url };
  const reversed = { ...engines, databaseUrl: galera.urlOver([...galera.nodes].reverse()) };
  const [writer, ...followers] = galera.nodes;
  return {
    ...(await openPrograms(folder, storeCount, engines, () => ({
      writer: writer?.usedMs() ?? 0,
      followers: followers.reduce((total, node) => total + node.usedMs(), 0),
    }))),
    name: 'cluster',
    galera,
    redis,
    stranger: await program('web', 3, folder, reversed),
    stop: async () => undefined,
  };
}

export async function openOneServer(folder: string, storeCount: number): Promise<House> {
  const [mariadb, redis] = [started(await startMariadb()), started(await startRedis())];
  const engines = { databaseUrl: new URL('/tongpan', mariadb.url).toString(), redisUrl: redis.url };
  return {
    ...(await openPrograms(folder, storeCount, engines, () => ({
      writer: usedMsOf(mariadb.pid),
      followers: 0,
    }))),
    name: 'one server',
    galera: null,
    redis: null,
    stranger: null,
    stop: async () => {
      await mariadb.stop();
      await redis.stop();
    },
  };
}

function started(server: Started): PrivateServer {
  if ('missing' in server) throw new Error(server.missing);
  return server;
}

async function openPrograms(
  folder: string,
  storeCount: number,
  engines: { readonly databaseUrl: string; readonly redisUrl: string },
  database: () => Pick<UsedMs, 'writer' | 'followers'>,
) {
  const company = await foundCluster({ ...engines, dataDir: folder }, storeCount);
  const webs = await Promise.all([1, 2].map((number) => program('web', number, folder, engines)));
  const workers = await Promise.all([1, 2].map((number) => program('worker', number, folder, engines)));
  for (const web of webs) await web.startServing();
  for (const worker of workers) worker.start();
  const used = (programs: readonly Program[]) => programs.reduce((total, one) => total + one.usedMs(), 0);
  return {
    ...engines,
    company,
    webs,
    workers,
    usedMs: (): UsedMs => ({ web: used(webs), worker: used(workers), ...database() }),
  };
}
