import { type Bar, outcomeOfBar, printBars } from './bars';
import { type Cell, type Measured, nameOf } from './cell';
import { median } from './statistics';
import { printTable, rounded, shown } from './table';

/** All rounds of all cells, by name. */
export type Measurements = ReadonlyMap<string, readonly Measured[]>;

type Figure = 'ordersPerSecond' | 'p50Ms' | 'p99Ms' | 'nodeMs' | 'databaseMs' | 'statements';

const mid = (measured: Measurements, name: string, figure: Figure) =>
  median((measured.get(name) ?? []).map((round) => round[figure]));

/** The median of the rounds' ratios: what disturbs a round disturbs both of its sides. */
function ratio(measured: Measurements, one: string, other: string, figure: Figure) {
  const others = measured.get(other) ?? [];
  return median(
    (measured.get(one) ?? []).map((round, at) => {
      const below = others[at]?.[figure] ?? null;
      const above = round[figure];
      return below === null || above === null || below === 0 ? null : above / below;
    }),
  );
}

const ours = 'ours-64-even-3';

/** CPU of process and database together, ours of the rival's: it says more than a rate where others use the machine too. */
function cpuRatio(measured: Measurements, rival: string) {
  const cpu = (name: string) => {
    const [nodeMs, databaseMs] = [mid(measured, name, 'nodeMs'), mid(measured, name, 'databaseMs')];
    return nodeMs === null || databaseMs === null ? null : nodeMs + databaseMs;
  };
  const [own, other] = [cpu(ours), cpu(rival)];
  return own === null || other === null ? null : own / other;
}

export function figuresOf(measured: Measurements) {
  return {
    ordersPerSecond: mid(measured, ours, 'ordersPerSecond'),
    p50Ms: mid(measured, ours, 'p50Ms'),
    p99Ms: mid(measured, ours, 'p99Ms'),
    nodeMsPerOrder: mid(measured, ours, 'nodeMs'),
    dbMsPerOrder: mid(measured, ours, 'databaseMs'),
    statementsPerOrder: mid(measured, ours, 'statements'),
    ratioMinimal: ratio(measured, ours, 'minimal-64-even-3', 'ordersPerSecond'),
    ratioPlain: ratio(measured, ours, 'plain-64-even-3', 'ordersPerSecond'),
    ratioHot: ratio(measured, 'ours-64-hot-3', ours, 'ordersPerSecond'),
    p99RatioMinimal: ratio(measured, ours, 'minimal-64-even-3', 'p99Ms'),
    loneRatioPlain: ratio(measured, 'ours-1-even-3', 'plain-1-even-3', 'p50Ms'),
    ratioTwoProcesses: ratio(measured, 'two-64-even-3', ours, 'ordersPerSecond'),
    minimalOfEcho: ratio(measured, 'minimal-64-even-3', 'echo-64-even-3', 'ordersPerSecond'),
    cpuRatioMinimal: cpuRatio(measured, 'minimal-64-even-3'),
    cpuRatioPlain: cpuRatio(measured, 'plain-64-even-3'),
    minimalOrdersPerSecond: mid(measured, 'minimal-64-even-3', 'ordersPerSecond'),
    plainOrdersPerSecond: mid(measured, 'plain-64-even-3', 'ordersPerSecond'),
    echoPerSecond: mid(measured, 'echo-64-even-3', 'ordersPerSecond'),
    insideOrdersPerSecond: mid(measured, 'inside-64-even-3', 'ordersPerSecond'),
    sqliteOrdersPerSecond: mid(measured, 'sqlite-64-even-3', 'ordersPerSecond'),
  };
}

/** Between two rounds of the very same load the rate differs by about this. */
const noise = 0.03;

export function barsOf(figures: ReturnType<typeof figuresOf>, ratioRss: number | null): readonly Bar[] {
  return [
    { what: 'orders/s of the minimal API', value: figures.ratioMinimal, atLeast: 0.65 },
    { what: 'orders/s of the minimal API, reached for', value: figures.ratioMinimal, atLeast: 0.85 },
    { what: 'orders/s of the plain way', value: figures.ratioPlain, atLeast: 3 },
    { what: 'p99 of the minimal API', value: figures.p99RatioMinimal, atMost: 2.5 },
    { what: 'one hot SKU of even load (1, less noise)', value: figures.ratioHot, atLeast: 1 - noise },
    { what: 'statements an order at 64 connections', value: figures.statementsPerOrder, atMost: 0.5 },
    { what: "a lone caller's p50 of a lone plain order's", value: figures.loneRatioPlain, atMost: 1.5 },
    { what: 'two web processes of one', value: figures.ratioTwoProcesses, atLeast: 0.9 },
    { what: 'RSS at 200,000 orders of that at 50,000', value: ratioRss, atMost: 1.15 },
  ];
}

export function printMeasurements(cells: readonly Cell[], measured: Measurements): void {
  const figures: readonly Figure[] = [
    'ordersPerSecond',
    'p50Ms',
    'p99Ms',
    'nodeMs',
    'databaseMs',
    'statements',
  ];
  const rows = cells.flatMap((cell) => {
    const name = nameOf(cell);
    const rounds = measured.get(name) ?? [];
    if (rounds.length === 0) return [];
    return [
      [
        name,
        ...figures.map((figure) => shown(mid(measured, name, figure))),
        String(rounds.length),
        othersOf(rounds),
      ],
    ];
  });
  printTable(
    [
      'system-connections-load-lines',
      'orders/s',
      'p50 ms',
      'p99 ms',
      'Node ms',
      'DB ms',
      'stmts',
      'rounds',
      'not approved',
    ],
    rows,
  );
}

function othersOf(rounds: readonly Measured[]) {
  const counts = new Map<string, number>();
  for (const { others, unanswered } of rounds) {
    for (const [what, count] of Object.entries(others)) counts.set(what, (counts.get(what) ?? 0) + count);
    if (unanswered > 0) counts.set('unanswered', (counts.get('unanswered') ?? 0) + unanswered);
  }
  return counts.size === 0 ? '0' : [...counts].map(([what, count]) => `${count} ${what}`).join(', ');
}

/** Says what was reached and ends with the one line of JSON. */
export function printVerdict(
  figures: ReturnType<typeof figuresOf>,
  bars: readonly Bar[],
  more: Readonly<Record<string, unknown>>,
): void {
  const isValid = (figures.minimalOfEcho ?? 0) >= 0.3;
  process.stdout.write(
    `\nBars (${isValid ? 'a valid run' : 'NOT a valid run'}: the minimal API reaches ${shown(figures.minimalOfEcho)} of the bare echo, 0.30 asked)\n`,
  );
  printBars(bars);
  const numbers = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)]));
  const missed = bars.filter((bar) => outcomeOfBar(bar) === 'missed').map(({ what }) => what);
  process.stdout.write(`${JSON.stringify({ bench: 'orders', ...numbers, isValid, missed, ...more })}\n`);
}
