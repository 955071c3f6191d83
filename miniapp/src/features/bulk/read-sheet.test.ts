import { readSheet, sheetRowsMax, textOfSheet } from './read-sheet';

const rowsOf = (text: string) => readSheet(text).rows.map(({ sku, quantity }) => [sku, quantity]);

describe('a pasted sheet', () => {
  it.each([
    ['6901234567890\t24'],
    ['6901234567890,24'],
    ['6901234567890，24'],
    ['6901234567890   24'],
    ['  6901234567890 24  '],
    ['6901234567890\t２４'],
    ['6901234567890\t东方泉 天然水\t24'],
  ])('is read from %j', (text) => {
    expect(rowsOf(text)).toEqual([['6901234567890', '24']]);
  });

  it('keeps names with spaces whole', () => {
    expect(rowsOf('东方泉 天然水 550ml\t2箱5瓶')).toEqual([['东方泉 天然水 550ml', '2箱5瓶']]);
    expect(rowsOf('东方泉 天然水 2箱')).toEqual([['东方泉 天然水', '2箱']]);
  });

  it('takes grouped numbers', () => {
    expect(rowsOf('690123,"1,200"')).toEqual([['690123', '1200']]);
    expect(rowsOf('690123\t1,200')).toEqual([['690123', '1200']]);
  });

  it('goes by its heading, wherever the columns stand', () => {
    const text =
      '序号\t品名\t条码\t数量\t单位\t备注\n1\t天然水\t690123\t3\t箱\t急\n2\t乌龙茶\t\t2箱5瓶\t箱\t';

    expect(rowsOf(text)).toEqual([
      ['690123', '3箱'],
      ['乌龙茶', '2箱5瓶'],
    ]);
  });

  it('takes the last column where the heading names no quantity', () => {
    expect(rowsOf('条码\t本周\n690123\t3')).toEqual([['690123', '3']]);
  });

  it('goes by the heading of a second sheet below the first', () => {
    expect(rowsOf('690123\t1\n数量\t条码\n2\t690124\n条码\t品名\t数量\n690125\t茶\t3')).toEqual([
      ['690123', '1'],
      ['690124', '2'],
      ['690125', '3'],
    ]);
  });

  it('takes a line further down that names goods alone for a row', () => {
    expect(rowsOf('690123\t1\n商品\t2')).toEqual([
      ['690123', '1'],
      ['商品', '2'],
    ]);
  });

  it('keeps the line numbers of what was pasted', () => {
    const { rows } = readSheet('条码\t数量\r\n\r\n690123\t1\r\n690124\t2\r\n');

    expect(rows.map(({ rowNo, sku }) => [rowNo, sku])).toEqual([
      [3, '690123'],
      [4, '690124'],
    ]);
  });

  it('passes over no row that says too little', () => {
    expect(rowsOf('690123\n\t5\n乌龙茶\t')).toEqual([
      ['690123', ''],
      ['', '5'],
      ['乌龙茶', ''],
    ]);
  });

  it('stops at the size of an order and keeps the rest', () => {
    const lines = Array.from(
      { length: sheetRowsMax + 2 },
      (_, at) => `水 ${at}\t天然水\t690${at}\t${at + 1}`,
    );

    const { rows, rest } = readSheet(['备注\t品名\t条码\t数量', ...lines].join('\n'));

    expect(rows).toHaveLength(sheetRowsMax);
    expect(rest.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      [`690${sheetRowsMax}`, `${sheetRowsMax + 1}`],
      [`690${sheetRowsMax + 1}`, `${sheetRowsMax + 2}`],
    ]);
  });

  it.each([['690123\t24\n乌龙茶 500ml\t2箱5瓶'], ['690123\t24'], ['690123\t'], ['\t5'], ['a b c'], ['']])(
    'says the same after it was written down: %j',
    (text) => {
      const { rows } = readSheet(text);
      const again = readSheet(textOfSheet(rows));

      expect(again.rows.map(({ sku, quantity }) => [sku, quantity])).toEqual(
        rows.map(({ sku, quantity }) => [sku, quantity]),
      );
    },
  );
});
