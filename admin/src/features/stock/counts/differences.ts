import type { CountLine } from './queries';

type Counted = Pick<CountLine, 'booked' | 'counted' | 'hasMoved' | 'difference'>;

/** Counted less booked; null while nobody has counted. */
export const differenceOf = ({ booked, counted, difference }: Omit<Counted, 'hasMoved'>) =>
  difference ?? (counted === null ? null : counted - booked);

/** What a sheet comes to: how far it is, what there is too much and too little of. */
export function sheetTotals(lines: readonly Counted[]) {
  const differences = lines.map(differenceOf);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const over = differences.filter((difference) => difference !== null && difference > 0) as number[];
  const short = differences.filter((difference) => difference !== null && difference < 0) as number[];
  return {
    lineCount: lines.length,
    counted: lines.filter(({ counted }) => counted !== null).length,
    moved: lines.filter(({ hasMoved, counted }) => hasMoved && counted !== null).length,
    over: { lineCount: over.length, quantity: sum(over) },
    short: { lineCount: short.length, quantity: -sum(short) },
  };
}
