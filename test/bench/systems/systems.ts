import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createSecretKey, randomBytes } from 'node:crypto';
import { openCore } from '@tongpan/core';
import { buyerIdOf, type CompanyShape } from '../company-shape';
import type { LoadOrder, LoadResult } from '../load/load-model';
import type { LoadQuestion } from '../load/load-process';
import type { RivalQuestion } from '../rivals/rival-model';
import { signToken } from '../rivals/token';
import { type Part, startPart } from '../worker-link';
import type { Engines } from './engines';
import { foundCompany, mintBuyers } from './found-company';
import type { InsidePlace, InsideQuestion } from './inside-process';
import { nodeFlags } from './node-flags';
import { type OurServer, startOurServer } from './our-server';
import { profileFlags } from './profile';

export const systemNames = [
  'echo',
  'minimal',
  'plain',
  'ours',
  'two',
  'inside',
  'sqlite',
  'sqlite-inside',
] as const;
export type SystemName = (typeof systemNames)[number];

/** Something that takes orders and can be loaded. */
export interface System {
  /** Its own processes: what is counted as Node time. */
  readonly pids: readonly number[];
  readonly usesDatabase: boolean;
  run(order: LoadOrder, hears: (news: string) => void): Promise<LoadResult>;
}

export interface Systems {
  /** Starts a system when it is asked for first; it stays until the end. */
  get(name: SystemName): Promise<System>;
  /** Every place our core has written to, to have its books checked. */
  readonly places: readonly { readonly name: string; readonly place: InsidePlace }[];
  stop(): Promise<void>;
}

const secret = randomBytes(32).toString('hex');
const dayMs = 86_400_000;

/** Everything that is measured side by side, on the same engines and with the same company. */
export function openSystems(parts: {
  readonly engines: Engines;
  readonly folder: string;
  readonly shape: CompanyShape;
  readonly profileFolder?: string | undefined;
  readonly say: (line: string) => void;
}): Systems {
  const { engines, folder, shape, say } = parts;
  const stops: (() => Promise<void>)[] = [];
  const places: { name: string; place: InsidePlace }[] = [];
  const once = <Value>(make: () => Promise<Value>) => {
    let made: Promise<Value> | undefined;
    return () => (made ??= make());
  };
  const partOf = async (name: Parameters<typeof startPart>[0], flags: readonly string[] = []) => {
    const part = await startPart(name, folder, [...nodeFlags, ...flags]);
    stops.push(() => part.stop());
    return part;
  };
  const generator = once(() => partOf('load'));

  const overHttp = async (
    pids: readonly number[],
    target: LoadQuestion['target'],
    usesDatabase: boolean,
  ): Promise<System> => {
    const load = await generator();
    return {
      pids,
      usesDatabase,
      run: (order, hears) => load.ask<LoadResult>({ order, target } satisfies LoadQuestion, hears),
    };
  };

  const rival = async (name: 'minimal' | 'plain') => {
    const part = await partOf(name, profileFlags(parts.profileFolder, name));
    const question: RivalQuestion = { databaseUrl: engines.database.url, shape, secret };
    const { port } = await part.ask<{ port: number }>(question);
    const expiresAt = Date.now() + dayMs;
    const tokens = Array.from({ length: shape.buyers }, (_, buyerNo) =>
      signToken(buyerIdOf(buyerNo), expiresAt, createSecretKey(secret, 'utf8')),
    );
    return overHttp([part.pid], { ports: [port], ask: 'order', tokens }, true);
  };

  const company = (name: string, place: InsidePlace) =>
    once(async () => {
      const startedAt = Date.now();
      const core = await openCore({ ...place, databasePool: 4, sessionDays: 1 });
      try {
        await foundCompany(core, shape);
        const tokens = await mintBuyers(core, shape);
        say(`founded the company on ${name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
        places.push({ name, place });
        return { place, tokens };
      } finally {
        await core.close();
      }
    });
  const onServers = company('MariaDB', {
    databaseUrl: `${engines.database.url}bench_ours`,
    redisUrl: engines.redis.url,
    dataDir: folder,
  });
  const inFile = (name: string) =>
    company(name, { databaseUrl: null, redisUrl: null, dataDir: folderOf(folder, name) });

  const server = async (moreFlags: readonly string[]) => {
    const { place, tokens } = await onServers();
    const started = await startOurServer({
      folder,
      engines: { databaseUrl: place.databaseUrl as string, redisUrl: place.redisUrl as string },
      moreFlags,
    });
    stops.push(() => started.stop());
    return { ...started, tokens };
  };
  const first = once(() => server(profileFlags(parts.profileFolder, 'ours')));
  const second = once(() => server([]));
  const overServers = (servers: readonly (OurServer & { readonly tokens: readonly string[] })[]) =>
    overHttp(
      servers.map(({ pid }) => pid),
      { ports: servers.map(({ port }) => port), ask: 'order', tokens: servers[0]?.tokens ?? [] },
      true,
    );

  const inside = async (place: InsidePlace, usesDatabase: boolean): Promise<System> => {
    const part: Part = await partOf('inside');
    await part.ask({ open: place } satisfies InsideQuestion);
    return {
      pids: [part.pid],
      usesDatabase,
      run: (order, hears) => part.ask<LoadResult>({ order } satisfies InsideQuestion, hears),
    };
  };

  const makers: Record<SystemName, () => Promise<System>> = {
    echo: once(async () => {
      const part = await partOf('echo');
      const { port } = await part.ask<{ port: number }>({});
      return overHttp([part.pid], { ports: [port], ask: 'echo', tokens: [] }, false);
    }),
    minimal: once(() => rival('minimal')),
    plain: once(() => rival('plain')),
    ours: once(async () => overServers([await first()])),
    two: once(async () => overServers([await first(), await second()])),
    inside: once(async () => inside((await onServers()).place, true)),
    sqlite: once(async () => {
      const { place, tokens } = await inFile('sqlite')();
      const started = await startOurServer({ folder: place.dataDir });
      stops.push(() => started.stop());
      return overHttp([started.pid], { ports: [started.port], ask: 'order', tokens }, false);
    }),
    'sqlite-inside': once(async () => inside((await inFile('sqlite-inside')()).place, false)),
  };

  return {
    places,
    get: (name) => makers[name](),
    async stop() {
      for (const stop of stops.splice(0).reverse()) await stop();
    },
  };
}

function folderOf(folder: string, name: string) {
  const own = path.join(folder, name);
  mkdirSync(own, { recursive: true });
  return own;
}
