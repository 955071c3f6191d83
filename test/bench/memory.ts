import { openCore } from '@tongpan/core';
import { setTimeout as wait } from 'node:timers/promises';
import type { CompanyShape } from './company-shape';
import type { LoadResult } from './load/load-model';
import type { LoadQuestion } from './load/load-process';
import type { Engines } from './systems/engines';
import { foundCompany, mintBuyers } from './systems/found-company';
import type { InsidePlace } from './systems/inside-process';
import { rssMegabytesOf } from './systems/measure';
import { startOurServer } from './systems/our-server';
import { startPart } from './worker-link';

const marks = [50_000, 200_000] as const;
/** A server that is too slow to get there in this time is not waited for. */
const patienceMs = 12 * 60_000;
const quietMs = 2_000;
const connections = 64;

/** What a web process of its own holds after 50,000 orders and after 200,000. */
export async function measureMemory(parts: {
  readonly engines: Engines;
  readonly folder: string;
  readonly shape: CompanyShape;
  readonly say: (line: string) => void;
}): Promise<{
  readonly megabytes: Readonly<Record<string, number | null>>;
  readonly ratio: number | null;
  readonly places: readonly { readonly name: string; readonly place: InsidePlace }[];
}> {
  const { engines, folder, shape, say } = parts;
  const place = {
    databaseUrl: `${engines.database.url}bench_memory`,
    redisUrl: engines.redis.url,
    dataDir: folder,
  };
  const core = await openCore({ ...place, databasePool: 4, sessionDays: 1 });
  await foundCompany(core, shape);
  const tokens = await mintBuyers(core, shape);
  await core.close();
  const server = await startOurServer({ folder, engines: place });
  const load = await startPart('load', folder);
  const megabytes: Record<string, number | null> = {};
  const deadline = Date.now() + patienceMs;
  try {
    let placed = 0;
    for (const mark of marks) {
      const question: LoadQuestion = {
        order: {
          shape,
          load: 'even',
          lines: 3,
          connections,
          warmMs: 0,
          windowMs: Math.max(1, deadline - Date.now()),
          orders: mark - placed,
          seed: mark,
        },
        target: { ports: [server.port], ask: 'order', tokens },
      };
      const { good } = await load.ask<LoadResult>(question);
      placed += good;
      await wait(quietMs);
      const held = rssMegabytesOf(server.pid);
      say(`memory after ${placed} orders: ${held?.toFixed(0) ?? '?'} MB`);
      megabytes[`at${mark}`] = placed >= mark ? held : null;
      if (placed < mark) break;
    }
  } finally {
    await load.stop();
    await server.stop();
  }
  const [early, late] = marks.map((mark) => megabytes[`at${mark}`] ?? null);
  const ratio = early && late ? late / early : null;
  return { megabytes, ratio, places: [{ name: 'the memory run', place }] };
}
