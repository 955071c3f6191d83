import { openCore } from '@tongpan/core';
import { createConnection } from 'mysql2/promise';
import { buyerIdOf } from '../company-shape';
import type { Engines } from '../systems/engines';
import { foundCompany, userIdOf } from '../systems/found-company';
import { startOurServer } from '../systems/our-server';
import type { GrowthPoint } from './growth-points';
import { listCallers } from './list-requests';
import { multiplyHistory } from './multiply-history';
import { playTemplate, templateOrders } from './play-template';

/** A grown company with a server over it. */
export interface OpenPoint {
  readonly point: GrowthPoint;
  readonly port: number;
  readonly pid: number;
  /** Of the buyers in turn. */
  readonly buyerTokens: readonly string[];
  /** Of those who look at lists, by party. */
  readonly listTokens: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

export async function openPoint(
  parts: { readonly engines: Engines; readonly folder: string; readonly say: (line: string) => void },
  point: GrowthPoint,
): Promise<OpenPoint> {
  const { engines, folder, say } = parts;
  const startedAt = Date.now();
  const databaseUrl = `${engines.database.url}growth_${point.name}`;
  const place = { databaseUrl, redisUrl: engines.redis.url, dataDir: folder };
  const core = await openCore({ ...place, databasePool: 12, sessionDays: 1 });
  const { shape } = point;
  try {
    await foundCompany(core, shape);
    await playTemplate(core, shape);
    const now = core.clock.now();
    const buyerIds = Array.from({ length: shape.buyers }, (_, buyerNo) => userIdOf(buyerIdOf(buyerNo)));
    const buyerTokens = await core.partners.mintSessions(buyerIds, now);
    const lookers = await core.partners.mintSessions(
      listCallers.map(({ partyId }) => userIdOf(partyId)),
      now,
    );
    const listTokens = new Map(listCallers.map(({ partyId }, at) => [partyId, lookers[at] as string]));
    await core.close();
    const connection = await createConnection({ uri: databaseUrl });
    const copies = Math.max(0, Math.round(point.orders / templateOrders) - 1);
    await multiplyHistory(connection, { copies, originals: templateOrders, say });
    await connection.end();
    const server = await startOurServer({ folder, engines: place });
    say(`made ${point.name} in ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
    return { point, ...server, buyerTokens, listTokens };
  } catch (error) {
    await core.close();
    throw error;
  }
}
