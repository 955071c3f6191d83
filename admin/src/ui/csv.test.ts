import { csvCell, csvText, yuanColumn } from './csv';

it.each(['=1+1', '+86', '-2', '@sum', '\tx', '  =A1'])('keeps a spreadsheet from running %j', (cell) => {
  expect(csvCell(cell)).toBe(`'${cell}`);
});

it('leaves numbers as numbers, negative ones too', () => {
  expect(csvCell(-12)).toBe('-12');
});

it('quotes separators, quotes and line breaks', () => {
  expect(csvCell('甲,乙')).toBe('"甲,乙"');
  expect(csvCell('他说"好"')).toBe('"他说""好"""');
  expect(csvCell('=a\nb')).toBe(`"'=a\nb"`);
});

it('writes a header and one line per item behind a byte-order mark', () => {
  const columns = [
    { title: '名称', cell: (item: { name: string; count: number | null }) => item.name },
    { title: '数量', cell: (item: { name: string; count: number | null }) => item.count },
  ];

  expect(
    csvText(columns, [
      { name: '水', count: 3 },
      { name: '茶', count: null },
    ]),
  ).toBe('\uFEFF名称,数量\r\n水,3\r\n茶,\r\n');
});

it('writes amounts as numbers of yuan with two decimals', () => {
  const columns = [yuanColumn('预算', ({ budgetFen }: { budgetFen: number | null }) => budgetFen)];

  expect(csvText(columns, [{ budgetFen: 123_450 }, { budgetFen: -5 }, { budgetFen: null }])).toBe(
    '\uFEFF预算（元）\r\n1234.50\r\n-0.05\r\n\r\n',
  );
});
