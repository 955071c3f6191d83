import fc from 'fast-check';
import { optional, required } from './column';
import { compareCells } from './compare-cells';
import { matchHeadings } from './match-headings';
import { aCode, aText, aUnitPrice, aWhole } from './read-cell';
import { cellsOf, readRow } from './read-row';

const columns = {
  skuId: required(['商品编码', '编码', 'SKU'], aCode, 'QG1001'),
  name: optional(['商品名称', '品名'], aText(80), '清谷冰红茶'),
  priceE4: optional(['单价（元）'], aUnitPrice, '3.50'),
  minimum: optional(['起订量'], aWhole(0, 1_000), '12'),
};

describe('headings', () => {
  it('are found by name, alias or field, in any order and however they are spaced', () => {
    const { places, missing, unknown, twice } = matchHeadings(columns, [
      '备注',
      ' 单价(元) ',
      'sku',
      '品 名',
      'Minimum',
    ]);

    expect([...places].map(([field, { at }]) => [field, at])).toEqual([
      ['priceE4', 1],
      ['skuId', 2],
      ['name', 3],
      ['minimum', 4],
    ]);
    expect([missing, unknown, twice]).toEqual([[], ['备注'], []]);
  });

  it('tell what is missing, what stands twice and what nobody knows', () => {
    const { missing, twice, unknown } = matchHeadings(columns, ['品名', '商品名称', '颜色', '']);

    expect([missing, twice, unknown]).toEqual([['商品编码'], ['商品名称'], ['颜色']]);
  });
});

describe('a row', () => {
  const headings = matchHeadings(columns, ['商品编码', '商品名称', '单价（元）', '起订量']);

  it('is read with null for what it does not say', () => {
    const cells = cellsOf(headings, [' QG1 ', '', '3.50']);

    expect(cells).toEqual({ skuId: 'QG1', priceE4: '3.50' });
    expect(readRow(columns, cells)).toEqual({
      row: { skuId: 'QG1', name: null, priceE4: 35_000, minimum: null },
      faults: [],
    });
  });

  it('tells every fault with its column', () => {
    const { row, faults } = readRow(columns, cellsOf(headings, ['', '茶', '便宜', '1.5']));

    expect(row).toBeNull();
    expect(faults).toEqual([
      { heading: '商品编码', fault: '必填' },
      { heading: '单价（元）', fault: '应为数字' },
      { heading: '起订量', fault: '应为整数' },
    ]);
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 6 }), (row) => {
        const { row: read, faults } = readRow(columns, cellsOf(headings, row));
        expect((read === null) === faults.length > 0).toBe(true);
      }),
    );
  });
});

describe('what a row would change', () => {
  const before = { skuId: 'QG1', name: '冰红茶', priceE4: '3.5', minimum: '' };

  it.each([
    ['a new one is added', undefined, { skuId: 'QG1', name: '冰红茶' }, 'added', []],
    ['the same said again is the same', before, { skuId: 'QG1', name: '冰红茶' }, 'same', []],
    ['a price written otherwise is the same', before, { skuId: 'QG1', priceE4: '3.50' }, 'same', []],
    [
      'another price is a change',
      before,
      { skuId: 'QG1', priceE4: '3.60' },
      'changed',
      [{ heading: '单价（元）', before: '3.5', after: '3.60' }],
    ],
    [
      'something where nothing was is a change',
      before,
      { skuId: 'QG1', minimum: '12' },
      'changed',
      [{ heading: '起订量', before: '', after: '12' }],
    ],
    ['an empty cell changes nothing', before, { skuId: 'QG1' }, 'same', []],
  ])('%s', (_situation, there, after, change, changes) => {
    expect(compareCells(columns, there, after)).toEqual({ change, changes });
  });
});
