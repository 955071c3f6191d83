import { writeXlsx } from 'hucre/xlsx';
import { orderSheetLimits } from './limits';
import { orderSheetTemplate, readOrderSheet } from './order-sheet-service';

type Cell = string | number | null;

const xlsxOf = async (rows: readonly (readonly Cell[])[]) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: '订货', rows: rows.map((row) => [...row]) }] }));
const csvOf = (rows: readonly (readonly Cell[])[]) =>
  Buffer.from(rows.map((row) => row.map((cell) => cell ?? '').join(',')).join('\n'));
const codeOf = (bytes: Buffer) =>
  readOrderSheet(bytes).then(
    () => 'read',
    (error: { readonly code?: string }) => error.code,
  );
const manyRows = (count: number) => [
  ['条码', '数量'],
  ...Array.from({ length: count }, (_, at) => [`69${at}`, 24]),
];

describe('the file of a bulk order', () => {
  const rows = [
    ['条码', '品名', '数量'],
    [6901234567892, '清谷\t冰红茶', '2箱5瓶'],
    [null, '乌龙茶', 24],
  ];
  const text = '条码\t品名\t数量\n6901234567892\t清谷 冰红茶\t2箱5瓶\n\t乌龙茶\t24';

  it('is read alike from XLSX and CSV, codes whole and cells apart', async () => {
    expect(await readOrderSheet(await xlsxOf(rows))).toEqual({ text, lineCount: 3 });
    expect(await readOrderSheet(csvOf(rows))).toEqual({ text, lineCount: 3 });
  });

  it('keeps the number of each line, empty ones above it or not', async () => {
    const { text: read } = await readOrderSheet(await xlsxOf([['条码', '数量'], [], [], ['690123', 24]]));

    expect(read.split('\n').map((line) => line.trim())).toEqual(['条码\t数量', '', '', '690123\t24']);
  });

  it.each([
    ['XLSX', xlsxOf],
    ['CSV', csvOf],
  ] as const)('holds a thousand rows and a heading as %s, and no more', async (_kind, fileOf) => {
    expect(await codeOf(await fileOf(manyRows(orderSheetLimits.rows)))).toBe('read');
    expect(await codeOf(await fileOf(manyRows(orderSheetLimits.rows + 1)))).toBe('exchange.tooManyRows');
  });

  it('has no row far below all others', async () => {
    const far = [...Array.from({ length: orderSheetLimits.lastLineNo }, () => [null]), ['690123', 24]];

    expect(await codeOf(await xlsxOf(far))).toBe('exchange.tooManyRows');
  });

  it('is no larger than is read while somebody waits, packed or not', async () => {
    expect(await codeOf(Buffer.alloc(orderSheetLimits.bytes + 1, '1'))).toBe('exchange.fileTooLarge');
    const repeated = Array.from({ length: 1_000 }, () => Array.from({ length: 40 }, () => '茶'.repeat(90)));
    expect(await codeOf(await xlsxOf(repeated))).toBe('exchange.fileTooLarge');
    const sparse = await xlsxOf([['条'.repeat(2_000_000)], ['茶'.repeat(2_000_000)]]);
    expect(sparse.length).toBeLessThan(orderSheetLimits.bytes);
    expect(await codeOf(sparse)).toBe('exchange.fileTooLarge');
  });

  it.each([
    ['a broken workbook', Buffer.from('PK\u0003\u0004 and no more')],
    ['quotes that never close', Buffer.from('条码,数量\n"690123,24')],
  ])('is not %s', async (_what, bytes) => {
    expect(await codeOf(bytes)).toBe('exchange.fileUnreadable');
  });
});

it('has a template that reads as its headings', async () => {
  expect(await readOrderSheet(await orderSheetTemplate())).toEqual({
    text: '条码\t品名\t数量',
    lineCount: 1,
  });
});
