import { columnOf, countOf, pastedOver, readTyped } from './typed-counts';

it.each([
  ['12', 12],
  [' 1,200 ', 1_200],
  ['0', 0],
  ['', null],
  ['1.5', null],
  ['-3', null],
  ['十二', null],
  ['9999999999', null],
])('reads %j as %j', (text, count) => {
  expect(countOf(text)).toBe(count);
});

it('takes the first column of what a spreadsheet copies', () => {
  expect(columnOf('12\t甲\r\n\t乙\r\n7\r\n')).toEqual(['12', '', '7']);
});

it('fills the lines below the one it is pasted into, and no more', () => {
  expect(pastedOver({ 1: '5', 3: '1' }, [1, 2, 3], 2, '8\n\n9\n')).toEqual({ 1: '5', 2: '8', 3: '1' });
});

it('tells what can be saved from what is no quantity', () => {
  expect(readTyped({ 1: '4', 2: 'x', 3: ' ' })).toEqual({
    counts: [{ lineNo: 1, counted: 4 }],
    wrongLineNos: [2],
  });
});
