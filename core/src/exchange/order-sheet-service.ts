import { writeXlsx } from 'hucre/xlsx';
import { Refused } from '../platform';
import { orderSheetLimits } from './limits';
import { isZip, type SheetLine, sheetLines } from './sheet-service';
import { unpackedBytes } from './unpacked-bytes';

/** An order's file as a clipboard has it: cells between tabs, a line each, so that both are read alike. */
export interface OrderSheet {
  readonly text: string;
  /** Lines that say something, a heading among them. */
  readonly lineCount: number;
}

/**
 * Reads the CSV or XLSX file of a bulk order; lines keep their numbers. It is read while somebody waits, so it is small.
 * @throws exchange.fileUnreadable, exchange.tooManyRows, exchange.fileTooLarge
 */
export async function readOrderSheet(bytes: Buffer): Promise<OrderSheet> {
  if (bytes.length > orderSheetLimits.bytes) throw new Refused('exchange.fileTooLarge');
  if (isZip(bytes)) {
    const unpacked = unpackedBytes(bytes);
    if (unpacked === null) throw new Refused('exchange.fileUnreadable');
    if (unpacked > orderSheetLimits.unpackedBytes) throw new Refused('exchange.fileTooLarge');
  }
  const lines: SheetLine[] = [];
  for await (const line of sheetLines(bytes)) {
    // The headings are a line of their own.
    const isTooMany = lines.length > orderSheetLimits.rows || line.lineNo > orderSheetLimits.lastLineNo;
    if (isTooMany) throw new Refused('exchange.tooManyRows', `最多 ${orderSheetLimits.rows} 行`);
    lines.push(line);
  }
  const text = textOf(lines);
  if (text.length > orderSheetLimits.characters) throw new Refused('exchange.fileTooLarge');
  return { text, lineCount: lines.length };
}

/** What parts cells and lines on a clipboard is a space inside a cell; lines that say nothing are empty ones. */
function textOf(lines: readonly SheetLine[]): string {
  const texts: string[] = Array.from({ length: lines.at(-1)?.lineNo ?? 0 }, () => '');
  for (const { lineNo, cells } of lines) texts[lineNo - 1] = cells.map(plainCell).join('\t');
  return texts.join('\n');
}

const plainCell = (cell: string) =>
  cell
    .slice(0, orderSheetLimits.cellCharacters)
    .replace(/[\t\r\n]+/g, ' ')
    .trim();

/** The headings of such a file, in a workbook whose codes stay text: Excel would round a barcode that is a number. */
export async function orderSheetTemplate(): Promise<Buffer> {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '订货',
        columns: [{ width: 20, numFmt: '@' }, { width: 32 }, { width: 12, numFmt: '@' }],
        rows: [['条码', '品名', '数量']],
        cells: new Map([0, 1, 2].map((at) => [`0,${at}`, { style: { font: { bold: true } } }])),
        freezePane: { rows: 1 },
      },
    ],
  });
  return Buffer.from(bytes);
}
