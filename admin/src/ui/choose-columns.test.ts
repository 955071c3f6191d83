import { chooseColumns, hiddenKeysOf, mayHide, toggleColumn, widthOf } from './choose-columns';

const number = { key: 'number', width: 170, stays: true };
const buyer = { key: 'buyer', width: 190 };
const goods = { key: 'goods' };
const actions = { key: 'actions', width: 90, stays: true };
const columns = [number, buyer, goods, actions];

it('shows every column as long as nothing was chosen', () => {
  expect(chooseColumns(columns, [])).toEqual(columns);
});

it('leaves hidden columns out and keeps the order of the others', () => {
  expect(chooseColumns(columns, ['buyer'])).toEqual([number, goods, actions]);
});

it('never hides what says what a row is', () => {
  expect(chooseColumns(columns, ['number', 'buyer', 'goods', 'actions'])).toEqual([number, actions]);
  expect(mayHide(number, columns)).toBe(false);
});

it('leaves one column where none is marked to stay', () => {
  expect(chooseColumns([buyer, goods], ['buyer', 'goods'])).toEqual([buyer]);
  expect(mayHide(buyer, [buyer])).toBe(false);
  expect(mayHide(buyer, [buyer, goods])).toBe(true);
});

it('shows a column that has come since, and is not confused by one that is gone', () => {
  expect(chooseColumns([...columns, { key: 'new' }], ['buyer', 'gone'])).toEqual([
    number,
    goods,
    actions,
    { key: 'new' },
  ]);
});

it('turns one column, and remembers those that another view of the list has', () => {
  expect(toggleColumn(['elsewhere'], 'buyer')).toEqual(['elsewhere', 'buyer']);
  expect(toggleColumn(['elsewhere', 'buyer'], 'buyer')).toEqual(['elsewhere']);
});

it('needs less width without a column', () => {
  expect(widthOf(1_000, columns, [number, goods, actions])).toBe(810);
  expect(widthOf(1_000, columns, columns)).toBe(1_000);
});

it.each([
  [null, []],
  ['', []],
  ['{"a":1}', []],
  ['[1,"buyer",null]', ['buyer']],
])('reads %j as %j', (text, keys) => {
  expect(hiddenKeysOf(text)).toEqual(keys);
});
