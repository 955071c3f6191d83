import { rounded, shown } from './table';

/** Something that is to be reached, and what it came to. */
export interface Bar {
  readonly what: string;
  readonly value: number | null;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export type BarOutcome = 'reached' | 'missed' | 'not measured';

export function outcomeOfBar({ value, atLeast = -Infinity, atMost = Infinity }: Bar): BarOutcome {
  if (value === null) return 'not measured';
  return value >= atLeast && value <= atMost ? 'reached' : 'missed';
}

/** Says of each bar whether it was reached. */
export function printBars(bars: readonly Bar[]): void {
  for (const bar of bars) {
    const wanted = bar.atLeast === undefined ? `≤ ${bar.atMost}` : `≥ ${bar.atLeast}`;
    process.stdout.write(
      `  ${outcomeOfBar(bar).padEnd(12)} ${shown(bar.value).padStart(8)}  ${wanted.padEnd(8)} ${bar.what}\n`,
    );
  }
}

/** The bars for the JSON line. */
export const barFigures = (bars: readonly Bar[]) =>
  Object.fromEntries(
    bars.map((bar) => [bar.what, { value: rounded(bar.value), outcome: outcomeOfBar(bar) }]),
  );
