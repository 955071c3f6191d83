import type { AfterSalesLine } from './model';

/** Units of a line that are agreed to. */
export interface Granted {
  readonly lineNo: number;
  readonly quantity: number;
}

/**
 * The lines with what is agreed to of each; what is not named is refused, and without names all is agreed to. Null
 * where more is granted than was asked for, a line is named twice or does not exist, or nothing is granted at all.
 */
export function approveLines(
  lines: readonly AfterSalesLine[],
  granted: readonly Granted[] | undefined,
): readonly AfterSalesLine[] | null {
  if (granted === undefined) return lines.map((line) => ({ ...line, approved: line.quantity }));
  const units = new Map(granted.map(({ lineNo, quantity }) => [lineNo, quantity]));
  const known = new Set(lines.map(({ lineNo }) => lineNo));
  const isSound =
    units.size === granted.length &&
    granted.every(({ lineNo }) => known.has(lineNo)) &&
    lines.every(({ lineNo, quantity }) => (units.get(lineNo) ?? 0) <= quantity) &&
    granted.some(({ quantity }) => quantity > 0);
  return isSound ? lines.map((line) => ({ ...line, approved: units.get(line.lineNo) ?? 0 })) : null;
}
