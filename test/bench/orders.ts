import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from '../engines/child-server';
import { booksBalance } from './check-books';
import { type Cell, type Measured, measureCell, nameOf, type RunTimes } from './cell';
import { usualCompany } from './company-shape';
import type { Options } from './options';
import { cellsFor } from './order-cells';
import { barsOf, figuresOf, printMeasurements, printVerdict } from './order-report';
import { measureMemory } from './memory';
import { shown } from './table';
import { startEngines } from './systems/engines';
import { openMeter } from './systems/measure';
import { openSystems, type Systems } from './systems/systems';

const times: Record<Options['length'], RunTimes> = {
  quick: { warmMs: 1_000, windowMs: 2_000 },
  usual: { warmMs: 1_000, windowMs: 3_000 },
  full: { warmMs: 1_000, windowMs: 3_000 },
};
/** Between two loads the database may put away what the last one left. */
const restMs = 300;
const warmOrders = 4_000;

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run bench -- orders`. Answers whether it could be measured and the books balance. */
export async function benchOrders(options: Options): Promise<boolean> {
  const cells = cellsFor(options.length, options.only);
  const shape = { ...usualCompany, promotions: options.promotions };
  const folder = makeFolder('bench');
  const engines = await startEngines();
  const systems = openSystems({ engines, folder, shape, profileFolder: options.profileFolder, say });
  const meter = await openMeter(engines.database);
  const measured = new Map<string, Measured[]>(cells.map((cell) => [nameOf(cell), []]));
  try {
    await warmUp(systems, cells, options.length === 'quick' ? 4_000 : 10_000);
    const rounds = Math.max(0, ...cells.map((cell) => cell.rounds));
    for (let round = 0; round < rounds; round += 1) {
      for (const cell of cells) {
        if (cell.rounds <= round) continue;
        const result = await measureCell({ systems, meter, shape }, cell, {
          ...times[options.length],
          seed: 1 + round,
        });
        measured.get(nameOf(cell))?.push(result);
        say(
          `round ${round + 1}  ${nameOf(cell).padEnd(24)} ${shown(result.ordersPerSecond)}/s  p50 ${shown(result.p50Ms)} ms`,
        );
        await wait(restMs);
      }
    }
    const memory = options.rss ? await measureMemory({ engines, folder, shape, say }) : null;
    await systems.stop();
    const books = await booksBalance([...systems.places, ...(memory?.places ?? [])]);
    process.stdout.write('\n');
    printMeasurements(cells, measured);
    const figures = figuresOf(measured);
    printVerdict(figures, barsOf(figures, memory?.ratio ?? null), {
      ...(memory ? { rssMegabytes: memory.megabytes } : {}),
      books: books ? 'balance' : 'mismatch',
      length: options.length,
    });
    return books;
  } finally {
    await systems.stop();
    await meter.close();
    await engines.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A program that has just begun is slower by half than one that has run for a while, and the bars are about the latter. */
async function warmUp(systems: Systems, cells: readonly Cell[], mostMs: number) {
  for (const name of new Set(cells.map(({ system }) => system))) {
    const system = await systems.get(name);
    const order = { shape: usualCompany, load: 'even', lines: 3, connections: 64, seed: 99 } as const;
    await system.run({ ...order, warmMs: 0, windowMs: mostMs, orders: warmOrders }, () => undefined);
  }
}
