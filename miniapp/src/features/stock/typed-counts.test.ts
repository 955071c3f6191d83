import { pastedOver, readTyped, sheetTotals, typedSince } from './typed-counts';

const units = [
  { unit: '箱', factor: 12 },
  { unit: '瓶', factor: 1 },
];
const lines = [1, 2, 3].map((lineNo) => ({ lineNo, units }));

describe('what is typed into a count sheet', () => {
  it('is read in cases and loose ones, and says which lines are no quantity', () => {
    expect(readTyped(lines, { 1: '2箱5瓶', 2: 'x', 3: ' ' })).toEqual({
      counts: [{ lineNo: 1, counted: 29 }],
      wrongLineNos: [2],
    });
  });

  it('is filled downwards by a pasted column, its empty cells left alone', () => {
    expect(pastedOver({ 2: '7' }, [1, 2, 3], 1, '5\t甲\n\n9\n11\n')).toEqual({ 1: '5', 2: '7', 3: '9' });
    expect(pastedOver({ 2: '7' }, [1, 2, 3], 8, '5\n6')).toEqual({ 2: '7' });
  });

  it('stays where it was typed over while it was being saved', () => {
    expect(typedSince({ 1: '5', 2: '8' }, { 1: '5', 2: '7' })).toEqual({ 2: '8' });
  });

  it('comes to what is over and short, as the server says of each line', () => {
    const line = { counted: 5, difference: 0, hasMoved: false };
    expect(
      sheetTotals([
        { ...line, difference: 3 },
        { ...line, difference: -2, hasMoved: true },
        line,
        { counted: null, difference: null, hasMoved: true },
      ]),
    ).toEqual({
      lineCount: 4,
      counted: 3,
      moved: 1,
      over: { lineCount: 1, quantity: 3 },
      short: { lineCount: 1, quantity: 2 },
    });
  });
});
