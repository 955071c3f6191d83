import type { CsvCell, CsvColumn } from './csv';

/** A spreadsheet refuses a file with a longer text in a cell. */
const longestText = 32_767;
/** Nor does it take a longer name of a sheet, or one with these. */
const longestSheetName = 31;
const notInSheetNames = /[\\/?*[\]:]/g;

const cellOf = (cell: CsvCell) => (typeof cell === 'string' ? cell.slice(0, longestText) : cell);

const numberFormatOf = (decimals: number) => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`);

/**
 * A workbook with one sheet: bold headings that stay in sight, numbers as numbers, text as text – also
 * text that looks like a formula. The library is loaded when it is needed.
 */
export async function workbookOf<Item>(
  name: string,
  columns: readonly CsvColumn<Item>[],
  items: readonly Item[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = await writeXlsx({
    sheets: [
      {
        name: name.replace(notInSheetNames, ' ').slice(0, longestSheetName),
        columns: columns.map(({ decimals }) => ({
          autoWidth: true,
          ...(decimals === undefined ? {} : { numFmt: numberFormatOf(decimals) }),
        })),
        rows: [
          columns.map(({ title }) => title),
          ...items.map((item) => columns.map((column) => cellOf(column.cell(item)))),
        ],
        cells: new Map(columns.map((_, at) => [`0,${at}`, { style: { font: { bold: true } } }])),
        freezePane: { rows: 1 },
      },
    ],
  });
  return new Uint8Array(bytes);
}
