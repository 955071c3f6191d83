import {
  isAnswered,
  readRowOf,
  rowsThatFit,
  withAnswered,
  withAnswers,
  withWritten,
  type ReadRow,
  type RowAnswer,
} from './sheet-rows';

const lineOf = (skuId: string): NonNullable<RowAnswer['line']> => ({
  skuId,
  skuName: skuId,
  spec: '',
  quantity: 24,
  mixedUnits: '2箱',
  unitPriceE4: 20_000,
  amountFen: 4_800,
  lastUnitPriceE4: null,
  suggestedQuantity: null,
});
const right = (skuId: string): RowAnswer => ({
  rowNo: 1,
  line: lineOf(skuId),
  sameAsRowNo: null,
  error: null,
});
const wrong: RowAnswer = {
  rowNo: 2,
  line: null,
  sameAsRowNo: null,
  error: { column: 'sku', code: 'unknown', message: '没有找到这个商品', goods: [], quantities: [] },
};
const checked = withAnswers(
  [
    { rowNo: 3, sku: '690123', quantity: '2箱' },
    { rowNo: 4, sku: '乌笼茶', quantity: '5' },
  ],
  [right('WATER'), wrong],
);
const [water, tea] = checked;

describe('checked rows', () => {
  it('can be added when they were read', () => {
    expect(checked.map((row) => readRowOf(row)?.line.skuId)).toEqual(['WATER', undefined]);
  });

  it('cannot be added while something else is written than was read', () => {
    const [written] = withWritten(checked, 3, { quantity: '3箱' });

    expect(written && isAnswered(written)).toBe(false);
    expect(written && readRowOf(written)).toBeUndefined();
  });

  it('take the answer to what is written, in its place', () => {
    const written = withWritten(checked, 4, { sku: '乌龙茶' });
    const [again] = withAnswers([{ rowNo: 4, sku: '乌龙茶', quantity: '5' }], [right('TEA')]);

    const answered = again ? withAnswered(written, again) : [];

    expect(answered.map((row) => readRowOf(row)?.line.skuId)).toEqual(['WATER', 'TEA']);
    expect(answered[0]).toEqual(water);
  });

  it('take no answer to what was overwritten meanwhile', () => {
    const written = withWritten(checked, 4, { sku: '红茶' });
    const [late] = withAnswers([{ rowNo: 4, sku: '乌龙茶', quantity: '5' }], [right('TEA')]);

    expect(late ? withAnswered(written, late) : []).toEqual(written);
    expect(tea?.sku).toBe('乌笼茶');
  });
});

describe('rows an order has room for', () => {
  const rows = ['A', 'B', 'A', 'C', 'D'].map((skuId, at): ReadRow => ({
    rowNo: at + 1,
    sku: skuId,
    quantity: '1',
    answer: right(skuId),
    answeredFor: `${skuId}\t1`,
    line: lineOf(skuId),
  }));
  const fitting = (inOrder: readonly string[], linesMax: number) =>
    rowsThatFit(rows, new Set(inOrder), linesMax).map(({ sku }) => sku);

  it('are all, when there is room', () => {
    expect(fitting([], 4)).toEqual(['A', 'B', 'A', 'C', 'D']);
  });

  it('are the first, when there is not', () => {
    expect(fitting(['X'], 3)).toEqual(['A', 'B', 'A']);
  });

  it('are those whose goods are in it already, when it is full', () => {
    expect(fitting(['C', 'X'], 2)).toEqual(['C']);
  });
});
