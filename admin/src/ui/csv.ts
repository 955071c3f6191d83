import { yuanPlain } from './format';

export type CsvCell = string | number | null;

/** A column of an exported list, in CSV as in a workbook. */
export interface CsvColumn<Item> {
  readonly title: string;
  readonly cell: (item: Item) => CsvCell;
  /** How many decimals its numbers are written with; as many as they have without it. */
  readonly decimals?: number;
}

/** A column of amounts, given in fen and written as a number of yuan. */
export const yuanColumn = <Item>(title: string, fen: (item: Item) => number | null): CsvColumn<Item> => ({
  title: `${title}（元）`,
  cell: (item) => {
    const amountFen = fen(item);
    return amountFen === null ? null : Number(yuanPlain(amountFen));
  },
  decimals: 2,
});

/** Without it Excel reads UTF-8 as the local code page. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A cell as CSV. Text that a spreadsheet would run as a formula gets a leading apostrophe. */
export function csvCell(cell: CsvCell, decimals?: number) {
  if (cell === null) return '';
  if (typeof cell === 'number') return decimals === undefined ? String(cell) : cell.toFixed(decimals);
  const safe = /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file that Excel opens as it stands: byte-order mark, header, CRLF lines. */
export function csvText<Item>(columns: readonly CsvColumn<Item>[], items: readonly Item[]) {
  const lines = [
    columns.map((column) => csvCell(column.title)),
    ...items.map((item) => columns.map((column) => csvCell(column.cell(item), column.decimals))),
  ];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}
