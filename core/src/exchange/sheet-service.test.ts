import { writeXlsx } from 'hucre/xlsx';
import { type SheetLine, sheetLines } from './sheet-service';

const read = async (bytes: Buffer) => {
  const lines: SheetLine[] = [];
  for await (const line of sheetLines(bytes)) lines.push(line);
  return lines;
};
const texts = async (bytes: Buffer) => (await read(bytes)).map(({ cells }) => cells);

/** 商品,数量 / 茶,12 as Excel in China saves it. */
const gb18030 = Buffer.from([
  0xc9, 0xcc, 0xc6, 0xb7, 0x2c, 0xca, 0xfd, 0xc1, 0xbf, 0x0d, 0x0a, 0xb2, 0xe8, 0x2c, 0x31, 0x32,
]);

describe('a sheet is read from', () => {
  it.each([
    ['CSV in UTF-8', Buffer.from('商品,数量\n茶,12\n')],
    ['CSV with a byte-order mark and CRLF', Buffer.from('\uFEFF商品,数量\r\n茶,12\r\n')],
    ['CSV in GB18030', gb18030],
    ['text separated by tabs', Buffer.from('商品\t数量\n茶\t12\n')],
    ['text separated by semicolons', Buffer.from('商品;数量\n茶;12\n')],
  ])('%s', async (_kind, bytes) => {
    expect(await texts(bytes)).toEqual([
      ['商品', '数量'],
      ['茶', '12'],
    ]);
  });

  it('CSV with quotes, commas and line breaks inside a cell', async () => {
    expect(await texts(Buffer.from('品名,说明\n"茶, 冰","两行\n字"\n'))).toEqual([
      ['品名', '说明'],
      ['茶, 冰', '两行\n字'],
    ]);
  });

  it('XLSX: text, numbers without an exponent, days, empty cells', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '商品',
          rows: [
            ['条码', '单价', '日期', '备注'],
            [6901234567892, 0.1 + 0.2, new Date('2026-11-22T00:00:00Z'), null],
          ],
        },
      ],
    });

    expect((await texts(Buffer.from(bytes))).map((cells) => cells.slice(0, 3))).toEqual([
      ['条码', '单价', '日期'],
      ['6901234567892', '0.3', '2026-11-22'],
    ]);
  });

  it('leaves out empty lines and keeps the numbers of the others', async () => {
    const lines = await read(Buffer.from('商品,数量\n,\n茶,12\n'));

    expect(lines.map(({ lineNo }) => lineNo)).toEqual([1, 3]);
  });

  it.each([
    ['a picture', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4, 5, 6, 7, 8, 9])],
    ['an endless cell', Buffer.from(`商品\n"${'茶'.repeat(200_000)}`)],
  ])('refuses %s', async (_kind, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'exchange.fileUnreadable' });
  });
});
