import type { CompanyShape } from './company-shape';
import type { LoadResult } from './load/load-model';
import type { Spread } from './order-stream';
import type { Meter } from './systems/measure';
import type { SystemName, Systems } from './systems/systems';

/** One system under one load: a row of the table. */
export interface Cell extends Spread {
  readonly system: SystemName;
  readonly connections: number;
  /** In how many rounds it is measured. */
  readonly rounds: number;
}

/** What one round of a cell measured. Times are per order; null where it cannot be known. */
export interface Measured extends LoadResult {
  readonly ordersPerSecond: number;
  readonly nodeMs: number | null;
  readonly databaseMs: number | null;
  readonly statements: number | null;
}

export const nameOf = ({ system, connections, load, lines }: Cell) =>
  `${system}-${connections}-${load}-${lines}`;

export interface RunTimes {
  readonly warmMs: number;
  readonly windowMs: number;
}

/** Measures a cell once. */
export async function measureCell(
  parts: { readonly systems: Systems; readonly meter: Meter; readonly shape: CompanyShape },
  cell: Cell,
  { warmMs, windowMs, seed }: RunTimes & { readonly seed: number },
): Promise<Measured> {
  const system = await parts.systems.get(cell.system);
  const readings: ReturnType<Meter['read']>[] = [];
  const { connections, load, lines } = cell;
  const result = await system.run(
    { shape: parts.shape, connections, load, lines, warmMs, windowMs, seed },
    () => void readings.push(parts.meter.read(system.pids)),
  );
  const [before, after] = await Promise.all(readings);
  const perOrder = (kind: 'nodeMs' | 'databaseMs' | 'statements') => {
    const [from, to] = [before?.[kind] ?? null, after?.[kind] ?? null];
    return from === null || to === null || result.good === 0 ? null : (to - from) / result.good;
  };
  return {
    ...result,
    ordersPerSecond: result.good / result.seconds,
    nodeMs: perOrder('nodeMs'),
    databaseMs: system.usesDatabase ? perOrder('databaseMs') : null,
    statements: system.usesDatabase ? perOrder('statements') : null,
  };
}
