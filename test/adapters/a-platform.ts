import { type Clock, type Instant } from '@tongpan/core/src/platform/clock';
import { type Coordination, openCoordination } from '@tongpan/core/src/platform/coordination';
import type { Database } from '@tongpan/core/src/platform/database/database';
import { idMaker, type NewId } from '@tongpan/core/src/platform/ids';
import { type Log, silentLog } from '@tongpan/core/src/platform/log';
import type { EnginePair, EngineSettings } from '../engines/for-each-engine';
import { openInstance, openMigrated } from './open-place';

/** 2026-11-22 10:00 in Shanghai. */
export const morning: Instant = Date.parse('2026-11-22T02:00:00Z');

export interface TestClock extends Clock {
  advance(byMs: number): void;
}

export function testClock(at: Instant = morning): TestClock {
  let now = at;
  return {
    now: () => now,
    advance: (byMs) => {
      now += byMs;
    },
  };
}

export interface Parts {
  readonly database: Database;
  readonly coordination: Coordination;
  readonly clock: TestClock;
  readonly newId: NewId;
  readonly log: Log;
  close(): Promise<void>;
}

/** What outbox and jobs stand on, in a new place. */
export async function openParts(engine: EnginePair): Promise<Parts & { readonly place: EngineSettings }> {
  const place = await engine.makePlace();
  const parts = await partsAt(place, testClock(), await openMigrated(place));
  return { ...parts, place };
}

/** The same place as another process sees it, with the same time. */
export async function openNeighbour(place: EngineSettings, clock: TestClock): Promise<Parts> {
  return partsAt(place, clock, await openInstance(place));
}

async function partsAt(place: EngineSettings, clock: TestClock, database: Database): Promise<Parts> {
  const coordination = await openCoordination({ redisUrl: place.redisUrl ?? undefined, clock });
  return {
    database,
    coordination,
    clock,
    newId: idMaker(clock),
    log: silentLog,
    async close() {
      await coordination.close();
      await database.close();
    },
  };
}
