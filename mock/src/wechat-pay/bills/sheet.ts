export type Cell = string;

/** One kind of row: its columns in order, and what stands in each. */
export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => Cell;
}

/** Merchants' words may hold commas and line ends; a bill escapes them. */
const written = (text: string) => `\`${text.replaceAll(',', '\\,').replace(/[\r\n]+/g, ' ')}`;

/** A bill file: header, rows, summary header, summary row; UTF-8 with BOM, every data cell behind a backtick. */
export function writeBill<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  summary: readonly (readonly [name: string, value: string])[],
): Buffer {
  const lines = [
    columns.map(({ name }) => name).join(','),
    ...rows.map((row) => columns.map(({ cell }) => written(cell(row))).join(',')),
    summary.map(([name]) => name).join(','),
    summary.map(([, value]) => `\`${value}`).join(','),
  ];
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
}
