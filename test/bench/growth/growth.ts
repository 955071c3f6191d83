import { rmSync } from 'node:fs';
import { makeFolder } from '../../engines/child-server';
import type { LoadResult } from '../load/load-model';
import type { LoadQuestion } from '../load/load-process';
import type { Options } from '../options';
import { startEngines } from '../systems/engines';
import { type Counters, type Meter, openMeter } from '../systems/measure';
import { type Part, startPart } from '../worker-link';
import { printListGrowth, printPlaceGrowth, printGrowthLine } from './growth-report';
import type { Lists, Placings } from './growth-model';
import { growthPoints } from './growth-points';
import { listRequests } from './list-requests';
import { measureLists } from './measure-lists';
import { type OpenPoint, openPoint } from './open-point';
import { templateOrders } from './play-template';

const rounds = 3;
const listPasses = 2;
const loads = [
  { connections: 1, warmMs: 500, windowMs: 2_000 },
  { connections: 64, warmMs: 1_000, windowMs: 3_000 },
] as const;

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run bench -- growth`. Answers whether it could be measured. */
export async function benchGrowth({ length, only }: Options): Promise<boolean> {
  const points = growthPoints(length === 'quick').filter(
    ({ name, dimension }) =>
      only === undefined || only.split(',').some((word) => word === name || word === dimension),
  );
  const folder = makeFolder('bench');
  const engines = await startEngines();
  const open: OpenPoint[] = [];
  const stops: (() => Promise<void>)[] = [];
  try {
    for (const point of points) {
      const made = await openPoint({ engines, folder, say }, point);
      open.push(made);
      stops.push(() => made.stop());
    }
    const generator = await startPart('load', folder);
    stops.push(() => generator.stop());
    const meter = await openMeter(engines.database);
    stops.push(() => meter.close());
    const { requests, left } = listRequests();
    const lists: Lists = new Map(open.map(({ point }) => [point.name, new Map<string, number | string>()]));
    for (let pass = 0; pass < listPasses; pass += 1) {
      for (const { point, port, listTokens } of open) {
        const measured = await measureLists(port, listTokens, requests);
        const best = lists.get(point.name) as Map<string, number | string>;
        for (const [name, value] of measured) best.set(name, lower(best.get(name), value));
        say(`lists of ${point.name} measured`);
      }
    }
    // A program that has just begun is slower by half than one that has run for a while.
    for (const one of open) await placeOn({ generator, meter }, one, rounds, new Map());
    const placings: Placings = new Map();
    for (let round = 0; round < rounds; round += 1) {
      for (const one of open) await placeOn({ generator, meter }, one, round, placings);
    }
    const worstPlace = printPlaceGrowth(points, placings);
    const worstList = printListGrowth(points, lists, left);
    printGrowthLine(points, worstPlace, worstList);
    return true;
  } finally {
    for (const stop of stops.reverse()) await stop();
    await engines.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const lower = (one: number | string | undefined, other: number | string) =>
  typeof one === 'number' && typeof other === 'number' ? Math.min(one, other) : other;

async function placeOn(
  { generator, meter }: { readonly generator: Part; readonly meter: Meter },
  { point, port, pid, buyerTokens }: OpenPoint,
  round: number,
  into: Placings,
) {
  // Where orders grow, those order who have ordered before: a long past is what might slow them down.
  const count = point.dimension === 'orders' ? templateOrders : point.shape.buyers;
  const buyerNos = Array.from({ length: count }, (_, buyerNo) => buyerNo);
  for (const load of loads) {
    const question: LoadQuestion = {
      order: { shape: point.shape, load: 'even', lines: 3, seed: 1 + round, buyerNos, ...load },
      target: { ports: [port], ask: 'order', tokens: buyerTokens },
    };
    const readings: ReturnType<Meter['read']>[] = [];
    const result = await generator.ask<LoadResult>(question, () => void readings.push(meter.read([pid])));
    const [before, after] = await Promise.all(readings);
    const name = `${point.name}-${load.connections}`;
    into.set(name, [...(into.get(name) ?? []), { ...result, ...perOrder(before, after, result.good) }]);
    say(`round ${round + 1}  ${name.padEnd(24)} ${(result.good / result.seconds).toFixed(0)}/s`);
  }
}

function perOrder(before: Counters | undefined, after: Counters | undefined, orders: number) {
  const grown = (kind: 'nodeMs' | 'databaseMs' | 'rowsRead') => {
    const [from, to] = [before?.[kind] ?? null, after?.[kind] ?? null];
    return from === null || to === null || orders === 0 ? null : (to - from) / orders;
  };
  const [nodeMs, databaseMs] = [grown('nodeMs'), grown('databaseMs')];
  const cpuMs = nodeMs === null || databaseMs === null ? null : nodeMs + databaseMs;
  return { cpuMs, rowsRead: grown('rowsRead') };
}
