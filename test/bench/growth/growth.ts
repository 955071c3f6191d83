import { rmSync } from 'node:fs';
import { makeFolder } from '../../engines/child-server';
import type { LoadResult } from '../load/load-model';
import type { LoadQuestion } from '../load/load-process';
import type { Options } from '../options';
import { startEngines } from '../systems/engines';
import { type Part, startPart } from '../worker-link';
import { printListGrowth, printPlaceGrowth, printGrowthLine } from './growth-report';
import { growthPoints } from './growth-points';
import { listRequests } from './list-requests';
import { measureLists } from './measure-lists';
import { type OpenPoint, openPoint } from './open-point';

const rounds = 3;
const listPasses = 2;
const loads = [
  { connections: 1, warmMs: 500, windowMs: 2_000 },
  { connections: 64, warmMs: 1_000, windowMs: 3_000 },
] as const;

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** By point and connections: `orders_1000-64`. */
export type Placings = Map<string, LoadResult[]>;
/** By point, then by list. */
export type Lists = Map<string, Map<string, number | string>>;

/** `npm run bench -- growth`. Answers whether it could be measured. */
export async function benchGrowth({ length, only }: Options): Promise<boolean> {
  const points = growthPoints(length === 'quick').filter(
    ({ name }) => only === undefined || only.split(',').some((word) => name.includes(word)),
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
    const placings: Placings = new Map();
    for (let round = 0; round < rounds; round += 1) {
      for (const one of open) await placeOn(generator, one, round, placings);
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
  generator: Part,
  { point, port, buyerTokens }: OpenPoint,
  round: number,
  into: Placings,
) {
  for (const load of loads) {
    const question: LoadQuestion = {
      order: { shape: point.shape, load: 'even', lines: 3, seed: 1 + round, ...load },
      target: { ports: [port], ask: 'order', tokens: buyerTokens },
    };
    const result = await generator.ask<LoadResult>(question);
    const name = `${point.name}-${load.connections}`;
    into.set(name, [...(into.get(name) ?? []), result]);
    say(`round ${round + 1}  ${name.padEnd(24)} ${(result.good / result.seconds).toFixed(0)}/s`);
  }
}
