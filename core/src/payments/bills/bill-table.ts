/** A bill file as its four parts, cells without their backticks, to be read by the names of its columns. */
export interface BillTable {
  readonly rows: readonly Named[];
  readonly summary: Named;
}

/** The cells of a line, found by the name of their column. */
export interface Named {
  readonly columns: ReadonlyMap<string, number>;
  readonly cells: readonly string[];
}

/** Parts a bill; null when it is not one: no summary, or a line whose cells are not its columns. */
export function partBill(text: string): BillTable | null {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const [heading, ...rest] = lines;
  const summaryAt = rest.findIndex((line) => !line.startsWith('`'));
  // The summary's heading and its one row are the end of the file.
  if (heading === undefined || summaryAt < 0 || summaryAt !== rest.length - 2) return null;
  const columns = columnsOf(heading);
  const rows = rest.slice(0, summaryAt).map((line) => nameCells(columns, line));
  const summary = nameCells(columnsOf(rest[summaryAt] ?? ''), rest[summaryAt + 1] ?? '');
  if (!summary || !rows.every((row) => row !== null)) return null;
  return { rows, summary };
}

/** `收支金额(元)` is the column 收支金额: its unit is written in either kind of brackets. */
const columnsOf = (line: string): ReadonlyMap<string, number> =>
  new Map(line.split(',').map((name, at) => [name.replace(/[`\s]/g, '').replace(/[(（].*[)）]$/, ''), at]));

function nameCells(columns: ReadonlyMap<string, number>, line: string): Named | null {
  if (!line.startsWith('`')) return null;
  const cells = cellsOf(line.slice(1), columns.size);
  return cells && { columns, cells };
}

/**
 * Cells begin with a backtick, so a comma within one is not taken for the end of it. How a text that holds both is
 * escaped is not published: a backslash before the comma is tried first, then none.
 */
function cellsOf(line: string, count: number): readonly string[] | null {
  const plain = line.split(',`');
  if (!line.includes('\\')) return plain.length === count ? plain : null;
  const escaped = line.split(/(?<!\\),`/);
  const cells = [escaped, plain].find(({ length }) => length === count);
  return cells?.map((cell) => cell.replaceAll('\\,', ',')) ?? null;
}
