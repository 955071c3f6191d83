import { printBars } from '../bars';
import { median } from '../statistics';
import { printTable, rounded, shown } from '../table';
import type { GrowthPoint } from './growth-points';
import type { Lists, Placing, Placings } from './growth-model';

type Figure = 'p50Ms' | 'p99Ms' | 'rate' | 'cpuMs' | 'rowsRead';

const dimensions = ['orders', 'skus', 'distributors'] as const;
/** A list that answers sooner is fast enough, whatever it grew by. */
const fastMs = 10;

export interface Worst {
  readonly ratio: number | null;
  readonly what: string;
}

/** The smallest and the largest point of a dimension. */
function endsOf(points: readonly GrowthPoint[], dimension: GrowthPoint['dimension']) {
  const own = points.filter((point) => point.dimension === dimension);
  const [smallest, largest] = [own[0], own.at(-1)];
  return smallest && largest && smallest !== largest ? { smallest, largest } : null;
}

const worstOf = (candidates: readonly Worst[]): Worst =>
  candidates
    .filter(({ ratio }) => ratio !== null)
    .sort((left, right) => (right.ratio as number) - (left.ratio as number))[0] ?? { ratio: null, what: '' };

/** Prints how placing grew, and answers the worst of all ratios. */
export function printPlaceGrowth(points: readonly GrowthPoint[], placings: Placings): Worst {
  const figureOf = (one: Placing, figure: Figure) =>
    figure === 'rate' ? one.good / one.seconds : one[figure];
  const mid = (name: string, figure: Figure) =>
    median((placings.get(name) ?? []).map((one) => figureOf(one, figure)));
  const bad = (name: string) =>
    (placings.get(name) ?? []).flatMap(({ others }) =>
      Object.entries(others).map(([what, n]) => `${n} ${what}`),
    );
  printTable(
    ['placing', 'lone p50 ms', 'orders/s at 64', 'p50 ms', 'p99 ms', 'CPU ms', 'rows read', 'not approved'],
    points.map(({ name }) => [
      name,
      shown(mid(`${name}-1`, 'p50Ms')),
      shown(mid(`${name}-64`, 'rate')),
      shown(mid(`${name}-64`, 'p50Ms')),
      shown(mid(`${name}-64`, 'p99Ms')),
      shown(mid(`${name}-64`, 'cpuMs')),
      shown(mid(`${name}-64`, 'rowsRead')),
      [...bad(`${name}-1`), ...bad(`${name}-64`)].join(', ') || '0',
    ]),
  );
  return worstOf(
    dimensions.flatMap((dimension) => {
      const ends = endsOf(points, dimension);
      if (!ends) return [];
      // The median of the rounds' ratios: what disturbs a round disturbs both of its sides.
      const ratio = (load: string, figure: Figure) => {
        const smalls = placings.get(`${ends.smallest.name}-${load}`) ?? [];
        const larges = placings.get(`${ends.largest.name}-${load}`) ?? [];
        return median(
          smalls.map((one, round) => {
            const other = larges[round];
            const small = figureOf(one, figure);
            const large = other ? figureOf(other, figure) : null;
            if (!small || !large) return null;
            return figure === 'rate' ? small / large : large / small;
          }),
        );
      };
      return [
        { ratio: ratio('1', 'p50Ms'), what: `lone p50 by ${dimension}` },
        { ratio: ratio('64', 'rate'), what: `throughput at 64 by ${dimension}` },
        { ratio: ratio('64', 'p50Ms'), what: `p50 at 64 by ${dimension}` },
      ];
    }),
  );
}

/** Prints the lists that grew, and answers the worst of those that are not fast all the same. */
export function printListGrowth(
  points: readonly GrowthPoint[],
  lists: Lists,
  left: readonly string[],
): Worst {
  const grown = dimensions.flatMap((dimension) => {
    const ends = endsOf(points, dimension);
    if (!ends) return [];
    const small = lists.get(ends.smallest.name);
    return [...(lists.get(ends.largest.name) ?? [])].flatMap(([name, largeMs]) => {
      const smallMs = small?.get(name);
      if (typeof largeMs !== 'number' || typeof smallMs !== 'number') return [];
      return [{ name, dimension, smallMs, largeMs, ratio: largeMs / smallMs, isJudged: largeMs >= fastMs }];
    });
  });
  const shownRows = grown
    .filter(({ ratio, isJudged }) => isJudged || ratio > 2)
    .sort((left, right) => right.largeMs - left.largeMs);
  process.stdout.write(
    `\n${grown.length} lists by size measured; those over ${fastMs} ms or twice as slow:\n`,
  );
  printTable(
    ['list', 'grows with', 'smallest ms', 'largest ms', 'ratio', 'bar'],
    shownRows.map(({ name, dimension, smallMs, largeMs, ratio, isJudged }) => [
      name,
      dimension,
      shown(smallMs),
      shown(largeMs),
      shown(ratio),
      !isJudged ? `under ${fastMs} ms` : ratio < 2 ? 'reached' : 'MISSED',
    ]),
  );
  const refused = [...(lists.values().next().value ?? [])].filter(([, value]) => typeof value === 'string');
  if (refused.length > 0)
    process.stdout.write(
      `not answered: ${refused.map(([name, why]) => `${name}: ${String(why)}`).join('; ')}\n`,
    );
  if (left.length > 0) process.stdout.write(`not asked, for want of an id: ${left.join(', ')}\n`);
  return worstOf(
    grown
      .filter(({ isJudged }) => isJudged)
      .map(({ name, dimension, ratio }) => ({ ratio, what: `${name} by ${dimension}` })),
  );
}

/** Says what was reached and ends with the one line of JSON. */
export function printGrowthLine(points: readonly GrowthPoint[], place: Worst, list: Worst): void {
  process.stdout.write('\nBars\n');
  printBars([
    { what: `placing, largest of smallest; worst: ${place.what}`, value: place.ratio, atMost: 1.5 },
    {
      what: `first pages that take 10 ms and more; worst: ${list.what || 'none'}`,
      value: list.ratio ?? 1,
      atMost: 2,
    },
  ]);
  process.stdout.write(
    `${JSON.stringify({
      bench: 'growth',
      ratioPlace: rounded(place.ratio),
      ratioList: rounded(list.ratio ?? 1),
      worstPlace: place.what,
      worstList: list.what,
      sizes: points.map(({ name }) => name),
    })}\n`,
  );
}
