import { readUnits, type CountingUnits } from '@/ui/read-units';

/** What was typed for each line of a count sheet and is not saved yet, as it was typed. */
export type Typed = Readonly<Record<number, string>>;

interface Line {
  readonly lineNo: number;
  readonly units: CountingUnits;
}

/** A column copied from a spreadsheet: one text a row; of several columns the first. */
const columnOf = (pasted: string): readonly string[] =>
  pasted
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((row) => row.split('\t')[0]?.trim() ?? '');

/** Fills lines from one on with a pasted column; a cell that is empty leaves its line as it is. */
export function pastedOver(typed: Typed, lineNos: readonly number[], from: number, pasted: string): Typed {
  const start = lineNos.indexOf(from);
  const filled = columnOf(pasted).flatMap((text, at): [number, string][] => {
    const lineNo = lineNos[start + at];
    return start < 0 || lineNo === undefined || text === '' ? [] : [[lineNo, text]];
  });
  return { ...typed, ...Object.fromEntries(filled) };
}

/** What can be saved of what was typed, in base units, and the lines whose text is no quantity. */
export function readTyped(lines: readonly Line[], typed: Typed) {
  const read = lines.flatMap(({ lineNo, units }) => {
    const text = typed[lineNo] ?? '';
    return text.trim() === '' ? [] : [{ lineNo, counted: readUnits(text, units) }];
  });
  return {
    counts: read.flatMap(({ lineNo, counted }) => (counted === null ? [] : [{ lineNo, counted }])),
    wrongLineNos: read.flatMap(({ lineNo, counted }) => (counted === null ? [lineNo] : [])),
  };
}

/** What is still to be saved once `saved` has been: what was typed meanwhile is not. */
export const typedSince = (typed: Typed, saved: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([lineNo, text]) => saved[Number(lineNo)] !== text));

/** What a sheet comes to: how far it is, what there is too much and too little of. */
export function sheetTotals(
  lines: readonly { counted: number | null; difference: number | null; hasMoved: boolean }[],
) {
  const differences = lines.map(({ difference }) => difference ?? 0);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const over = differences.filter((difference) => difference > 0);
  const short = differences.filter((difference) => difference < 0);
  return {
    lineCount: lines.length,
    counted: lines.filter(({ counted }) => counted !== null).length,
    moved: lines.filter(({ counted, hasMoved }) => counted !== null && hasMoved).length,
    over: { lineCount: over.length, quantity: sum(over) },
    short: { lineCount: short.length, quantity: Math.abs(sum(short)) },
  };
}
