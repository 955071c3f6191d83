import { type Cell, nameOf } from './cell';
import type { SystemName } from './systems/systems';

export const allConnections = [1, 16, 64, 256, 1_024] as const;

const cell = (
  system: SystemName,
  connections: number,
  rounds: number,
  { load = 'even', lines = 3 }: Partial<Pick<Cell, 'load' | 'lines'>> = {},
): Cell => ({ system, connections, load, lines, rounds });

/** What the bars are about. Neighbours in a ratio are neighbours in time. */
const headline = (rounds: number): readonly Cell[] => [
  cell('echo', 64, rounds),
  cell('minimal', 64, rounds),
  cell('ours', 64, rounds),
  cell('two', 64, rounds),
  cell('ours', 64, rounds, { load: 'hot' }),
  cell('plain', 64, rounds),
  cell('plain', 1, rounds),
  cell('ours', 1, rounds),
];

const further: readonly Cell[] = [
  cell('minimal', 64, 1, { load: 'hot' }),
  cell('plain', 64, 1, { load: 'hot' }),
  cell('inside', 64, 2),
  cell('inside', 1, 1),
  ...[16, 256, 1_024].map((connections) => cell('ours', connections, 1)),
  cell('minimal', 1_024, 1),
  cell('inside', 1_024, 1),
  cell('minimal', 64, 1, { lines: 30 }),
  cell('plain', 64, 1, { lines: 30 }),
  cell('ours', 64, 1, { lines: 30 }),
  cell('inside', 64, 1, { lines: 30 }),
  cell('sqlite', 64, 1),
  cell('sqlite', 1, 1),
  cell('sqlite-inside', 64, 1),
];

/** Every system under every load, besides the headline. */
function matrix(rounds: number): readonly Cell[] {
  const systems = ['minimal', 'plain', 'ours', 'two', 'inside', 'sqlite', 'sqlite-inside'] as const;
  return systems.flatMap((system) =>
    allConnections.flatMap((connections) =>
      (['even', 'hot'] as const).flatMap((load) =>
        [3, 30].map((lines) => cell(system, connections, rounds, { load, lines })),
      ),
    ),
  );
}

/** The rows of a run, by how long it may take. */
export function cellsFor(length: 'quick' | 'usual' | 'full', only: string | undefined): readonly Cell[] {
  const cells = {
    quick: () => headline(1),
    usual: () => [...headline(3), ...further],
    full: () => [...headline(3), ...matrix(2)],
  }[length]();
  const byName = new Map(cells.map((one) => [nameOf(one), one]).reverse() as [string, Cell][]);
  const distinct = cells.filter((one) => byName.get(nameOf(one)) === one);
  if (only === undefined) return distinct;
  const words = only.split(',');
  return distinct.filter((one) => words.some((word) => nameOf(one).includes(word)));
}
