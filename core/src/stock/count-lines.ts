import type { Instant } from '../platform/clock';
import type { CountLine } from './operation-model';

/** A line of a count sheet, and whether its lot has moved since the books were read for it. */
export interface CheckedLine extends CountLine {
  readonly hasMoved: boolean;
}

/**
 * Flags lines whose lot has moved since it was counted (or since the sheet was opened): what was counted
 * is then no longer what the books stood at, and the lot must be counted again.
 */
export function checkLines(
  lines: readonly CountLine[],
  onHand: ReadonlyMap<string, number>,
  lastMovedAt: ReadonlyMap<string, Instant>,
): readonly CheckedLine[] {
  return lines.map((line) => ({
    ...line,
    hasMoved: onHand.get(line.lotId) !== line.booked || (lastMovedAt.get(line.lotId) ?? 0) > line.bookedAt,
  }));
}

/** What confirming a sheet changes: counted − booked of each lot that was counted and does not agree. */
export function differencesOf(lines: readonly CountLine[]) {
  return lines.flatMap(({ lotId, counted, booked }) =>
    counted === null || counted === booked ? [] : [{ lotId, change: counted - booked }],
  );
}
