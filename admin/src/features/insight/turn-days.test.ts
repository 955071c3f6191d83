import { outstandingText, returnText, turnText } from './turn-days';

it.each([
  [300, 10, '30.0'],
  [0, 10, '0.0'],
  [300, 0, '—'],
])('says how long %d of stock a day lasts when %d went', (onHandDays, shipped, text) => {
  expect(turnText(onHandDays, shipped)).toBe(text);
});

it.each([
  [500_000, 1_000_000, 30, '15.0'],
  [2_000_000, 1_000_000, 30, '60.0'],
  [500_000, 0, 30, '—'],
])('says how many days of %d owed of %d sold in %d days', (receivableFen, creditSalesFen, days, text) => {
  expect(outstandingText(receivableFen, creditSalesFen, days)).toBe(text);
});

it.each([
  [10_000, 2_500, '4.0 : 1'],
  [10_000, 0, '—'],
  [0, 2_500, '0.0 : 1'],
])('says that %d for %d come to %s', (keptFen, costFen, text) => {
  expect(returnText(keptFen, costFen)).toBe(text);
});
