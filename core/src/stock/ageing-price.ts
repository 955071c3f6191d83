import { type Day, daysBetween } from '../platform/clock';
import { type BasisPoints, divideHalfUp, type PriceE4 } from '../platform/money';
import type { Lot, MarkdownBand } from './model';

/** What ageing goods usually cost less, by the share of life they have left; a seller may set its own. */
export const usualMarkdowns: readonly MarkdownBand[] = [
  { fromBp: 5_000, markdownBp: 0 },
  { fromBp: 3_333, markdownBp: 500 },
  { fromBp: 2_000, markdownBp: 1_500 },
  { fromBp: 1_000, markdownBp: 3_000 },
  { fromBp: 0, markdownBp: 5_000 },
];

/** The share of its whole life a lot has left on a day, rounded down; 0 once it has expired. */
export function remainingBp({ producedOn, expiresOn }: Pick<Lot, 'producedOn' | 'expiresOn'>, on: Day) {
  const lifeDays = Math.max(1, daysBetween(producedOn, expiresOn));
  return Math.max(0, Math.floor((daysBetween(on, expiresOn) * 10_000) / lifeDays));
}

/** What goods with this share of life left cost less: the highest band they reach; none reached: nothing. */
export function markdownBp(bands: readonly MarkdownBand[], leftBp: BasisPoints): BasisPoints {
  const reached = bands
    .filter(({ fromBp }) => fromBp <= leftBp)
    .sort((one, other) => other.fromBp - one.fromBp);
  return reached[0]?.markdownBp ?? 0;
}

/** The unit price of ageing goods, half up. */
export function ageingPriceE4(unitPriceE4: PriceE4, offBp: BasisPoints): PriceE4 {
  return divideHalfUp(BigInt(unitPriceE4) * BigInt(10_000 - offBp), 10_000n);
}
