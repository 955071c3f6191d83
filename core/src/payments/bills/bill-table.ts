/** A bill file as its four parts, cells without their backticks, to be read by the names of its columns. */
export interface BillTable {
  readonly rows: readonly Named[];
  readonly summary: Named;
}

/** The cells of a line by the name of their column. */
export type Named = ReadonlyMap<string, string>;

/**
 * Cells begin with a backtick, so a comma within one is not taken for the end of it. How a text that holds both is
 * escaped is not published: a backslash before the comma is tried first, then none.
 */
const cellEnds = [/(?<!\\),`/, /,`/];

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
const columnsOf = (line: string) =>
  line.split(',').map((name) => name.replace(/[`\s]/g, '').replace(/[(（].*[)）]$/, ''));

function nameCells(columns: readonly string[], line: string): Named | null {
  if (!line.startsWith('`')) return null;
  const cells = cellEnds
    .map((end) => line.slice(1).split(end))
    .find(({ length }) => length === columns.length);
  if (!cells) return null;
  return new Map(columns.map((name, at) => [name, unescape(cells[at] ?? '')]));
}

const unescape = (cell: string) => cell.replaceAll('\\,', ',').trim();
