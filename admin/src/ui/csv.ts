export type CsvCell = string | number | null;

export interface CsvColumn<Item> {
  readonly title: string;
  readonly cell: (item: Item) => CsvCell;
}

/** Without it Excel reads UTF-8 as the local code page. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A cell as CSV. Text that a spreadsheet would run as a formula gets a leading apostrophe. */
export function csvCell(cell: CsvCell) {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file that Excel opens as it stands: byte-order mark, header, CRLF lines. */
export function csvText<Item>(columns: readonly CsvColumn<Item>[], items: readonly Item[]) {
  const lines = [
    columns.map((column) => csvCell(column.title)),
    ...items.map((item) => columns.map((column) => csvCell(column.cell(item)))),
  ];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}
