import { Readable } from 'node:stream';
import { parse as parseCsv } from 'csv-parse';
import { streamXlsxRows } from 'hucre/xlsx';
import { Refused } from '../platform';
import { exchangeLimits } from './limits';

/** A line of a sheet as text, with its number as a spreadsheet counts it. */
export interface SheetLine {
  readonly lineNo: number;
  readonly cells: readonly string[];
}

/**
 * The lines of a CSV or XLSX file that say something, one after the other; only what is being read is
 * in memory. CSV may be UTF-8 or, as older Excel writes it, GB18030, and separated by comma, tab or semicolon.
 * @throws exchange.fileUnreadable, exchange.tooManyRows
 */
export async function* sheetLines(bytes: Buffer): AsyncGenerator<SheetLine> {
  let count = 0;
  const lines = isZip(bytes) ? xlsxLines(bytes) : csvLines(bytes);
  try {
    for await (const line of lines) {
      if (line.cells.every((cell) => cell.trim() === '')) continue;
      // The headings are a line of their own.
      if (++count > exchangeLimits.rows + 1) {
        throw new Refused('exchange.tooManyRows', `最多 ${exchangeLimits.rows} 行`);
      }
      yield line;
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('exchange.fileUnreadable');
  }
}

/** An XLSX file is a zip archive, and every zip archive begins like this. */
export const isZip = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));

async function* xlsxLines(bytes: Buffer): AsyncGenerator<SheetLine> {
  for await (const { index, values } of streamXlsxRows(bytes, { maxRows: exchangeLimits.rows + 2 })) {
    yield { lineNo: index + 1, cells: values.slice(0, exchangeLimits.columns).map(cellText) };
  }
}

async function* csvLines(bytes: Buffer): AsyncGenerator<SheetLine> {
  const text = decodeText(bytes);
  const parser = Readable.from([text]).pipe(
    parseCsv({
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: exchangeLimits.cellCharacters * exchangeLimits.columns,
    }),
  );
  for await (const parsed of parser) {
    const { info, record } = parsed as { info: { records: number }; record: string[] };
    // Counted in records, not in line breaks: that is where a spreadsheet shows the row.
    yield { lineNo: info.records, cells: record.slice(0, exchangeLimits.columns).map(cellText) };
  }
}

/** Strict UTF-8 first; what is not UTF-8 is what Excel in China writes. */
function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The separator that the first line has most of. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 4_000).split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', '\t', ';'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

/** A cell as text: days as days, numbers without an exponent, truth as a word. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.slice(0, exchangeLimits.cellCharacters);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return '';
}

/** Spreadsheets hold 0.1 + 0.2 as 0.30000000000000004; fifteen digits are what they show and mean. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isSafeInteger(value)) return String(value);
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) < 1e-6 || Math.abs(rounded) >= 1e15 ? rounded.toFixed(12) : String(rounded);
}
