/** What was typed for each line and is not saved yet, as it was typed. */
export type Typed = Readonly<Record<number, string>>;

const MOST = 1_000_000_000;

/** A counted quantity as a person types it; null for what is none. Spreadsheets separate thousands. */
export function countOf(text: string): number | null {
  const plain = text.trim().replaceAll(/[,\s]/g, '');
  if (!/^\d{1,10}$/.test(plain)) return null;
  const count = Number(plain);
  return count <= MOST ? count : null;
}

/** A column copied from a spreadsheet: one text a row; of several columns the first. */
export const columnOf = (pasted: string): readonly string[] =>
  pasted
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((row) => row.split('\t')[0]?.trim() ?? '');

/** Fills lines from one on with a column; a row that is empty leaves its line as it is. */
export function pastedOver(
  typed: Typed,
  lineNos: readonly number[],
  fromLineNo: number,
  pasted: string,
): Typed {
  const start = lineNos.indexOf(fromLineNo);
  const filled = columnOf(pasted).flatMap((text, at): [number, string][] => {
    const lineNo = lineNos[start + at];
    return lineNo === undefined || text === '' ? [] : [[lineNo, text]];
  });
  return { ...typed, ...Object.fromEntries(filled) };
}

/** What can be saved of what was typed, and the lines whose text is no quantity. */
export function readTyped(typed: Typed) {
  const read = Object.entries(typed)
    .filter(([, text]) => text.trim() !== '')
    .map(([lineNo, text]) => ({ lineNo: Number(lineNo), counted: countOf(text) }));
  return {
    counts: read.flatMap(({ lineNo, counted }) => (counted === null ? [] : [{ lineNo, counted }])),
    wrongLineNos: read.flatMap(({ lineNo, counted }) => (counted === null ? [lineNo] : [])),
  };
}
