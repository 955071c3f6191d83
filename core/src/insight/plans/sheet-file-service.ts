import { writeXlsx } from 'hucre/xlsx';
import type { FileFormat } from './model';

export type Cell = string | number | null;

/** Rows of a report under their headings; amounts of money say so by their two decimals. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly decimals?: number }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Without it Excel reads UTF-8 as the local code page. */
const byteOrderMark = '\uFEFF';
/** A spreadsheet takes no longer name of a sheet. */
const longestName = 31;

/** The bytes of a file with a sheet in it. */
export const fileOf = (sheet: Sheet, format: FileFormat): Promise<Uint8Array> =>
  format === 'csv' ? Promise.resolve(Buffer.from(csvOf(sheet), 'utf8')) : workbookOf(sheet);

/** Comma-separated with CRLF lines, as Excel opens it. */
export const csvOf = ({ columns, rows }: Sheet): string =>
  byteOrderMark +
  [
    columns.map(({ title }) => csvCell(title)),
    ...rows.map((row) => row.map((cell, at) => csvCell(cell, columns[at]?.decimals))),
  ]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');

/** Text that a spreadsheet would run as a formula gets a leading apostrophe. */
function csvCell(cell: Cell, decimals?: number): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return decimals === undefined ? String(cell) : cell.toFixed(decimals);
  const safe = /^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const workbookOf = ({ name, columns, rows }: Sheet): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: name.slice(0, longestName),
        columns: columns.map(({ decimals }) => ({
          autoWidth: true,
          ...(decimals === undefined ? {} : { numFmt: `0.${'0'.repeat(decimals)}` }),
        })),
        rows: [columns.map(({ title }) => title), ...rows.map((row) => [...row])],
        cells: new Map(columns.map((_, at) => [`0,${at}`, { style: { font: { bold: true } } }])),
        freezePane: { rows: 1 },
      },
    ],
  });
