import { readXlsx } from 'hucre/xlsx';
import { type CsvColumn, yuanColumn } from './csv';
import { workbookOf } from './workbook';

interface Row {
  readonly name: string;
  readonly count: number | null;
  readonly payableFen: number;
}

const columns: readonly CsvColumn<Row>[] = [
  { title: '名称', cell: ({ name }) => name },
  { title: '数量', cell: ({ count }) => count },
  yuanColumn('应付', ({ payableFen }) => payableFen),
];

const sheetOf = async (rows: readonly Row[], name = '订单') => {
  const { sheets } = await readXlsx(await workbookOf(name, columns, rows), { readStyles: true });
  return sheets[0]!;
};

it('writes a heading and a row for each item, numbers as numbers', async () => {
  const sheet = await sheetOf([
    { name: '水', count: 3, payableFen: 123_450 },
    { name: '茶', count: null, payableFen: -5 },
  ]);

  expect(sheet.rows).toEqual([
    ['名称', '数量', '应付（元）'],
    ['水', 3, 1234.5],
    ['茶', null, -0.05],
  ]);
  expect(sheet.cells?.get('0,0')?.style?.font?.bold).toBe(true);
  expect(sheet.cells?.get('1,2')?.style?.numFmt).toBe('0.00');
});

it.each(['=1+1', '+86', '-2', '@sum', '\tx', '  =A1'])(
  'writes %j as text and not as a formula',
  async (name) => {
    const { rows, cells } = await sheetOf([{ name, count: 1, payableFen: 1 }]);

    expect(rows[1]?.[0]).toBe(name);
    expect(cells?.get('1,0')?.formula).toBeUndefined();
  },
);

it('cuts what a spreadsheet would not open', async () => {
  const sheet = await sheetOf(
    [{ name: '长'.repeat(40_000), count: 1, payableFen: 1 }],
    `返利/流水-${'甲'.repeat(40)}`,
  );

  expect(sheet.name).toBe(`返利 流水-${'甲'.repeat(25)}`);
  expect(String(sheet.rows[1]?.[0])).toHaveLength(32_767);
});

it('writes the headings of an empty list', async () => {
  expect((await sheetOf([])).rows).toEqual([['名称', '数量', '应付（元）']]);
});
