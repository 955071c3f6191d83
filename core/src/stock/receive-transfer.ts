import type { TransferLine } from './operation-model';

/** What a warehouse found wrong with a line of a transfer. */
export interface TransferDifference {
  readonly lineNo: number;
  readonly damaged?: number | undefined;
  readonly missing?: number | undefined;
}

/**
 * The lines of a transfer as they came: what nobody complains of has arrived whole. Null when a
 * difference is about no line, named twice, or greater than what was sent.
 */
export function receiveLines(
  lines: readonly TransferLine[],
  differences: readonly TransferDifference[],
): readonly TransferLine[] | null {
  const byLine = new Map(differences.map((difference) => [difference.lineNo, difference]));
  const known = new Set(lines.map(({ lineNo }) => lineNo));
  if (byLine.size !== differences.length || [...byLine.keys()].some((lineNo) => !known.has(lineNo)))
    return null;
  const received = lines.map((line): TransferLine => {
    const { damaged = 0, missing = 0 } = byLine.get(line.lineNo) ?? {};
    return { ...line, arrived: line.quantity - damaged - missing, damaged, missing };
  });
  return received.some(({ arrived }) => arrived === null || arrived < 0) ? null : received;
}
